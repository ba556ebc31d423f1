import { describe, expect, test } from 'vitest';
import {
  bestThreshold,
  calibrate,
  calibrated,
  calibrationError,
  probabilityFrom,
  qualityAt,
  reliability,
} from './calibrate.ts';
import { seeded } from './seeded.ts';

/** Scores whose true log odds are `slope × score + shift`. */
function sample(count: number, slope: number, shift: number) {
  const random = seeded(3);
  const scores = Array.from({ length: count }, () => random() * 8 - 4);
  return { scores, labels: scores.map((score) => (random() < probabilityFrom(slope * score + shift) ? 1 : 0)) };
}

describe('calibration', () => {
  test.each([
    [0.5, 0],
    [1, -1],
    [2, 1],
  ])('finds the line %d × score + %d behind the labels', (slope, shift) => {
    const { scores, labels } = sample(20_000, slope, shift);
    const line = calibrate(scores, labels);
    expect(Math.abs(line.slope - slope)).toBeLessThan(0.1);
    expect(Math.abs(line.shift - shift)).toBeLessThan(0.1);
  });

  test('makes overconfident scores mean what they say', () => {
    const { scores, labels } = sample(20_000, 0.4, 0);
    const line = calibrate(scores, labels);
    const error = (of: (score: number) => number) =>
      calibrationError(
        scores.map((score) => probabilityFrom(of(score))),
        labels,
      );
    expect(error((score) => score)).toBeGreaterThan(0.1);
    expect(error((score) => calibrated(score, line))).toBeLessThan(0.02);
  });

  test('is never certain, even of pairs that are parted cleanly', () => {
    const line = calibrate([-3, -2, -1, 1, 2, 3], [0, 0, 0, 1, 1, 1]);
    const p = probabilityFrom(calibrated(3, line));
    expect(p).toBeGreaterThan(0.6);
    expect(p).toBeLessThan(0.99);
  });

  test('of scores that point the wrong way only the share of matches is left', () => {
    const line = calibrate([3, 2, 1, -1, -2, -3, -4, -5], [0, 0, 0, 0, 0, 0, 1, 1]);
    expect(line.slope).toBe(0);
    expect(probabilityFrom(calibrated(100, line))).toBeCloseTo(0.25);
  });

  test('of one label alone nothing is learned', () => {
    expect(calibrate([1, 2, 3], [1, 1, 1])).toEqual({ slope: 1, shift: 0 });
  });

  test('bears scores without bounds', () => {
    const line = calibrate([-800, -700, 700, 800], [0, 0, 1, 1]);
    expect([line.slope, line.shift].every(Number.isFinite)).toBe(true);
  });
});

test('the reliability curve holds what was said against what was so', () => {
  expect(reliability([0.1, 0.12, 0.9, 1], [0, 1, 1, 1])).toEqual([
    { from: 0.1, to: 0.2, said: expect.closeTo(0.11), was: 0.5, pairs: 2 },
    { from: 0.9, to: 1, said: expect.closeTo(0.95), was: 1, pairs: 2 },
  ]);
  expect(calibrationError([0.1, 0.12, 0.9, 1], [0, 1, 1, 1])).toBeCloseTo((2 * 0.39 + 2 * 0.05) / 4);
  expect(calibrationError([], [])).toBe(0);
});

test('quality counts what was joined from a threshold on', () => {
  expect(qualityAt([0.9, 0.8, 0.4, 0.1], [1, 0, 1, 0], 0.5)).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
  expect(qualityAt([0.1], [0], 0.5)).toEqual({ precision: 0, recall: 0, f1: 0 });
});

describe('the best threshold', () => {
  test('is about half the F1 to be expected, as theory says', () => {
    const random = seeded(11);
    const probabilities = Array.from({ length: 50_000 }, () => random() ** 4);
    const threshold = bestThreshold(probabilities);
    const labels = probabilities.map((p) => (random() < p ? 1 : 0));
    expect(threshold).toBeCloseTo(qualityAt(probabilities, labels, threshold).f1 / 2, 1);
  });

  test('parts what is clearly parted', () => {
    const threshold = bestThreshold([0.99, 0.98, 0.02, 0.01, 0.01]);
    expect(threshold).toBeGreaterThan(0.02);
    expect(threshold).toBeLessThan(0.98);
  });
});
