/**
 * Languages as desktop files, gettext and AppStream spell them (`pt_BR`, `sr@latin`, `C`), in BCP 47.
 */
import type { Account } from './account.ts';

/** What stands behind `@`, as BCP 47 subtags: a script comes before the region, a variant after it. */
const modifiers: Record<string, { script?: string; variant?: string }> = {
  latin: { script: 'Latn' },
  cyrillic: { script: 'Cyrl' },
  shaw: { script: 'Shaw' },
  valencia: { variant: 'valencia' },
  tarask: { variant: 'tarask' },
  ijekavian: { variant: 'ijekavsk' },
  ijekavianlatin: { script: 'Latn', variant: 'ijekavsk' },
  euro: {},
};

/** English with curly quotes, and test translations: no languages of their own. */
const noLanguage = /@(bold)?quot$|-(bold)?quot$|^x-test$|^en[-_]XA$/i;

/** Country codes that translators often give for the language; none is a language code itself. */
const mistaken: Record<string, string> = { ua: 'uk', jp: 'ja', cz: 'cs', dk: 'da', gr: 'el', cn: 'zh' };

/** `C` is English by convention. Null: known to be no language. Undefined: not understood. */
export function languageOfLocale(locale: string): string | null | undefined {
  if (locale === 'C' || locale === 'POSIX' || locale.startsWith('C.')) return 'en';
  if (noLanguage.test(locale)) return null;
  const [, base = '', at = ''] = /^([A-Za-z0-9_-]+)(?:\.[A-Za-z0-9-]+)?(?:@([A-Za-z]+))?$/.exec(locale) ?? [];
  const parts = base.split(/[-_]/);
  const last = parts.at(-1)?.toLowerCase() ?? '';
  const written = at.toLowerCase() || (parts.length > 1 && Object.hasOwn(modifiers, last) ? last : '');
  if (written && !at) parts.pop();
  const modifier = Object.hasOwn(modifiers, written) ? modifiers[written] : undefined;
  if (written && !modifier) return undefined;

  const [language = '', ...rest] = parts;
  if (!/^[a-z]{2,3}$/i.test(language)) return undefined;
  const lower = language.toLowerCase();
  const known = Object.hasOwn(mistaken, lower) ? mistaken[lower] : lower;
  const scripts = rest.some((part) => part.length === 4) ? [] : [modifier?.script];
  return canonicalTag([known, ...scripts, ...rest, modifier?.variant].filter(Boolean).join('-'));
}

/** Catalogues name the same languages thousands of times; pages that name endless ones do not fill the memory. */
const canonical = new Map<string, string | undefined>();
const mostRemembered = 1000;

function canonicalTag(tag: string): string | undefined {
  if (!canonical.has(tag)) {
    if (canonical.size >= mostRemembered) canonical.clear();
    canonical.set(tag, askCanonical(tag));
  }
  return canonical.get(tag);
}

function askCanonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/**
 * One text per language, in an order that does not depend on the document's: the untranslated one (`C`) first,
 * it stands for English. A regional text that only repeats the language's own is left out.
 */
export function textsByLanguage(texts: Account): Map<string, string> {
  const locales = texts.keys().map((locale) => ({ locale, language: languageOfLocale(locale) }));
  const found = new Map<string, string>();
  for (const { locale, language } of locales.sort(
    (left, right) => order(left) - order(right) || compare(left, right),
  )) {
    if (language === undefined) continue;
    const text = texts.text(locale);
    if (language !== null && text !== undefined && !found.has(language)) found.set(language, text);
  }
  const repeats = ([language, text]: [string, string]) => {
    const base = language.split('-')[0] ?? language;
    return base !== language && found.get(base) === text;
  };
  return new Map([...found].filter((entry) => !repeats(entry)));
}

type Spelling = { locale: string; language: string | null | undefined };

/** Where two locales mean one language, the one that is spelled as it should be stands. */
const order = ({ locale, language }: Spelling) => (locale === 'C' ? 0 : locale === language ? 1 : 2);
const compare = (left: Spelling, right: Spelling) => (left.locale < right.locale ? -1 : 1);
