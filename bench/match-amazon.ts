/** The trained matcher on the published benchmark amazon-google: learned from its `train` pairs, judged on its `valid` ones. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { calibrationError, qualityAt } from '../src/pipeline/match/calibrate.ts';
import { readPairLine } from '../src/pipeline/match/labelled-pair.ts';
import type { FieldRoles } from '../src/pipeline/match/pair-record.ts';
import { scorer } from '../src/pipeline/match/score-pair.ts';
import { type LabelledPair, trainModel } from '../src/pipeline/match/train-model.ts';
import type { TrainedModel } from '../src/pipeline/match/trained-model.ts';
import { readJsonLines } from '../src/platform/json-lines.ts';

export const amazonGoogle = fileURLToPath(new URL('../../shared/data/matching/amazon-google/', import.meta.url));
const fields: FieldRoles = { title: 'title', manufacturer: 'authors', price: 'price' };

export type AmazonFigures = {
  f1: number;
  precision: number;
  recall: number;
  calibrationError: number;
  /** What cross-validation on the training pairs had foretold. */
  foretold: TrainedModel['trained']['figures'];
  trainSeconds: number;
  pairsPerSecond: number;
};

/** Null where the data is absent. */
export async function amazonFigures(): Promise<AmazonFigures | null> {
  if (!existsSync(amazonGoogle)) return null;
  const [train, valid] = await Promise.all(['train', 'valid'].map((name) => load(`${amazonGoogle}${name}.jsonl.gz`)));
  const begun = performance.now();
  const model = trainModel(train ?? [], fields);
  const trained = performance.now();
  const judge = scorer(model);
  const probabilities = (valid ?? []).map(({ left, right }) => judge(left, right).probability);
  // The rate is taken over the training pairs, when the code has run for a while.
  const warm = performance.now();
  for (const { left, right } of train ?? []) judge(left, right);
  const scored = performance.now();
  const labels = (valid ?? []).map(({ same }) => (same ? 1 : 0));
  return {
    ...qualityAt(probabilities, labels, model.thresholds.same),
    calibrationError: calibrationError(probabilities, labels),
    foretold: model.trained.figures,
    trainSeconds: (trained - begun) / 1000,
    pairsPerSecond: (1000 * (train?.length ?? 0)) / (scored - warm),
  };
}

async function load(path: string): Promise<LabelledPair[]> {
  const pairs: LabelledPair[] = [];
  for await (const { value, line } of readJsonLines(path)) {
    const pair = readPairLine(value);
    if ('wrong' in pair) throw new Error(`${path}, line ${line}: ${pair.wrong}.`);
    pairs.push({ left: pair.left, right: pair.right, same: pair.label === true });
  }
  return pairs;
}
