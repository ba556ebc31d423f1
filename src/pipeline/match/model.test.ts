import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Found } from './features.ts';
import { evidenceOf, fit, type Judged, levelOf, probabilityOf, scoreOf } from './model.ts';
import { ceilings, priorWeights } from './prior-weights.ts';

const found = (...levels: string[]): Found[] =>
  levels.map((name) => {
    const [feature = '', level = ''] = name.split('=');
    return { feature, level, detail: 'so' };
  });
const pair = (same: boolean, ...levels: string[]): Judged => ({ found: found(...levels), same });
const times = (count: number, judged: Judged): Judged[] => Array.from({ length: count }, () => judged);

describe('from levels to a probability', () => {
  const weights = { bias: -2, levels: { 'title=equal': 6, 'number=one': -5 } };

  test('weights are bits and add up', () => {
    expect(scoreOf(found('title=equal', 'number=one'), weights)).toBe(-1);
    expect(probabilityOf(0)).toBe(0.5);
    expect(probabilityOf(3)).toBeCloseTo(8 / 9);
  });

  test('a level nobody knows weighs nothing', () => {
    expect(scoreOf(found('title=equal', 'moon=full'), weights)).toBe(4);
  });

  test('evidence is signed, the strongest first, each with its words', () => {
    expect(evidenceOf(found('number=one', 'title=equal'), weights)).toEqual([
      { feature: 'title', weight: 6, detail: 'equal: so' },
      { feature: 'number', weight: -5, detail: 'one: so' },
    ]);
  });
});

describe('learning from judgements', () => {
  test('weights move towards what was judged, and stay where nothing was said', () => {
    const learned = fit(times(40, pair(false, 'title=equal', 'description=different')), priorWeights, 2);
    expect(learned.levels['description=different']).toBeLessThan(priorWeights.levels['description=different'] ?? 0);
    expect(learned.levels['author=same']).toBe(priorWeights.levels['author=same']);
  });

  test('what keeps a series apart is not unlearned: numbers, works, editions, years stay', () => {
    const judged = times(200, pair(true, 'title=begins', 'number=one', 'work=different', 'year=far'));
    const learned = fit(judged, priorWeights, 2);
    for (const level of ['number=one', 'work=different', 'year=far'])
      expect(learned.levels[level]).toBe(priorWeights.levels[level]);
  });

  test('what a series shares weighs no more than its ceiling', () => {
    const learned = fit(
      times(500, pair(true, 'title=begins', 'rare words=rare', 'author=same, other title')),
      priorWeights,
      5,
    );
    for (const level of ['title=begins', 'rare words=rare', 'author=same, other title'])
      expect(learned.levels[level]).toBeLessThanOrEqual(ceilings[level] ?? 0);
  });

  test('it says what share was judged the same', () => {
    const judged = [...times(80, pair(true, 'title=near')), ...times(120, pair(false, 'title=near'))];
    expect(probabilityOf(scoreOf(found('title=near'), fit(judged, priorWeights, 20)))).toBeCloseTo(0.4, 1);
  });

  test('the order of judgements does not matter', () => {
    const judged = [
      ...times(5, pair(true, 'title=equal', 'description=alike')),
      ...times(3, pair(false, 'title=equal', 'aside=one')),
      ...times(4, pair(false, 'title=part')),
    ];
    const once = fit(judged, priorWeights, 2);
    fc.assert(
      fc.property(fc.shuffledSubarray(judged, { minLength: judged.length }), (shuffled) => {
        for (const [name, weight] of Object.entries(fit(shuffled, priorWeights, 2).levels))
          expect(weight).toBeCloseTo(once.levels[name] ?? 0, 6);
      }),
      { numRuns: 20 },
    );
  });
});

test('every ceiling is at or above its prior weight', () => {
  for (const [level, most] of Object.entries(ceilings))
    expect(priorWeights.levels[level] ?? 0).toBeLessThanOrEqual(most);
});

test('a level has one name', () => {
  expect(levelOf({ feature: 'title', level: 'equal', detail: '' })).toBe('title=equal');
});
