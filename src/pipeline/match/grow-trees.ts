/**
 * Gradient boosted decision trees for yes-or-no answers: each tree corrects the sum of those before it. The method is
 * Friedman's (Greedy function approximation, 2001) with subsampling (2002), the gain and the leaves of second order and
 * the learned way of missing values those of Chen and Guestrin (XGBoost, 2016). Same rows, settings and seed: same trees.
 */
import { seeded } from './seeded.ts';
import { type Bins, binColumns } from './tree-bins.ts';
import type { Forest, Tree } from './trees.ts';

export type TreeSettings = {
  rounds: number;
  /** So many runs with seeds of their own, averaged. */
  bags: number;
  rate: number;
  depth: number;
  /** The least weight (second derivatives) in a leaf, and what is added to it so that small leaves say little. */
  leastWeight: number;
  damping: number;
  /** A split must gain so much. */
  leastGain: number;
  rowShare: number;
  columnShare: number;
  bins: number;
  seed: number;
};

/** Chosen once by cross-validation on labelled pairs of products (docs/decisions), and kept for all data. */
export const treeSettings: TreeSettings = {
  rounds: 250,
  bags: 3,
  rate: 0.05,
  depth: 3,
  leastWeight: 2,
  damping: 3,
  leastGain: 0.05,
  rowShare: 0.7,
  columnShare: 0.4,
  bins: 48,
  seed: 20260101,
};

/** Learns from rows given by columns (NaN: missing) with their labels, 0 or 1. `told` hears of every round. */
export function growForest(
  columns: readonly Float64Array[],
  labels: Uint8Array,
  settings: TreeSettings = treeSettings,
  told: () => void = () => undefined,
): Forest {
  const count = labels.length;
  const positive = labels.reduce((sum, label) => sum + label, 0);
  const start = Math.log((positive + 0.5) / (count - positive + 0.5));
  const grower = new Grower(binColumns(columns, settings.bins), labels, settings);
  const trees: Tree[] = [];
  for (let bag = 0; bag < settings.bags; bag++) {
    const random = seeded(settings.seed + bag * 7919);
    const scores = new Float64Array(count).fill(start);
    for (let round = 0; round < settings.rounds; round++) {
      const tree = grower.grow(scores, random);
      trees.push({ ...tree, value: tree.value.map((value) => Math.round((1e6 * value) / settings.bags) / 1e6) });
      told();
    }
  }
  return { start, trees };
}

type Split = { column: number; bin: number; missingLow: boolean; gain: number };
type Sums = { slope: number; weight: number };

class Grower {
  readonly #bins: Bins;
  readonly #labels: Uint8Array;
  readonly #settings: TreeSettings;
  readonly #slopes: Float64Array;
  readonly #weights: Float64Array;
  readonly #rows: Uint32Array;
  readonly #spare: Uint32Array;
  readonly #perColumn: number;
  #columns: number[] = [];

  constructor(bins: Bins, labels: Uint8Array, settings: TreeSettings) {
    this.#bins = bins;
    this.#labels = labels;
    this.#settings = settings;
    this.#slopes = new Float64Array(labels.length);
    this.#weights = new Float64Array(labels.length);
    this.#rows = new Uint32Array(labels.length);
    this.#spare = new Uint32Array(labels.length);
    this.#perColumn = 2 * (settings.bins + 1);
  }

  /** Grows one tree on a sample of rows and columns, and adds its answers to the scores of all rows. */
  grow(scores: Float64Array, random: () => number): Tree {
    const { rowShare, columnShare } = this.#settings;
    let used = 0;
    for (let row = 0; row < scores.length; row++) {
      const p = 1 / (1 + Math.exp(-(scores[row] ?? 0)));
      this.#slopes[row] = p - (this.#labels[row] ?? 0);
      this.#weights[row] = Math.max(p * (1 - p), 1e-9);
      if (random() < rowShare) this.#rows[used++] = row;
    }
    this.#columns = [...this.#bins.bounds.keys()].filter(
      (column) => this.#bins.bounds[column]?.length && random() < columnShare,
    );
    const tree: Tree = { feature: [], threshold: [], low: [], high: [], missingLow: [], value: [] };
    this.#split(tree, 0, used, 0, this.#count(0, used));
    this.#add(tree, scores);
    return tree;
  }

  /** Makes a node of the rows from `from` to `to` and returns its number. */
  #split(tree: Tree, from: number, to: number, depth: number, counts: Float64Array | null): number {
    const all = this.#sum(from, to);
    const node = tree.feature.length;
    tree.feature.push(-1);
    for (const list of [tree.threshold, tree.low, tree.high, tree.missingLow]) list.push(0);
    tree.value.push(this.#value(all) * this.#settings.rate);
    const best = counts && this.#best(all, counts);
    if (!best) return node;
    const middle = this.#partition(from, to, best);
    const [low, high] = depth + 1 < this.#settings.depth ? this.#countBoth(from, middle, to, counts) : [null, null];
    tree.feature[node] = best.column;
    tree.threshold[node] = this.#bins.bounds[best.column]?.[best.bin - 1] ?? 0;
    tree.missingLow[node] = best.missingLow ? 1 : 0;
    tree.low[node] = this.#split(tree, from, middle, depth + 1, low);
    tree.high[node] = this.#split(tree, middle, to, depth + 1, high);
    return node;
  }

  #sum(from: number, to: number): Sums {
    const all: Sums = { slope: 0, weight: 0 };
    for (let at = from; at < to; at++) {
      const row = this.#rows[at] ?? 0;
      all.slope += this.#slopes[row] ?? 0;
      all.weight += this.#weights[row] ?? 0;
    }
    return all;
  }

  #value({ slope, weight }: Sums): number {
    return -slope / (weight + this.#settings.damping);
  }

  /** How much better off a leaf is with its value than with nothing. */
  #worth({ slope, weight }: Sums): number {
    return (slope * slope) / (weight + this.#settings.damping) / 2;
  }

  #best(all: Sums, counts: Float64Array): Split | null {
    const { leastWeight, leastGain } = this.#settings;
    if (all.weight < 2 * leastWeight) return null;
    const before = this.#worth(all);
    let best: Split | null = null;
    const low: Sums = { slope: 0, weight: 0 };
    const high: Sums = { slope: 0, weight: 0 };
    for (const [index, column] of this.#columns.entries()) {
      const base = index * this.#perColumn;
      const bins = (this.#bins.bounds[column]?.length ?? 0) + 1;
      const missing = (counts[base + 1] ?? 0) > 1e-6;
      for (let way = missing ? 0 : 1; way < 2; way++) {
        low.slope = way === 0 ? (counts[base] ?? 0) : 0;
        low.weight = way === 0 ? (counts[base + 1] ?? 0) : 0;
        for (let bin = 1; bin < bins; bin++) {
          low.slope += counts[base + 2 * bin] ?? 0;
          low.weight += counts[base + 2 * bin + 1] ?? 0;
          if (low.weight < leastWeight) continue;
          high.slope = all.slope - low.slope;
          high.weight = all.weight - low.weight;
          if (high.weight < leastWeight) break;
          const gain = this.#worth(low) + this.#worth(high) - before;
          if (gain <= leastGain || gain <= (best?.gain ?? 0)) continue;
          // What was never missing here says nothing when it is: it goes the way of most rows.
          best = { column, bin, missingLow: missing ? way === 0 : low.weight > high.weight, gain };
        }
      }
    }
    return best;
  }

  /** Slopes and weights of the rows by column and bin. */
  #count(from: number, to: number): Float64Array {
    const counts = new Float64Array(this.#columns.length * this.#perColumn);
    for (const [index, column] of this.#columns.entries()) {
      const base = index * this.#perColumn;
      const binOf = this.#bins.columns[column] ?? new Uint8Array();
      for (let at = from; at < to; at++) {
        const row = this.#rows[at] ?? 0;
        const place = base + 2 * (binOf[row] ?? 0);
        counts[place] = (counts[place] ?? 0) + (this.#slopes[row] ?? 0);
        counts[place + 1] = (counts[place + 1] ?? 0) + (this.#weights[row] ?? 0);
      }
    }
    return counts;
  }

  /** Only the smaller side is counted; the larger is what is left. */
  #countBoth(from: number, middle: number, to: number, all: Float64Array): [Float64Array, Float64Array] {
    const lowIsSmall = middle - from <= to - middle;
    const small = lowIsSmall ? this.#count(from, middle) : this.#count(middle, to);
    for (let at = 0; at < all.length; at++) all[at] = (all[at] ?? 0) - (small[at] ?? 0);
    return lowIsSmall ? [small, all] : [all, small];
  }

  /** Puts the rows that go low before those that go high, each in their order, and returns where the latter begin. */
  #partition(from: number, to: number, { column, bin, missingLow }: Split): number {
    const binOf = this.#bins.columns[column] ?? new Uint8Array();
    let low = from;
    let spare = 0;
    for (let at = from; at < to; at++) {
      const row = this.#rows[at] ?? 0;
      const its = binOf[row] ?? 0;
      if (its === 0 ? missingLow : its <= bin) this.#rows[low++] = row;
      else this.#spare[spare++] = row;
    }
    this.#rows.set(this.#spare.subarray(0, spare), low);
    return low;
  }

  #add(tree: Tree, scores: Float64Array): void {
    const binBound = tree.feature.map((column, node) =>
      column < 0 ? 0 : (this.#bins.bounds[column]?.indexOf(tree.threshold[node] ?? 0) ?? 0) + 1,
    );
    for (let row = 0; row < scores.length; row++) {
      let node = 0;
      for (let column = tree.feature[0] ?? -1; column >= 0; column = tree.feature[node] ?? -1) {
        const bin = this.#bins.columns[column]?.[row] ?? 0;
        const low = bin === 0 ? tree.missingLow[node] === 1 : bin <= (binBound[node] ?? 0);
        node = (low ? tree.low[node] : tree.high[node]) ?? 0;
      }
      scores[row] = (scores[row] ?? 0) + (tree.value[node] ?? 0);
    }
  }
}
