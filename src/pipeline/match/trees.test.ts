import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growForest, type TreeSettings, treeSettings } from './grow-trees.ts';
import { seeded } from './seeded.ts';
import { answer, contributions, walkable } from './trees.ts';

const quick: TreeSettings = { ...treeSettings, rounds: 60, bags: 1, rate: 0.2, columnShare: 1, leastWeight: 1 };
const missing = Number.NaN;

/** Rows of random numbers from 0 to 1 with the label a rule gives them. */
function sample(count: number, width: number, rule: (row: number[]) => boolean, seed = 7) {
  const random = seeded(seed);
  const rows = Array.from({ length: count }, () => Array.from({ length: width }, () => random()));
  const columns = Array.from({ length: width }, (_, column) => Float64Array.from(rows, (row) => row[column] ?? 0));
  return { rows, columns, labels: Uint8Array.from(rows, (row) => (rule(row) ? 1 : 0)) };
}

const shareRight = (forest: ReturnType<typeof walkable>, rows: number[][], rule: (row: number[]) => boolean): number =>
  rows.filter((row) => answer(forest, Float64Array.from(row)) > 0 === rule(row)).length / rows.length;

describe('boosted trees learn', () => {
  const rules: [string, (row: number[]) => boolean][] = [
    ['either, but not both', ([a = 0, b = 0]) => a > 0.5 !== b > 0.5],
    ['a sum', ([a = 0, b = 0, c = 0]) => a + b + c > 1.5],
    ['one bound', ([a = 0]) => a > 0.3],
    ['a band', ([, b = 0]) => b > 0.3 && b < 0.6],
  ];
  test.each(rules)('%s', (_, rule) => {
    const { columns, labels } = sample(2000, 4, rule);
    const unseen = sample(1000, 4, rule, 8);
    expect(shareRight(walkable(growForest(columns, labels, quick)), unseen.rows, rule)).toBeGreaterThan(0.93);
  });

  test('that a missing value means something', () => {
    const { columns, labels } = sample(600, 2, ([a = 0]) => a > 0.7);
    const holes = columns[0]?.map((value) => (value > 0.7 ? missing : value)) ?? new Float64Array();
    const forest = walkable(growForest([holes, columns[1] ?? holes], labels, quick));
    expect(answer(forest, Float64Array.of(missing, 0.5))).toBeGreaterThan(2);
    expect(answer(forest, Float64Array.of(0.5, 0.5))).toBeLessThan(-2);
  });

  test('nothing where there is nothing to learn: the share of the labels is the answer', () => {
    const labels = Uint8Array.from({ length: 100 }, (_, row) => (row < 20 ? 1 : 0));
    const forest = walkable(growForest([new Float64Array(100).fill(1)], labels, quick));
    expect(1 / (1 + Math.exp(-answer(forest, Float64Array.of(5))))).toBeCloseTo(0.2, 1);
  });
});

test('the same rows and seed give the same trees, another seed others', () => {
  const { columns, labels } = sample(500, 3, ([a = 0, b = 0]) => a * b > 0.2);
  const grow = (seed: number) => JSON.stringify(growForest(columns, labels, { ...quick, rounds: 10, bags: 2, seed }));
  expect(grow(1)).toBe(grow(1));
  expect(grow(1)).not.toBe(grow(2));
});

test('contributions and the bias sum to the answer, for any row', () => {
  const seed = 20261125;
  console.log(`seed ${seed}`);
  const { columns, labels } = sample(800, 5, ([a = 0, b = 0, c = 0]) => a + b * c > 0.8);
  const holes = columns.map((column, at) => column.map((value, row) => ((row + at) % 7 === 0 ? missing : value)));
  const forest = walkable(growForest(holes, labels, quick));
  const value = fc.oneof(fc.double({ min: -2, max: 2 }), fc.constant(missing), fc.constantFrom(-Infinity, Infinity));
  fc.assert(
    fc.property(fc.array(value, { minLength: 5, maxLength: 5 }), (row) => {
      const values = Float64Array.from(row);
      const sum = contributions(forest, values).reduce((all, one) => all + one, forest.bias);
      expect(sum).toBeCloseTo(answer(forest, values), 9);
    }),
    { seed, numRuns: 500 },
  );
});

test('no order of distinct values changes what is learned of them: only their ranks count', () => {
  const { columns, labels } = sample(400, 2, ([a = 0]) => a > 0.5);
  const curved = columns.map((column) => column.map((value) => Math.exp(5 * value)));
  const [plain, bent] = [columns, curved].map((given) => walkable(growForest(given, labels, quick)));
  for (const row of labels.keys()) {
    const rowOf = (given: Float64Array[]) => Float64Array.from(given, (column) => column[row] ?? 0);
    if (plain && bent) expect(answer(bent, rowOf(curved))).toBeCloseTo(answer(plain, rowOf(columns)), 9);
  }
});
