/** Numbers sorted into few bins before trees are grown, so that finding a split is counting and not sorting. */

/** The bin of a missing value. */
export const missingBin = 0;

export type Bins = {
  /** For each column the bin of each row: 0 where the value is missing, from 1 upwards by size. */
  columns: Uint8Array[];
  /** For each column the bounds between its bins: bin `b` holds values up to `bounds[b - 1]`. */
  bounds: Float64Array[];
};

/** Sorts each column into at most `most` bins (and one for what is missing, NaN) that hold about as many rows each. */
export function binColumns(columns: readonly Float64Array[], most: number): Bins {
  const bounds = columns.map((column) => boundsOf(column, most));
  return { bounds, columns: columns.map((column, index) => binsOf(column, bounds[index] ?? new Float64Array())) };
}

function boundsOf(column: Float64Array, most: number): Float64Array {
  const sorted = column.filter((value) => !Number.isNaN(value)).sort();
  const bounds: number[] = [];
  let begun = 0;
  for (let at = 1; at < sorted.length; at++) {
    const below = sorted[at - 1] ?? 0;
    const above = sorted[at] ?? 0;
    if (below === above) continue;
    // A bin is closed when it holds its share of the rows that are left.
    if ((at - begun) * (most - bounds.length) < sorted.length - begun) continue;
    const middle = (below + above) / 2;
    bounds.push(middle > below && middle < above ? middle : below);
    begun = at;
    if (bounds.length === most - 1) break;
  }
  return Float64Array.from(bounds);
}

function binsOf(column: Float64Array, bounds: Float64Array): Uint8Array {
  const bins = new Uint8Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const value = column[row] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    let low = 0;
    let high = bounds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value <= (bounds[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    bins[row] = low + 1;
  }
  return bins;
}
