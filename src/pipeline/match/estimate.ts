/**
 * Weights without a single judgement: expectation maximisation over candidate pairs, as in Fellegi and Sunter's model. How
 * often each level of a feature occurs among pairs that are one game (m) and among others (u) is estimated in turns with
 * which pairs those are; a level weighs log2(m/u). Features count as independent, and a missing one says nothing.
 */

import type { Weights } from '../../domain/match-model.ts';
import type { Found } from './features.ts';
import { levelOf, probabilityOf, scoreOf } from './model.ts';

/** Starts from `prior`, which says which of the two groups is the same games. Deterministic. */
export function estimate(pairs: readonly (readonly Found[])[], prior: Weights, rounds = 50): Weights {
  let weights = prior;
  for (let round = 0; round < rounds; round++) {
    const next = improve(pairs, weights);
    const moved = Math.max(
      Math.abs(next.bias - weights.bias),
      ...Object.entries(next.levels).map(([name, weight]) => Math.abs(weight - (weights.levels[name] ?? 0))),
    );
    weights = next;
    if (moved < 0.01) break;
  }
  return { bias: weights.bias, levels: { ...prior.levels, ...weights.levels } };
}

type Counts = { same: number; other: number };

function improve(pairs: readonly (readonly Found[])[], weights: Weights): Weights {
  const features = new Map<string, Counts>();
  const levels = new Map<string, Counts & { feature: string }>();
  const all: Counts = { same: 1, other: 1 };
  for (const found of pairs) {
    const same = probabilityOf(scoreOf(found, weights));
    add(all, same);
    for (const one of found) {
      const feature = features.get(one.feature) ?? { same: 0, other: 0 };
      features.set(one.feature, feature);
      add(feature, same);
      const level = levels.get(levelOf(one)) ?? { same: 0, other: 0, feature: one.feature };
      levels.set(levelOf(one), level);
      add(level, same);
    }
  }
  // Half a pair more on either side: what was never seen is not impossible.
  const share = (count: number, of: number) => (count + 0.5) / (of + 1);
  return {
    bias: Math.log2(all.same / all.other),
    levels: Object.fromEntries(
      [...levels]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, { same, other, feature }]) => {
          const of = features.get(feature) ?? all;
          return [name, Math.log2(share(same, of.same) / share(other, of.other))];
        }),
    ),
  };
}

function add(counts: Counts, same: number): void {
  counts.same += same;
  counts.other += 1 - same;
}
