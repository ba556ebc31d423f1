/** What judgements of curators teach, and when what they taught may be used. */
import { describe, expect, test } from 'vitest';
import { random } from '../../../bench/pages.ts';
import type { MatchModel } from '../../domain/match-model.ts';
import { defaultWeights } from './default-weights.ts';
import { inventedPairs, inventedWeights, judged } from './invented-curator.sample.ts';
import { figuresOf, heldBackOf, joiningFrom, type Lesson, learn } from './learn.ts';
import { weightOf } from './lessons.job.ts';
import { probabilityOf, scoreOf } from './model.ts';
import { shippedModel } from './pair.ts';
import { ceilings } from './prior-weights.ts';

/** F1 at even odds, by the truth. */
function f1(pairs: readonly Lesson[], { weights }: MatchModel): number {
  const joined = pairs.filter(({ found }) => probabilityOf(scoreOf(found, weights)) >= 0.5);
  const right = joined.filter(({ same }) => same).length;
  return (2 * right) / (joined.length + pairs.filter(({ same }) => same).length);
}
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
/** A catalogue in which evidence weighs otherwise than shipped; what a curator is asked there, and pairs to measure by. */
function catalogue(seed: number, error: number) {
  const next = random(seed);
  const truth = inventedWeights(next);
  const measured = inventedPairs(5000, truth, next);
  const asked = inventedPairs(4500, truth, next).filter(({ found }) => {
    const probability = probabilityOf(scoreOf(found, shippedModel.weights));
    return probability > 0.05 && probability < 0.995;
  });
  return { measured, asked: judged(asked, error, next) };
}

describe.each([0.02, 0.05])('a curator who errs in %d of all judgements', (error) => {
  const catalogues = Array.from({ length: 12 }, (_, seed) => catalogue(seed + 1, error));
  const after = (judgements: number) =>
    catalogues.map(({ asked, measured }) => {
      const { model } = learn(asked.slice(0, judgements), shippedModel);
      return { f1: f1(measured, model), ...figuresOf(measured, model), model };
    });

  test('teaches with 200 judgements nearly what thousands teach, and probabilities that hold', () => {
    const shipped = catalogues.map(({ measured }) => ({
      f1: f1(measured, shippedModel),
      ...figuresOf(measured, shippedModel),
    }));
    const [some, all] = [after(200), after(9000)];
    expect(mean(some.map((one) => one.f1))).toBeGreaterThan(mean(shipped.map((one) => one.f1)) + 0.005);
    expect(mean(some.map((one) => one.f1))).toBeGreaterThan(mean(all.map((one) => one.f1)) - 0.02);
    expect(mean(some.map(({ ece }) => ece))).toBeLessThan(0.03);
    expect(mean(shipped.map(({ ece }) => ece))).toBeGreaterThan(0.04);
  });

  test('and joins by itself hold in 99 of 100 cases when there are enough to tell', () => {
    expect(mean(after(9000).map(({ precision }) => precision ?? 0))).toBeGreaterThanOrEqual(0.99);
  });
});

describe('joining by itself begins', () => {
  /** Pairs evenly from 0.9 to 1; `wrong` says which of them a curator called different. */
  const said = (wrong: (index: number, probability: number) => boolean) =>
    Array.from({ length: 500 }, (_, index) => {
      const probability = 0.9 + (index * 0.1) / 500;
      return { probability, same: !wrong(index, probability) };
    });

  test('where it does as shipped while joins are right, or too few are known', () => {
    expect(joiningFrom(said(() => false))).toBe(0.9);
    expect(joiningFrom([])).toBe(0.9);
    expect(joiningFrom(said(() => true).slice(0, 19))).toBe(0.9);
  });

  test('further up when those below are wrong', () => {
    expect(joiningFrom(said((index, probability) => probability < 0.949 && index % 5 === 0))).toBe(0.95);
  });

  test('as low as before when slips are as many everywhere: no threshold helps against them', () => {
    expect(joiningFrom(said((index) => index % 25 === 0))).toBe(0.9);
  });

  test('as high as can be when a tenth is wrong everywhere: those are no slips', () => {
    expect(joiningFrom(said((index) => index % 10 === 0))).toBe(0.99);
  });
});

describe('what is learnt', () => {
  const { asked } = catalogue(7, 0.03);

  test('does not depend on the order of judgements', () => {
    const some = asked.slice(0, 300);
    expect(learn([...some].reverse(), shippedModel)).toEqual(learn(some, shippedModel));
  });

  test('leaves alone what tells a series apart, and keeps below its ceilings', () => {
    const lies = asked.map((lesson) => ({ ...lesson, same: true }));
    const { weights } = learn(lies, shippedModel).model;
    for (const level of ['number=one', 'number=different', 'edition=renewed', 'work=different', 'year=far'])
      expect(weights.levels[level]).toBe(defaultWeights.levels[level]);
    expect(Object.entries(ceilings).filter(([level, top]) => (weights.levels[level] ?? 0) > top)).toEqual([]);
  });

  test('never joins from lower on than shipped', () => {
    expect(learn(asked, shippedModel).model.thresholds.same).toBeGreaterThanOrEqual(0.9);
    expect(learn(asked, shippedModel).model.thresholds.ask).toBe(shippedModel.thresholds.ask);
  });

  test('takes from many words said at once less than from as many said one by one', () => {
    expect(weightOf('different', 1)).toBe(1);
    expect(37 * weightOf('same', 37)).toBeCloseTo(Math.sqrt(37));
    expect(weightOf('merge', 1)).toBeLessThan(weightOf('same', 1));
  });
});

describe('judgements held back', () => {
  const { asked } = catalogue(8, 0.03);
  const isHeldBack = heldBackOf(asked);

  test('are about a quarter, whole components at a time', () => {
    const share = asked.filter(isHeldBack).length / asked.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.3);
    for (const component of Map.groupBy(asked, ({ a }) => a).values())
      expect(new Set(component.map(isHeldBack)).size).toBe(1);
  });

  test('teach nothing: the model is the same whatever they say', () => {
    const turned = asked.map((lesson) => (isHeldBack(lesson) ? { ...lesson, same: !lesson.same } : lesson));
    expect(learn(turned, shippedModel).model).toEqual(learn(asked, shippedModel).model);
    expect(learn(turned, shippedModel).verdict).toBe('worse');
  });
});

describe('the verdict', () => {
  const { asked } = catalogue(9, 0.02);

  test('is better where evidence weighs otherwise than shipped', () => {
    const { verdict, heldBack } = learn(asked, shippedModel);
    expect(verdict).toBe('better');
    expect(heldBack.new.logLoss).toBeLessThan(heldBack.old.logLoss);
  });

  test('is worse when nothing is gained: the same judgements once more', () => {
    const { model } = learn(asked, shippedModel);
    expect(learn(asked, model).verdict).toBe('worse');
  });

  test('is that there are too few: below 40, below 10 of a kind, or hardly any held back', () => {
    const [same, different] = [true, false].map((kind) => asked.filter((lesson) => lesson.same === kind));
    if (!same || !different) throw new Error('unreachable');
    expect(learn([], shippedModel).verdict).toBe('too few');
    expect(learn(asked.slice(0, 39), shippedModel).verdict).toBe('too few');
    expect(learn([...same.slice(0, 200), ...different.slice(0, 9)], shippedModel).verdict).toBe('too few');
    const isHeldBack = heldBackOf(asked);
    expect(learn(asked.filter((lesson) => !isHeldBack(lesson)).slice(0, 400), shippedModel).verdict).toBe('too few');
  });
});
