/** Two records by themselves: are they one game? What the machine would do, how sure it is, and why. */
import type { Evidence } from '../../domain/match.ts';
import { defaultWeights } from './default-weights.ts';
import { compareTraits } from './features.ts';
import { evidenceOf, probabilityOf, scoreOf } from './model.ts';
import { type Rarity, unknownRarity } from './rarity.ts';
import type { Traits } from './traits.ts';
import type { Weights } from './weights.ts';

export type Thresholds = {
  /** From this probability on the machine joins by itself. */
  same: number;
  /** From this on it asks a curator; below, they are different games. */
  ask: number;
};

export const thresholds: Thresholds = { same: 0.9, ask: 0.2 };

export type Pair = { probability: number; decision: 'same' | 'ask' | 'different'; evidence: Evidence[] };

export function judgePair(
  left: Traits,
  right: Traits,
  { weights = defaultWeights, rarity = unknownRarity }: { weights?: Weights; rarity?: Rarity } = {},
): Pair {
  const found = compareTraits(left, right, rarity);
  const probability = probabilityOf(scoreOf(found, weights));
  return { probability, decision: decisionOf(probability), evidence: evidenceOf(found, weights) };
}

export const decisionOf = (probability: number, { same, ask }: Thresholds = thresholds): Pair['decision'] =>
  probability >= same ? 'same' : probability >= ask ? 'ask' : 'different';
