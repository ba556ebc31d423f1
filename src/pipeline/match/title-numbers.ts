/** Numbers in titles, however they are written: 2, II, «Part Two», «вторая часть»; and signs that are words. */
import { counters, numberWords } from './title-words.ts';

const roman = /^(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})$/;
const romanValue: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };
const ordinal = /^(\d+)(st|nd|rd|th|ya|aya|oi|oj|yj|yi)$/;

function fromRoman(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index++) {
    const value = romanValue[text.charAt(index)] ?? 0;
    const next = romanValue[text.charAt(index + 1)] ?? 0;
    sum += value < next ? -value : value;
  }
  return sum;
}

/** The number a word stands for among its neighbours, or null. `last`: a name or its first half ends here. */
export function numberOf(words: readonly string[], index: number, last: boolean): string | null {
  const word = words[index];
  if (word === undefined) return null;
  const code = word.charCodeAt(0);
  if (code >= 48 && code <= 57) {
    if (/^\d+$/.test(word)) return word.length > 1 && code === 48 ? String(Number(word)) : word;
    const counted = counters.has(words[index - 1] ?? '') || counters.has(words[index + 1] ?? '');
    return counted ? (ordinal.exec(word)?.[1] ?? null) : null;
  }
  const before = words[index - 1];
  const afterCounter = before !== undefined && counters.has(before);
  if (afterCounter || counters.has(words[index + 1] ?? '')) {
    const spelled = numberWords.get(word);
    if (spelled !== undefined) return spelled;
    // Part A and Part B are as different as 1 and 2.
    if (afterCounter && word.length === 1 && !roman.test(word)) return word;
  }
  if (index === 0 || word.length > 5 || (code !== 105 && code !== 118 && code !== 120) || !roman.test(word))
    return index === 0 && counters.has(words[1] ?? '') && roman.test(word) ? String(fromRoman(word)) : null;
  // A lone i, v or x may be a letter or a word; behind a name, at its end, it is a number.
  if (word.length === 1 && !last && !afterCounter) return null;
  return String(fromRoman(word));
}

/** A year in which there were games. */
export const isYear = (word: string): boolean => /^(19[6-9]|20[0-3])\d$/.test(word);

/** Signs that are words, phrases that are one; in ASCII and lower case. */
export function readSigns(ascii: string): string {
  let text = ascii;
  if (text.includes("'") || text.includes('`')) text = text.replace(/(?<=[a-z0-9])['`](?=[a-z])/g, '');
  // F.E.A.R. is one word, and so is A.D.
  if (text.includes('.'))
    text = text.replace(/\b(?:[a-z]\.){2,}(?:[a-z]\b)?/g, (letters) => `${letters.replaceAll('.', '')} `);
  if (text.includes('&')) text = text.replaceAll('&', ' and ');
  if (text.includes('+')) text = text.replaceAll('+', ' plus ');
  if (text.includes('javascript')) text = text.replaceAll('javascript', 'js');
  if (text.includes('game of the year')) text = text.replaceAll('game of the year', 'goty');
  return text;
}

/** The kind of what is counted: Episode 2 is not Chapter 2, nor the second game. A part or a volume 2 may be. */
const kinds: Readonly<Record<string, string>> = {
  chapter: 'chapter',
  glava: 'chapter',
  episode: 'episode',
  ep: 'episode',
  epizod: 'episode',
  season: 'season',
  act: 'act',
  akt: 'act',
  book: 'book',
  kniga: 'book',
};
export const kindOf = (counter: string): string | null => kinds[counter] ?? null;
