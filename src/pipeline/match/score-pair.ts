/** What a trained model says of a pair: how probable it is that both are one thing, and which features said so how strongly. */
import type { Evidence } from '../../domain/match.ts';
import { calibrated, probabilityFrom } from './calibrate.ts';
import { pairFeatures } from './pair-features.ts';
import { type Fields, recordReader } from './pair-record.ts';
import { withWords } from './stack.ts';
import type { TrainedModel } from './trained-model.ts';
import { contributions, walkable } from './trees.ts';
import { weightOf } from './word-counts.ts';
import { wordSigns } from './word-lessons.ts';

export type ScoredPair = { probability: number; decision: 'same' | 'different'; evidence: Evidence[] };

/** Contributions below this, in bits, are not shown one by one: together they are the evidence «all else». */
const leastShown = 0.05;

/** So many records are remembered while a file is scored. */
const mostKnown = 5000;

/** Makes the function that scores pairs by a model. */
export function scorer(model: TrainedModel): (left: Fields, right: Fields) => ScoredPair {
  const weight = weightOf(model.words);
  const forest = walkable(model.forest);
  const lessons = new Map(Object.entries(model.lessons));
  const read = recordReader(model.fields, new Map(), mostKnown);
  return (leftFields, rightFields) => {
    const [left, right] = [read(leftFields), read(rightFields)];
    const signs = wordSigns(left, right);
    const row = withWords({ features: pairFeatures({ left, right, weight }), signs }, lessons);
    const given = contributions(forest, row);
    const score = given.reduce((sum, contribution) => sum + contribution, forest.bias);
    const probability = probabilityFrom(calibrated(score, model.calibration));
    return {
      probability: Math.round(probability * 1e6) / 1e6,
      decision: probability >= model.thresholds.same ? 'same' : 'different',
      evidence: evidenceOf(model, given, row, signs),
    };
  };
}

/** The calibrated log odds of a pair nothing was asked of, in bits. With the evidence it sums to the log odds of the pair. */
export const biasBits = ({ forest, calibration }: TrainedModel): number =>
  calibrated(walkable(forest).bias, calibration) / Math.LN2;

function evidenceOf(model: TrainedModel, given: Float64Array, row: Float64Array, signs: readonly string[]): Evidence[] {
  const evidence: Evidence[] = [];
  let rest = 0;
  let small = 0;
  for (const [column, feature] of model.features.entries()) {
    const weight = ((given[column] ?? 0) * model.calibration.slope) / Math.LN2;
    if (weight === 0) continue;
    if (Math.abs(weight) < leastShown) {
      rest += weight;
      small += 1;
      continue;
    }
    const isWords = column === model.features.length - 1;
    evidence.push({
      feature,
      weight: rounded(weight),
      detail: isWords ? wordsOf(model, signs) : shownValue(row[column]),
    });
  }
  if (small > 0)
    evidence.push({ feature: 'all else', weight: rounded(rest), detail: `${small} features that say little` });
  return evidence.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

const rounded = (weight: number): number => Math.round(weight * 1e6) / 1e6;

const shownValue = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? 'one side says nothing' : String(Math.round(value * 100) / 100);

const where: Readonly<Record<string, string>> = {
  '=': 'both',
  '!': 'one alone',
  '<': 'left alone',
  '>': 'right alone',
};
const mostWords = 4;

/** The words that said most: `upgrade (one alone) −1.2`. */
function wordsOf({ lessons }: TrainedModel, signs: readonly string[]): string {
  const said = signs
    .map((sign) => ({ sign, weight: Object.hasOwn(lessons, sign) ? (lessons[sign] ?? 0) : 0 }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, mostWords);
  if (said.length === 0) return 'no word was learned of';
  return said
    .map(
      ({ sign, weight }) =>
        `${sign.slice(1)} (${where[sign.charAt(0)]}) ${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(1)}`,
    )
    .join(', ');
}
