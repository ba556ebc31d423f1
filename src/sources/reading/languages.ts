/**
 * Languages in BCP 47: from codes as people and programs write them, from English, Russian and native names,
 * and, where a site does not say the language of a text, from the text.
 */
import { detectLanguage } from './detect-language.ts';
import { languageOfLocale } from './locale.ts';

/** Names that no table of languages holds in this form. */
const otherNames: Record<string, string> = {
  castilian: 'es',
  valencian: 'ca',
  mandarin: 'zh',
  cantonese: 'yue',
  farsi: 'fa',
  flemish: 'nl',
  moldovan: 'ro',
  brazilian: 'pt-BR',
  'brazilian portuguese': 'pt-BR',
  'simplified chinese': 'zh-Hans',
  'traditional chinese': 'zh-Hant',
  slovene: 'sl',
  'portuguese (brazil)': 'pt-BR',
  'serbo-croatian': 'sh',
  кастильский: 'es',
  белорусская: 'be',
};

/** Codes of ISO 639-2/B, which BCP 47 does not know. */
const bibliographic: Record<string, string> = {
  alb: 'sq',
  arm: 'hy',
  baq: 'eu',
  bur: 'my',
  chi: 'zh',
  cze: 'cs',
  dut: 'nl',
  fre: 'fr',
  geo: 'ka',
  ger: 'de',
  gre: 'el',
  ice: 'is',
  mac: 'mk',
  mao: 'mi',
  may: 'ms',
  per: 'fa',
  rum: 'ro',
  slo: 'sk',
  tib: 'bo',
  wel: 'cy',
};

/** Reads a code (`pt_BR`, `jp`, `sr@latin`) or a name (`German`, `немецкий`, `Deutsch`); null when it is no language we know. */
export function languageTag(text: string): string | null {
  const written = text.trim();
  if (written === '' || written.length > 60) return null;
  const known = tags.get(written);
  if (known !== undefined) return known;
  const tag = findTag(written);
  if (tags.size >= mostRemembered) tags.clear();
  tags.set(written, tag);
  return tag;
}

/** Catalogues name the same languages thousands of times. */
const tags = new Map<string, string | null>();
const mostRemembered = 1000;

function findTag(written: string): string | null {
  const name = written.toLowerCase();
  if (Object.hasOwn(otherNames, name)) return otherNames[name] ?? null;
  if (Object.hasOwn(bibliographic, name)) return bibliographic[name] ?? null;
  const byCode = languageOfLocale(written) ?? null;
  if (byCode !== null && isKnown(byCode)) return byCode;
  return names().get(bareName(name)) ?? null;
}

/** Reads a list: `English, Castilian (en, es)` → `en`, `es`. Where codes stand in brackets, they count alone. */
export function languageTags(text: string): string[] {
  const written = text.slice(0, 500);
  const codes = /\(([a-z]{2,3}(?:-\w{2,8})*(?:\s*[,;/]\s*[a-z]{2,3}(?:-\w{2,8})*)*)\)\s*$/i.exec(written)?.[1] ?? '';
  const byCode = codes
    .split(/[,;/]/)
    .map(languageTag)
    .filter((tag) => tag !== null);
  if (byCode.length > 0) return [...new Set(byCode)];
  const items = languageTag(written) ? [written] : written.split(/[,;/&+]|\s(?:and|und|et|y|и)\s/);
  return [...new Set(items.map(languageTag).filter((tag) => tag !== null))];
}

/**
 * The language of a text: by letters that only one language has; a long text in Latin letters by their order. Null where
 * letters or length do not tell: a wrong language is worse than none.
 */
export function guessLanguage(text: string): string | null {
  const read = text.slice(0, 4000);
  const count = (letters: RegExp) => read.match(letters)?.length ?? 0;
  const { cyrillic, latin } = countScripts(read);
  if (cyrillic > 0 && cyrillic >= latin) return cyrillicLanguage(count, cyrillic);
  const prose = withoutAddresses(read);
  return languageOfScript(prose) ?? (cyrillic === 0 ? detectLanguage(prose) : null);
}

/** Without patterns, which make a list of the letters they find. */
function countScripts(text: string): { cyrillic: number; latin: number } {
  const found = { cyrillic: 0, latin: 0 };
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isBasic = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
    if (isBasic || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)) found.latin += 1;
    else if (code >= 0x400 && code <= 0x52f) found.cyrillic += 1;
  }
  return found;
}

/** Ukrainian, Belarusian and Russian differ in some letters; others in Cyrillic have letters that none of them has. */
function cyrillicLanguage(count: (letters: RegExp) => number, all: number): string | null {
  if (count(/[ђћџљњјѓќѕәғқңөұүһӣӯҳҷ]/gi) > 0) return null;
  // Belarusian has no и; a single ў may stand in a name.
  if (count(/ў/gi) > 0 || (count(/і/gi) > 0 && count(/[ыэ]/gi) > 0)) {
    if (count(/[ищъ]/gi) <= count(/[іў]/gi) / 4) return 'be';
  }
  const ukrainian = count(/[іїєґ]/gi);
  const russian = count(/[ыэъё]/gi);
  if (ukrainian > russian) return 'uk';
  // In Russian every fiftieth letter is ы; Bulgarian has none, but ъ as a vowel.
  return all > 200 && count(/[ыэё]/gi) === 0 ? null : 'ru';
}

/** Scripts that one language writes, by the share of their letters. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
];

/** Japanese writes Han beside its own letters, so those come first and a sixth of them will do. */
function languageOfScript(text: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all that is ASCII has no such script
  if (/^[\u0000-\u024f]*$/.test(text)) return null;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, language] of scripts) {
    const found = text.match(script)?.length ?? 0;
    if (found >= 4 && found >= letters / (language === 'ja' ? 6 : 2)) return language;
  }
  return null;
}

/** Targets of links and addresses are in no language. */
const withoutAddresses = (text: string) => text.replace(/\]\([^()\s]*\)|https?:\/\/\S+|[\w.+-]{1,64}@\S+/g, ' ');

const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const isKnown = (tag: string) => !/^(mul|und|zxx|mis)\b/.test(tag) && english.of(tag.split('-')[0] ?? '') !== undefined;

/** `русский язык`, `in German`, `english (us)`: only the name. */
const bareName = (name: string) => name.replace(/ (language|язык|мова)$| \([^()]*\)$/, '').replace(/^(in|на) /, '');

let table: Map<string, string> | undefined;

/** Every two-letter language under its English, Russian and own name; built once, when first asked for. */
function names(): Map<string, string> {
  if (table) return table;
  table = new Map();
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCurrent);
  const russian = new Intl.DisplayNames(['ru'], { type: 'language', fallback: 'none' });
  for (const code of codes) {
    const own = new Intl.DisplayNames([code], { type: 'language', fallback: 'none' });
    for (const name of [own.of(code), russian.of(code), english.of(code)])
      if (name) table.set(name.toLowerCase(), code);
  }
  return table;
}

/** `iw`, `in` and other withdrawn codes mean languages that have a new one. */
const isCurrent = (code: string) => isKnown(code) && Intl.getCanonicalLocales(code)[0] === code;
