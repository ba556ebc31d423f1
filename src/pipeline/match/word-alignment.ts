/**
 * Which words of two texts stand for each other: equal ones, slips of the pen, beginnings («prof» for «professional»),
 * words without their vowels («dlx» for «deluxe») and words that one writes as one and the other as two.
 */
import { jaroWinkler } from './string-measures.ts';

/** How much it says that two texts share a word, in bits, and what share of the whole each alignment took. */
export type WordWeight = (word: string) => number;

export type Alignment = {
  left: readonly string[];
  right: readonly string[];
  /** For each word, how well its best counterpart fits it: 0, none, or 0.8 to 1. */
  leftFit: Float64Array;
  rightFit: Float64Array;
};

/** From this likeness on two words are taken for one with a slip of the pen. */
const slip = 0.9;
/** Of very long texts only the beginning is compared word by word. */
export const mostAligned = 40;

/** How alike two words are, 0 to 1; anything below 0.8 counts as different. Numbers are equal or are not. */
export function wordLikeness(left: string, right: string): number {
  if (left === right) return 1;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.length < 3 || /\d/.test(left) || /\d/.test(right)) return 0;
  if (short.charCodeAt(0) !== long.charCodeAt(0)) return 0;
  if (long.startsWith(short)) return short.length === long.length - 1 ? 0.97 : 0.9;
  const bones = bonesOf(short);
  if (bones.length > 2 && bones === bonesOf(long)) return 0.9;
  if (long.length - short.length > 3) return 0;
  const alike = jaroWinkler(short, long);
  return alike >= slip ? alike : 0;
}

const bonesOf = (word: string): string =>
  word.charAt(0) +
  word
    .slice(1)
    .replace(/[aeiouy]+/g, '')
    .replace(/(.)\1/g, '$1');

/** Joins neighbours that the other text writes as one word. */
export function joinWords(words: readonly string[], theirs: ReadonlySet<string>): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    if (next !== undefined && theirs.has(word + next) && !(theirs.has(word) && theirs.has(next))) {
      joined.push(word + next);
      at += 1;
    } else joined.push(word);
  }
  return joined;
}

export function align(leftWords: readonly string[], rightWords: readonly string[]): Alignment {
  const left = joinWords(leftWords.slice(0, mostAligned), new Set(rightWords));
  const right = joinWords(rightWords.slice(0, mostAligned), new Set(leftWords));
  const leftFit = new Float64Array(left.length);
  const rightFit = new Float64Array(right.length);
  const inRight = new Set(right);
  const inLeft = new Set(left);
  for (let at = 0; at < left.length; at++) if (inRight.has(left[at] ?? '')) leftFit[at] = 1;
  for (let at = 0; at < right.length; at++) if (inLeft.has(right[at] ?? '')) rightFit[at] = 1;
  for (let at = 0; at < left.length; at++) {
    if (leftFit[at] === 1) continue;
    for (let other = 0; other < right.length; other++) {
      if (inLeft.has(right[other] ?? '')) continue;
      const fit = wordLikeness(left[at] ?? '', right[other] ?? '');
      if (fit > (leftFit[at] ?? 0)) leftFit[at] = fit;
      if (fit > (rightFit[other] ?? 0)) rightFit[other] = fit;
    }
  }
  return { left, right, leftFit, rightFit };
}
