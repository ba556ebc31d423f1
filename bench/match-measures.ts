/** Measures of judged pairs and of games: what matching is held to. */

import type { Scored } from '../src/pipeline/match/reliability.ts';

/** Precision, recall and F1 of the pairs at or above a probability, of so many true pairs in all. */
export function atThreshold(scored: readonly Scored[], threshold: number, truePairs: number) {
  const joined = scored.filter(({ probability }) => probability >= threshold);
  return ofCounts(joined.filter(({ same }) => same).length, joined.length, truePairs);
}

export function ofCounts(right: number, joined: number, truePairs: number) {
  const precision = joined === 0 ? 1 : right / joined;
  const recall = truePairs === 0 ? 0 : right / truePairs;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** The greatest recall that leaves precision at or above the bar. */
export function recallAt(scored: readonly Scored[], bar: number, truePairs: number): number {
  const sorted = [...scored].sort((a, b) => b.probability - a.probability);
  let [right, best] = [0, 0];
  for (const [index, { same, probability }] of sorted.entries()) {
    if (same) right += 1;
    // Pairs of one probability stand or fall together.
    if (sorted[index + 1]?.probability === probability) continue;
    if (right / (index + 1) >= bar) best = right;
  }
  return best / truePairs;
}

/** B-cubed: for each record, how much of its game is right and how much of it is there; F1 of the averages. */
export function bCubed<Id>(truth: ReadonlyMap<Id, number>, found: ReadonlyMap<Id, string>): number {
  const own = (id: Id) => found.get(id) ?? `alone ${String(id)}`;
  const trueSize = sizes([...truth.values()]);
  const foundSize = sizes([...truth.keys()].map(own));
  const both = sizes([...truth].map(([id, game]) => `${game} ${own(id)}`));
  let [precision, recall] = [0, 0];
  for (const [id, game] of truth) {
    const common = both.get(`${game} ${own(id)}`) ?? 0;
    precision += common / (foundSize.get(own(id)) ?? 1);
    recall += common / (trueSize.get(game) ?? 1);
  }
  return (2 * precision * recall) / ((precision + recall) * truth.size || 1);
}

function sizes<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
