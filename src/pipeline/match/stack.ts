/**
 * The learner behind `variorum link train`: boosted trees on the features of a pair, one of which is what its words say.
 * That one feature is itself learned, so for training it is always given by lessons that did not see the pair (stacked
 * generalisation, Wolpert 1992); else the trees would trust it far too much.
 */
import { growForest, type TreeSettings, treeSettings } from './grow-trees.ts';
import { pairFeatureNames } from './pair-features.ts';
import { seeded } from './seeded.ts';
import { answer, type Forest, walkable } from './trees.ts';
import { learnWords, type WordLessons, wordsSay } from './word-lessons.ts';

export type Example = { features: Float64Array; signs: readonly string[] };
export type Learned = { lessons: WordLessons; forest: Forest };

/** Small trees, quick to grow: they only tell the lessons what is known without them. */
export const firstSettings: TreeSettings = { ...treeSettings, rounds: 80, bags: 1, rate: 0.1, depth: 3 };
const innerFolds = 5;

/** For each label the number of its fold, from 0: shuffled by seed, both labels shared out evenly. */
export function foldsOf(labels: Uint8Array, folds: number, seed: number): Uint8Array {
  const random = seeded(seed);
  const fold = new Uint8Array(labels.length);
  let next = 0;
  for (const label of [1, 0]) {
    const rows = [...labels.keys()].filter((row) => labels[row] === label);
    for (let at = rows.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [rows[at], rows[other]] = [rows[other] ?? 0, rows[at] ?? 0];
    }
    for (const row of rows) fold[row] = next++ % folds;
  }
  return fold;
}

export function columnsOf(rows: readonly Float64Array[]): Float64Array[] {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => Float64Array.from(rows, (row) => row[column] ?? Number.NaN));
}

export function learn(
  examples: readonly Example[],
  labels: Uint8Array,
  settings: TreeSettings = treeSettings,
  told: () => void = () => undefined,
): Learned {
  const fold = foldsOf(labels, innerFolds, settings.seed + 1);
  const features = examples.map((example) => example.features);
  const known = new Float64Array(labels.length);
  const said = new Float64Array(labels.length);
  const inTurn = (use: (seen: number[], held: number[]) => void) => {
    for (let turn = 0; turn < innerFolds; turn++) {
      const rows = [...labels.keys()];
      use(
        rows.filter((row) => fold[row] !== turn),
        rows.filter((row) => fold[row] === turn),
      );
    }
  };
  inTurn((seen, held) => {
    const first = walkable(growForest(columnsOf(pick(features, seen)), labelsOf(labels, seen), firstSettings));
    for (const row of held) known[row] = answer(first, features[row] ?? new Float64Array());
  });
  const signs = examples.map((example) => example.signs);
  const lessonsOf = (rows: number[]) =>
    learnWords(
      pick(signs, rows),
      labelsOf(labels, rows),
      Float64Array.from(rows, (row) => known[row] ?? 0),
    );
  inTurn((seen, held) => {
    const lessons = lessonsOf(seen);
    for (const row of held) said[row] = wordsSay(lessons, signs[row] ?? []);
  });
  const forest = growForest([...columnsOf(features), said], labels, settings, told);
  return { lessons: lessonsOf([...labels.keys()]), forest };
}

export const pick = <T>(all: readonly T[], rows: readonly number[]): T[] =>
  rows.flatMap((row) => {
    const one = all[row];
    return one === undefined ? [] : [one];
  });
export const labelsOf = (labels: Uint8Array, rows: readonly number[]): Uint8Array =>
  Uint8Array.from(rows, (row) => labels[row] ?? 0);

/** The features of a pair as the forest knows them: with what its words say at the end. */
export function withWords({ features, signs }: Example, lessons: WordLessons): Float64Array {
  const row = new Float64Array(features.length + 1);
  row.set(features);
  row[features.length] = wordsSay(lessons, signs);
  return row;
}
export const featureNames: readonly string[] = [...pairFeatureNames, 'words as learned'];
