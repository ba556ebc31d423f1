/** The bars end where the probability says, and what is found keeps its words. */
import { expect, test } from 'vitest';
import { sidesOf, waterfallOf } from './waterfall.ts';

const evidence = [
  { feature: 'title', weight: 5, detail: 'equal: «a: b» and «a b»' },
  { feature: 'author', weight: -3, detail: 'different: x and y' },
];

test('each piece begins where the one before ended, from the odds before anything was compared', () => {
  const { steps, sum } = waterfallOf(evidence, 0.5);
  expect(steps.map(({ feature, from, to }) => ({ feature, from, to }))).toEqual([
    { feature: null, from: 0, to: -2 },
    { feature: 'title', from: -2, to: 3 },
    { feature: 'author', from: 3, to: 0 },
  ]);
  expect(sum).toBeCloseTo(0);
});

test('the scale holds every bar and even odds', () => {
  expect(waterfallOf(evidence, 0.5)).toMatchObject({ least: -2, most: 3 });
  expect(waterfallOf([], undefined)).toEqual({ steps: [], sum: 0, least: 0, most: 0 });
});

test('the level is told from the words it was found in; words of old without a level stay whole', () => {
  const [title, old] = waterfallOf(
    [evidence[0], { feature: 'url', weight: 1, detail: 'one address' }].flatMap((one) => one ?? []),
    undefined,
  ).steps;
  expect(title).toMatchObject({ level: 'equal', words: '«a: b» and «a b»' });
  expect(old).toMatchObject({ level: 'one address', words: '' });
});

test.each([0, 1])('a probability of %i has bars that end', (probability) => {
  expect(Number.isFinite(waterfallOf(evidence, probability).sum)).toBe(true);
});

test.each([
  ['«a and b» and «c»', { left: '«a and b»', right: '«c»' }],
  ['2 and none', { left: '2', right: 'none' }],
  ['13 bits', { bits: 13 }],
  ['one and two and three', null],
  ['light night ships', null],
])('%s is told side by side, where it has sides', (words, sides) => {
  expect(sidesOf(words)).toEqual(sides);
});
