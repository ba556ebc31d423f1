/** Two records by themselves: are they one game? What the machine would do, how sure it is, and why. */
import type { Evidence } from '../../domain/match.ts';
import type { MatchModel, Thresholds } from '../../domain/match-model.ts';
import { defaultWeights } from './default-weights.ts';
import { compareTraits } from './features.ts';
import { evidenceOf, probabilityOf, scoreOf } from './model.ts';
import { type Rarity, unknownRarity } from './rarity.ts';
import type { Traits } from './traits.ts';

export type { Thresholds };

export const thresholds: Thresholds = { same: 0.9, ask: 0.2 };

/** What Variorum ships with, in force until judgements have taught a better one. */
export const shippedModel: MatchModel = { weights: defaultWeights, thresholds };

export type Pair = { probability: number; decision: 'same' | 'ask' | 'different'; evidence: Evidence[] };

export function judgePair(
  left: Traits,
  right: Traits,
  {
    weights = defaultWeights,
    thresholds: limits = thresholds,
    rarity = unknownRarity,
  }: Partial<MatchModel> & { rarity?: Rarity } = {},
): Pair {
  const found = compareTraits(left, right, rarity);
  const probability = probabilityOf(scoreOf(found, weights));
  return { probability, decision: decisionOf(probability, limits), evidence: evidenceOf(found, weights) };
}

export const decisionOf = (probability: number, { same, ask }: Thresholds = thresholds): Pair['decision'] =>
  probability >= same ? 'same' : probability >= ask ? 'ask' : 'different';
