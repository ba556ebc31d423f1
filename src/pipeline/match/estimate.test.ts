import { expect, test } from 'vitest';
import { estimate } from './estimate.ts';
import type { Found } from './features.ts';
import { scoreOf } from './model.ts';

const pair = (...levels: [string, string][]): Found[] =>
  levels.map(([feature, level]) => ({ feature, level, detail: '' }));
const prior = { bias: -1, levels: { 'title=equal': 3, 'title=other': -3 } };

/** Pairs as two groups make them: games that agree in nearly everything, and others that agree by chance. */
const pairs = [
  ...Array.from({ length: 90 }, () => pair(['title', 'equal'], ['year', 'same'])),
  ...Array.from({ length: 10 }, () => pair(['title', 'equal'], ['year', 'far'])),
  ...Array.from({ length: 30 }, () => pair(['title', 'other'], ['year', 'same'])),
  ...Array.from({ length: 270 }, () => pair(['title', 'other'], ['year', 'far'])),
];

test('without judgements it learns what agreement says', () => {
  const weights = estimate(pairs, prior);
  expect(weights.levels['title=equal']).toBeGreaterThan(3);
  expect(weights.levels['year=same']).toBeGreaterThan(1);
  expect(weights.levels['year=far']).toBeLessThan(-1);
  expect(weights.bias).toBeLessThan(0);
});

test('a feature that is missing says nothing', () => {
  const weights = estimate(pairs, prior);
  expect(scoreOf(pair(['title', 'equal']), weights)).toBe(weights.bias + (weights.levels['title=equal'] ?? 0));
});

test('a level that no pair has keeps its prior weight, and no pairs leave the prior', () => {
  expect(estimate(pairs, { ...prior, levels: { ...prior.levels, 'author=same': 4 } }).levels['author=same']).toBe(4);
  expect(estimate([], prior).levels).toEqual(prior.levels);
});

test('the order of pairs does not matter', () => {
  const [one, other] = [estimate(pairs, prior), estimate([...pairs].reverse(), prior)];
  for (const [name, weight] of Object.entries(one.levels)) expect(other.levels[name]).toBeCloseTo(weight, 6);
});
