import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceWithin } from './distance.ts';

describe('edits between two texts', () => {
  test.each([
    ['lighthouse', 'lighthouse', 0],
    ['lighthouse', 'lihthouse', 1],
    ['lighthouse', 'lightthouse', 1],
    ['lighthouse', 'lightbouse', 1],
    ['lighthouse', 'lighthuose', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ])('%s and %s are %i apart', (left, right, apart) => {
    expect(distanceWithin(left, right, apart)).toBe(true);
    if (apart > 0) expect(distanceWithin(left, right, apart - 1)).toBe(false);
  });
});

test('it agrees with the whole table, both ways round', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (left, right, most) => {
      const expected = whole(left, right) <= most;
      expect(distanceWithin(left, right, most)).toBe(expected);
      expect(distanceWithin(right, left, most)).toBe(expected);
    }),
  );
});

/** Optimal string alignment, by the book. */
function whole(left: string, right: string): number {
  const at = (row: number, column: number): number => {
    if (row === 0 || column === 0) return row + column;
    const [a, b] = [left[row - 1], right[column - 1]];
    const costs = [at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (a === b ? 0 : 1)];
    if (row > 1 && column > 1 && a === right[column - 2] && left[row - 2] === b)
      costs.push(at(row - 2, column - 2) + 1);
    return Math.min(...costs);
  };
  return left.length > 5 || right.length > 5 ? table(left, right) : at(left.length, right.length);
}

function table(left: string, right: string): number {
  const rows = Array.from({ length: left.length + 1 }, (_, row) =>
    Array.from({ length: right.length + 1 }, (_, column) => (row === 0 || column === 0 ? row + column : 0)),
  );
  const cell = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= left.length; row++) {
    for (let column = 1; column <= right.length; column++) {
      const [a, b] = [left[row - 1], right[column - 1]];
      let cost = Math.min(
        cell(row - 1, column) + 1,
        cell(row, column - 1) + 1,
        cell(row - 1, column - 1) + (a === b ? 0 : 1),
      );
      if (row > 1 && column > 1 && a === right[column - 2] && left[row - 2] === b)
        cost = Math.min(cost, cell(row - 2, column - 2) + 1);
      (rows[row] ?? [])[column] = cost;
    }
  }
  return cell(left.length, right.length);
}
