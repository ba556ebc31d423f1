/**
 * From labelled pairs to a trained model. Calibration, thresholds and the figures come from cross-validation: every pair is
 * judged by a learner that did not see it, so that none of them is flattered. Same pairs, same model.
 */
import {
  bestThreshold,
  calibrate,
  calibrated,
  calibrationError,
  probabilityFrom,
  qualityAt,
  reliability,
} from './calibrate.ts';
import { featureProbe } from './feature-probe.ts';
import { treeSettings } from './grow-trees.ts';
import { pairFeatures } from './pair-features.ts';
import { type FieldRoles, type Fields, type PairRecord, type Role, recordReader } from './pair-record.ts';
import { type Example, featureNames, foldsOf, labelsOf, learn, pick, withWords } from './stack.ts';
import { modelKind, modelVersion, type TrainedModel } from './trained-model.ts';
import { answer, walkable } from './trees.ts';
import { countWords, type WordCounts, weightOf } from './word-counts.ts';
import { wordSigns } from './word-lessons.ts';

export type LabelledPair = { left: Fields; right: Fields; same: boolean };

const outerFolds = 5;
/** So many pairs of each label are needed at the least: two in each fold. */
export const leastOfEach = 10;
const surePrecision = 0.99;

/** How many steps a training takes, for progress: `told` is called so often. */
export const trainingSteps: number = (outerFolds + 1) * treeSettings.rounds * treeSettings.bags;

/** Trains on pairs of which at least `leastOfEach` are one thing and as many two. */
export function trainModel(
  pairs: readonly LabelledPair[],
  fields: FieldRoles,
  told: () => void = () => undefined,
): TrainedModel {
  const labels = Uint8Array.from(pairs, ({ same }) => (same ? 1 : 0));
  const { examples, words } = prepare(pairs, fields);
  const fold = foldsOf(labels, outerFolds, treeSettings.seed);
  const scores = new Float64Array(labels.length);
  for (let turn = 0; turn < outerFolds; turn++) {
    const seen = [...labels.keys()].filter((row) => fold[row] !== turn);
    const { forest, lessons } = learn(pick(examples, seen), labelsOf(labels, seen), treeSettings, told);
    const walked = walkable(forest);
    for (const [row, example] of examples.entries())
      if (fold[row] === turn) scores[row] = answer(walked, withWords(example, lessons));
  }
  const { forest, lessons } = learn(examples, labels, treeSettings, told);
  const calibration = calibrate(scores, labels);
  const probabilities = scores.map((score) => probabilityFrom(calibrated(score, calibration)));
  return {
    kind: modelKind,
    version: modelVersion,
    fields: { ...fields } as Record<string, Role>,
    features: [...featureNames],
    probe: featureProbe(),
    words,
    lessons: Object.fromEntries(lessons),
    forest,
    calibration,
    thresholds: { same: bestThreshold(probabilities), sure: sureThreshold(probabilities, labels) },
    trained: {
      pairs: pairs.length,
      matches: labels.reduce((sum, label) => sum + label, 0),
      folds: outerFolds,
      figures: figuresOf(scores, labels, fold),
    },
  };
}

/** The features of all pairs. A record of many pairs is read once. */
function prepare(pairs: readonly LabelledPair[], fields: FieldRoles): { examples: Example[]; words: WordCounts } {
  const known = new Map<string, PairRecord>();
  const read = recordReader(fields, known);
  const records = pairs.map(({ left, right }) => ({ left: read(left), right: read(right) }));
  const words = countWords(known.values());
  const weight = weightOf(words);
  const examples = records.map(({ left, right }) => ({
    features: pairFeatures({ left, right, weight }),
    signs: wordSigns(left, right),
  }));
  return { examples, words };
}

/** Each fold is calibrated and cut by what the others say: nothing in the figures has seen the pair it judges. */
function figuresOf(scores: Float64Array, labels: Uint8Array, fold: Uint8Array): TrainedModel['trained']['figures'] {
  const probabilities = new Float64Array(labels.length);
  const joined = new Float64Array(labels.length);
  for (let turn = 0; turn < outerFolds; turn++) {
    const others = [...labels.keys()].filter((row) => fold[row] !== turn);
    const line = calibrate(
      others.map((row) => scores[row] ?? 0),
      labelsOf(labels, others),
    );
    const threshold = bestThreshold(others.map((row) => probabilityFrom(calibrated(scores[row] ?? 0, line))));
    for (const row of labels.keys()) {
      if (fold[row] !== turn) continue;
      probabilities[row] = probabilityFrom(calibrated(scores[row] ?? 0, line));
      joined[row] = (probabilities[row] ?? 0) >= threshold ? 1 : 0;
    }
  }
  const rounded = (value: number) => Math.round(value * 1e4) / 1e4;
  const { f1, precision, recall } = qualityAt(joined, labels, 1);
  return {
    f1: rounded(f1),
    precision: rounded(precision),
    recall: rounded(recall),
    calibrationError: rounded(calibrationError(probabilities, labels)),
    reliability: reliability(probabilities, labels).map((bin) => ({
      ...bin,
      said: rounded(bin.said),
      was: rounded(bin.was),
    })),
  };
}

/** The lowest threshold from which on so many of the joined are right that 99 % is no luck; null: there is none. */
function sureThreshold(probabilities: Float64Array, labels: Uint8Array): number | null {
  const order = [...labels.keys()].sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0));
  let [right, sure]: [number, number | null] = [0, null];
  for (const [at, row] of order.entries()) {
    right += labels[row] ?? 0;
    const its = probabilities[row] ?? 0;
    // Half a mistake is added, so that ten pairs without one are not called sure.
    if (its > (probabilities[order[at + 1] ?? -1] ?? -1) && (right - 0.5) / (at + 1) >= surePrecision) sure = its;
  }
  return sure;
}
