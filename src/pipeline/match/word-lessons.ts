/**
 * Which words matter, learned from labelled pairs: that one side says «upgrade» and the other does not may mean two
 * products, «retail box» nothing. A logistic regression on the words that two records share and do not share, held to zero
 * (ridge), on top of what the other features already say; a word of few pairs therefore learns little.
 */
import type { PairRecord } from './pair-record.ts';
import { align } from './word-alignment.ts';

/** By sign: `=word` both sides have it, `!word` one has it, `<word` only the left, `>word` only the right. */
export type WordLessons = ReadonlyMap<string, number>;

/** How strongly lessons are held to zero, and in how many pairs a sign must stand. */
const ridge = 5;
const leastPairs = 2;
const rounds = 15;
/** Lessons too small to count are forgotten, and so are the smallest of very many. */
const leastLesson = 0.02;
const mostLessons = 20_000;

/** The signs of a pair, each once. */
export function wordSigns(left: PairRecord, right: PairRecord): string[] {
  const found = align(left.whole.words, right.whole.words);
  const signs = new Set<string>();
  for (const [at, word] of found.left.entries()) {
    if ((found.leftFit[at] ?? 0) > 0) signs.add(`=${word}`);
    else signs.add(`!${word}`).add(`<${word}`);
  }
  for (const [at, word] of found.right.entries()) {
    if ((found.rightFit[at] ?? 0) === 0) signs.add(`!${word}`).add(`>${word}`);
  }
  return [...signs];
}

/** What the words of a pair say together, in natural log of the odds. */
export function wordsSay(lessons: WordLessons, signs: readonly string[]): number {
  let sum = 0;
  for (const sign of signs) sum += lessons.get(sign) ?? 0;
  return sum;
}

/** Learns from pairs by their signs, their labels and what is known of each without words (`known`, natural log of the odds). */
export function learnWords(
  pairs: readonly (readonly string[])[],
  labels: Uint8Array,
  known: Float64Array,
): WordLessons {
  const holders = new Map<string, number[]>();
  for (const [pair, signs] of pairs.entries())
    for (const sign of signs) {
      const held = holders.get(sign);
      if (held) held.push(pair);
      else holders.set(sign, [pair]);
    }
  const signs = [...holders].filter(([, held]) => held.length >= leastPairs).sort(([a], [b]) => (a < b ? -1 : 1));
  const weights = new Float64Array(signs.length);
  const scores = Float64Array.from(known);
  const every = [...labels.keys()];
  for (let round = 0; round < rounds; round++) {
    // A start of its own takes up that the known odds are too high or low for all.
    newton(every, labels, scores, 0, 1e-6);
    let moved = 0;
    for (const [at, [, held]] of signs.entries()) {
      const step = newton(held, labels, scores, weights[at] ?? 0, ridge);
      weights[at] = (weights[at] ?? 0) + step;
      moved = Math.max(moved, Math.abs(step));
    }
    if (moved < 0.01) break;
  }
  const learned = signs
    .map(([sign], at): [string, number] => [sign, Math.round((weights[at] ?? 0) * 1e4) / 1e4])
    .filter(([, weight]) => Math.abs(weight) >= leastLesson);
  if (learned.length <= mostLessons) return new Map(learned);
  return new Map(learned.sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])).slice(0, mostLessons));
}

/** One bounded Newton step of the weight that all these pairs have; moves their scores and returns the step. */
function newton(
  held: readonly number[],
  labels: Uint8Array,
  scores: Float64Array,
  weight: number,
  hold: number,
): number {
  let slope = hold * weight;
  let curve = hold;
  for (const pair of held) {
    const p = 1 / (1 + Math.exp(-(scores[pair] ?? 0)));
    slope += p - (labels[pair] ?? 0);
    curve += p * (1 - p);
  }
  const step = Math.max(-1, Math.min(1, -slope / curve));
  if (Math.abs(step) < 1e-4) return 0;
  for (const pair of held) scores[pair] = (scores[pair] ?? 0) + step;
  return step;
}
