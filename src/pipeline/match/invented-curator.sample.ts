/** For tests of learning: pairs of records of which the truth is known, and a curator who errs now and then. */
import type { Weights } from '../../domain/match-model.ts';
import { defaultWeights } from './default-weights.ts';
import type { Found } from './features.ts';
import type { Lesson } from './learn.ts';
import { probabilityOf, scoreOf } from './model.ts';
import { ceilings } from './prior-weights.ts';

/** What candidates may say of each other, and how often; what is left is silence. */
const spread: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  title: {
    equal: 0.35,
    filled: 0.05,
    near: 0.1,
    mostly: 0.1,
    'with subtitle': 0.1,
    begins: 0.1,
    part: 0.1,
    other: 0.1,
  },
  'rare title': { rare: 0.2, usual: 0.15, common: 0.15 },
  author: { same: 0.25, alike: 0.05, others: 0.1, different: 0.2 },
  publisher: { same: 0.1, alike: 0.05, different: 0.15 },
  year: { same: 0.2, near: 0.15, apart: 0.1, far: 0.05 },
  platform: { shared: 0.3, different: 0.2 },
  description: { alike: 0.1, related: 0.15, different: 0.25 },
  number: { one: 0.05, different: 0.03 },
  edition: { one: 0.05, renewed: 0.02 },
};
/** Those the machine may not unlearn are as they are in this world too. */
const fixed = new Set(['number', 'edition', 'year']);

/** A catalogue whose evidence weighs otherwise than shipped: most levels by a bit, some by two. */
export function inventedWeights(random: () => number, deviation = 1): Weights {
  const levels = Object.entries(defaultWeights.levels).map(([name, weight]) => {
    const moved = weight + deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const top = ceilings[name] ?? Number.POSITIVE_INFINITY;
    return [name, fixed.has(name.slice(0, name.indexOf('='))) ? weight : Math.min(moved, top)] as const;
  });
  return { bias: defaultWeights.bias, levels: Object.fromEntries(levels) };
}

/** Pairs as candidates come, with the truth: records of five go together, as records of one game and its likes do. */
export function inventedPairs(count: number, truth: Weights, random: () => number): Lesson[] {
  return Array.from({ length: count }, (_, index) => {
    const found = Object.entries(spread).flatMap(([feature, levels]): Found[] => {
      let left = random();
      for (const [level, share] of Object.entries(levels)) {
        left -= share;
        if (left < 0) return [{ feature, level, detail: '' }];
      }
      return [];
    });
    const group = `r${String(Math.floor(index / 4)).padStart(6, '0')}`;
    return { a: group, b: `${group}.${index % 4}`, found, same: random() < probabilityOf(scoreOf(found, truth)) };
  });
}

/** What a curator says of pairs who errs in this share of them. */
export const judged = (pairs: readonly Lesson[], error: number, random: () => number): Lesson[] =>
  pairs.map((pair) => (random() < error ? { ...pair, same: !pair.same } : pair));
