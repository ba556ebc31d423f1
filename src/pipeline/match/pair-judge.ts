/** Who judges the pairs of two files: our own weights, or a model that was trained on somebody's labelled pairs. */
import type { Evidence } from '../../domain/match.ts';
import { defaultWeights } from './default-weights.ts';
import { compareTraits } from './features.ts';
import { evidenceOf, probabilityOf, scoreOf } from './model.ts';
import { type Thresholds, thresholds as usual } from './pair.ts';
import type { Fields } from './pair-record.ts';
import type { Rarity } from './rarity.ts';
import { scorer } from './score-pair.ts';
import type { TrainedModel } from './trained-model.ts';
import type { Traits } from './traits.ts';

export type PairJudge = {
  thresholds: Thresholds;
  /** Whether a quick look at the titles may spare the comparison: not where others taught what matters. */
  trustsTitles: boolean;
  /** The probability that both are one. */
  probability(left: number, right: number): number;
  evidence(left: number, right: number): Evidence[];
};

export function ourJudge(traits: (record: number) => Traits, rarity: Rarity): PairJudge {
  const found = (left: number, right: number) => compareTraits(traits(left), traits(right), rarity);
  return {
    thresholds: usual,
    trustsTitles: true,
    probability: (left, right) => probabilityOf(scoreOf(found(left, right), defaultWeights)),
    evidence: (left, right) => evidenceOf(found(left, right), defaultWeights),
  };
}

/** A trained model knows one threshold; pairs from half of it on are doubtful. */
export function trainedJudge(model: TrainedModel, fields: (record: number) => Fields): PairJudge {
  const score = scorer(model);
  const judge = (left: number, right: number) => score(fields(left), fields(right));
  return {
    thresholds: { same: model.thresholds.same, ask: model.thresholds.same / 2 },
    trustsTitles: false,
    probability: (left, right) => judge(left, right).probability,
    evidence: (left, right) => judge(left, right).evidence,
  };
}
