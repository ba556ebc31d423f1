/**
 * People's names as pages write them. Which page a name is another spelling of, only the source's own redirects can say:
 * nothing here turns names around (`Фамилия, Имя`) or joins them.
 */
import { label } from './text.ts';

const quotes = /^(?:"(.*)"|“(.*)”|„(.*)[“”]|«(.*)»|'(.*)'|‘(.*)’)$/s;
/** The full stop belongs to these, and to initials. */
const stopBelongs = /(?:^|[\s.])(?:\p{L}|jr|sr|st|dr|mr|mrs|ms|prof|ph\.?d|m\.?d|esq|inc|ltd|co|corp|мл|ст|др)\.$/iu;

/** One name: no “by” before it, no quotes around, no punctuation behind; '' when nothing is left that could be one. */
export function personName(text: string): string {
  let name = label(text, 200);
  for (let before = ''; before !== name; ) {
    before = name;
    name = name
      .replace(/^(?:(?:by|автор|от|von|par|por)[: ]\s*)(?=\S)/i, '')
      .replace(/^[\s,;:/|–—-]+|[\s,;:/|–—-]+$/g, '')
      .replace(quotes, (_, ...inside: (string | undefined)[]) => inside.find((each) => typeof each === 'string') ?? '');
    if (name.endsWith('.') && !name.endsWith('..') && !stopBelongs.test(name)) name = name.slice(0, -1).trimEnd();
  }
  return /[\p{L}\p{N}]/u.test(name) ? name : '';
}

const inBrackets =
  /\s*[([]\s*(?:\p{L}+ )?(?:as|aka|a\.k\.a\.|он же|она же|ака|псевдоним|под псевдонимом|pseudonym)[: ]\s*([^()[\]]+)[)\]]/iu;
const behind = /^(.+?),?\s+(?:aka|a\.k\.a\.|ака|он же|она же)\s+(.+)$/iu;

/** `A (as B)`, `A (writing as B)`, `A aka B`: the person, and after it the name that stands on the game. */
export function nameSpellings(text: string): string[] {
  const written = label(text, 200);
  const bracketed = inBrackets.exec(written);
  const [, first, second] = bracketed ? [] : (behind.exec(written) ?? []);
  const spellings = bracketed ? [written.replace(inBrackets, ' '), bracketed[1]] : first ? [first, second] : [written];
  return [...new Set(spellings.map((spelling) => personName(spelling ?? '')).filter(Boolean))];
}

/** `A, B and C`, `A & B`, `A; B`: what stands between. `Jr.` and the like belong to the name before them. */
export function splitNames(text: string): string[] {
  const names = text
    .slice(0, 2000)
    .replace(/,\s*(?=(?:jr|sr|ph\.?d|md)\b)/gi, ' ')
    .split(/[,;&](?![^()]*\))|\s(?:and|und|et|y|и)\s(?![^()]*\))/i)
    .map((name) => name.replace(/^\s*(?:and|и)\s+/i, '').trim());
  return [...new Set(names.filter((name) => personName(name) !== ''))];
}
