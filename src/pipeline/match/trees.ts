/** Decision trees whose answers are summed: what they say of a row, and which columns said it. `grow-trees.ts` learns them. */
/** A tree in flat lists, one entry a node; node 0 is the root. Every node has a value, so that each step can be accounted for. */
export type Tree = {
  /** The column a node asks for; -1: it is a leaf. */
  feature: number[];
  /** Values up to it go to `low`, larger ones to `high`. */
  threshold: number[];
  low: number[];
  high: number[];
  /** 1: a missing value goes to `low`; 0: to `high`. */
  missingLow: number[];
  /** What the rows of this node would be corrected by, in natural log of the odds. */
  value: number[];
};
/** The answer for a row is `start` and the leaves it falls into, summed. */
export type Forest = { start: number; trees: Tree[] };

/** A forest laid out for walking: all nodes of all trees in typed arrays, a tree behind the other. */
export type Walkable = {
  start: number;
  /** What every row is given before any column is asked: the start and the roots. */
  bias: number;
  roots: Int32Array;
  feature: Int32Array;
  threshold: Float64Array;
  low: Int32Array;
  high: Int32Array;
  missing: Int32Array;
  value: Float64Array;
};

export function walkable({ start, trees }: Forest): Walkable {
  const offsets: number[] = [];
  let size = 0;
  for (const { feature } of trees) {
    offsets.push(size);
    size += feature.length;
  }
  const all = <T>(of: (tree: Tree, offset: number) => T[]): T[] =>
    trees.flatMap((tree, index) => of(tree, offsets[index] ?? 0));
  const low = all((tree, offset) => tree.low.map((node) => node + offset));
  const high = all((tree, offset) => tree.high.map((node) => node + offset));
  const missingLow = all(({ missingLow }) => missingLow);
  return {
    start,
    bias: trees.reduce((sum, { value }) => sum + (value[0] ?? 0), start),
    roots: Int32Array.from(offsets),
    feature: Int32Array.from(all(({ feature }) => feature)),
    threshold: Float64Array.from(all(({ threshold }) => threshold)),
    low: Int32Array.from(low),
    high: Int32Array.from(high),
    missing: Int32Array.from(missingLow, (isLow, node) => (isLow ? low[node] : high[node]) ?? 0),
    value: Float64Array.from(all(({ value }) => value)),
  };
}

/** The node below which a row's answer lies. */
function next({ threshold, low, high, missing }: Walkable, node: number, value: number): number {
  if (value <= (threshold[node] ?? 0)) return low[node] ?? 0;
  return (value > (threshold[node] ?? 0) ? high[node] : missing[node]) ?? 0;
}

/** The answer for one row, in natural log of the odds. */
export function answer(forest: Walkable, row: Float64Array): number {
  const { roots, feature, value } = forest;
  let sum = forest.start;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] ?? 0;
    for (let column = feature[node] ?? -1; column >= 0; column = feature[node] ?? -1)
      node = next(forest, node, row[column] ?? Number.NaN);
    sum += value[node] ?? 0;
  }
  return sum;
}

/**
 * What each column added to the answer for one row: along its way through a tree every change of value is the word of the
 * column that was asked. With the bias they sum to the answer.
 */
export function contributions(forest: Walkable, row: Float64Array): Float64Array {
  const { roots, feature, value } = forest;
  const given = new Float64Array(row.length);
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] ?? 0;
    for (let column = feature[node] ?? -1; column >= 0; column = feature[node] ?? -1) {
      const below = next(forest, node, row[column] ?? Number.NaN);
      given[column] = (given[column] ?? 0) + (value[below] ?? 0) - (value[node] ?? 0);
      node = below;
    }
  }
  return given;
}
