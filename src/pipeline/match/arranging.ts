/** What a curator's word on games means as words on pairs of records: only pairs outlive games that come and go. */
import type { RecordId } from '../../domain/ids.ts';
import { type JudgedPair, type Judgement, ordered } from '../../domain/match.ts';
import type { Member } from './cluster.ts';
import type { StanceOf } from './stance.ts';

export const wordOn = (one: RecordId, other: RecordId, judgement: Judgement): JudgedPair => {
  const [a, b] = ordered(one, other);
  return { a, b, judgement };
};

/**
 * What makes one game of two groups of records: `one` and `other` are, and each pair is that would else keep the groups
 * apart (two pages of one source, an older word, evidence that tells them apart).
 */
export function tied(
  [one, other]: readonly [RecordId, RecordId],
  left: readonly Member[],
  right: readonly Member[],
  differ: (a: RecordId, b: RecordId) => boolean,
  stance: StanceOf,
): JudgedPair[] {
  const pairs = [wordOn(one, other, 'same')];
  for (const mine of left) {
    for (const theirs of right) {
      const stands =
        differ(mine.recordId, theirs.recordId) ||
        (mine.source === theirs.source && !mine.isPart && !theirs.isPart) ||
        stance(mine.recordId, theirs.recordId) === 'barred';
      if (stands) pairs.push(wordOn(mine.recordId, theirs.recordId, 'same'));
    }
  }
  return pairs;
}

/** Two games, seen whole, are one: so is each record of them, whatever other games it is like. */
export function joined(
  left: readonly Member[],
  right: readonly Member[],
  differ: (a: RecordId, b: RecordId) => boolean,
  stance: StanceOf,
): JudgedPair[] {
  const [one, other] = [left[0]?.recordId, right[0]?.recordId];
  if (!one || !other) return [];
  const all = [...left, ...right].map(({ recordId }) => recordId);
  return [...together(all), ...tied([one, other], left, right, differ, stance)];
}

/** Each record of one group is another game than each of the other. */
export const parted = (left: readonly RecordId[], right: readonly RecordId[]): JudgedPair[] =>
  left.flatMap((one) => right.map((other) => wordOn(one, other, 'different')));

/** All of them are one game. */
export const together = ([first, ...others]: readonly RecordId[]): JudgedPair[] =>
  first === undefined ? [] : others.map((other) => wordOn(first, other, 'same'));

/** One word a pair: the last. */
export const distinct = (pairs: readonly JudgedPair[]): JudgedPair[] => [
  ...new Map(pairs.map((pair) => [`${pair.a}\n${pair.b}`, pair])).values(),
];
