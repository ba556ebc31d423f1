import { describe, expect, test } from 'vitest';
import { inventPairs } from '../../../test/invent-pairs.ts';
import type { FieldRoles } from './pair-record.ts';
import { biasBits, scorer } from './score-pair.ts';
import { trainingSteps, trainModel } from './train-model.ts';
import { readModel } from './trained-model.ts';

const fields: FieldRoles = { title: 'title', brand: 'publishers', price: 'price' };
const pairs = inventPairs(240, 1);
let steps = 0;
const model = trainModel(pairs, fields, () => {
  steps += 1;
});
const score = scorer(model);

describe('a model trained on labelled pairs', () => {
  test('judges pairs it has not seen', () => {
    const unseen = inventPairs(300, 2);
    const right = unseen.filter(({ left, right: other, same }) => (score(left, other).decision === 'same') === same);
    expect(right.length / unseen.length).toBeGreaterThan(0.9);
  });

  test('learns which words matter', () => {
    const plain = { title: 'Quarry Atlas 4', brand: 'Novak' };
    const p = (title: string) => score(plain, { title }).probability;
    expect(p('Quarry Atlas 4 retail')).toBeGreaterThan(0.6);
    expect(p('Quarry Atlas 4 upgrade')).toBeLessThan(0.4);
    expect(model.lessons['!upgrade']).toBeLessThan((model.lessons['!retail'] ?? 0) - 0.1);
  });

  test('says of itself what it did on pairs held out', () => {
    const { figures, ...counts } = model.trained;
    expect(counts).toEqual({ pairs: 240, matches: 80, folds: 5 });
    expect(figures.f1).toBeGreaterThan(0.8);
    expect(figures.reliability.reduce((sum, { pairs: its }) => sum + its, 0)).toBe(240);
  });

  test('is the same from the same pairs, and tells each step', () => {
    expect(steps).toBe(trainingSteps);
    expect(JSON.stringify(trainModel(pairs, fields))).toBe(JSON.stringify(model));
  });
});

describe('the evidence of a pair', () => {
  test('and the bias sum to the odds, in bits', () => {
    for (const { left, right } of inventPairs(60, 3)) {
      const { probability, evidence } = score(left, right);
      const bits = evidence.reduce((sum, { weight }) => sum + weight, biasBits(model));
      expect(1 / (1 + 2 ** -bits)).toBeCloseTo(probability, 4);
    }
  });

  test('names the words that spoke', () => {
    const { evidence } = score({ title: 'Anvil Tutor 2' }, { title: 'Anvil Tutor 2 upgrade' });
    const words = evidence.find(({ feature }) => feature === 'words as learned');
    expect(words?.weight).toBeLessThan(0);
    expect(words?.detail).toMatch(/upgrade \((one|right) alone\) −/);
  });

  test('the strongest come first', () => {
    const { evidence } = score({ title: 'Anvil Tutor 2' }, { title: 'Quarry 3' });
    const sizes = evidence.map(({ weight }) => Math.abs(weight));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });
});

describe('a model file', () => {
  const copy = () => structuredClone(model) as unknown as Record<string, unknown> & typeof model;

  test('that was written is read again, and judges as before', () => {
    const read = readModel(JSON.parse(JSON.stringify(model)));
    if ('wrong' in read) throw new Error(read.wrong);
    const [pair] = pairs;
    if (pair) expect(scorer(read)(pair.left, pair.right)).toEqual(score(pair.left, pair.right));
  });

  const oddities: [string, unknown, RegExp][] = [
    ['no object', 5, /no model that `variorum link train` wrote/],
    ['null', null, /no model/],
    ['another file', { title: 'x' }, /no model/],
    ['a later version', { ...copy(), version: 9 }, /version 9, and this program reads version 1: train it anew/],
    ['other features', { ...copy(), features: ['x'] }, /other features/],
    ['another way of comparing', { ...copy(), probe: '00000000' }, /compared records otherwise: train it anew/],
    ['a part missing', { ...copy(), forest: undefined }, /forest is damaged/],
    ['a probability above 1', { ...copy(), thresholds: { same: 2, sure: null } }, /thresholds\.same is damaged/],
    [
      'a tree in a circle',
      {
        ...copy(),
        forest: {
          start: 0,
          trees: [
            { feature: [0, -1], threshold: [0, 0], low: [0, 0], high: [1, 0], missingLow: [0, 0], value: [0, 0] },
          ],
        },
      },
      /a tree does not lead on to its leaves/,
    ],
    [
      'a feature that is not there',
      {
        ...copy(),
        forest: {
          start: 0,
          trees: [
            {
              feature: [9999, -1, -1],
              threshold: [0, 0, 0],
              low: [1, 0, 0],
              high: [2, 0, 0],
              missingLow: [0, 0, 0],
              value: [0, 0, 0],
            },
          ],
        },
      },
      /features that do not exist/,
    ],
  ];
  test.each(oddities)('%s: one sentence', (_, value, reason) => {
    const read = readModel(value);
    expect('wrong' in read ? read.wrong : 'read').toMatch(reason);
  });
});
