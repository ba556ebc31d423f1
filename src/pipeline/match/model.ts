/**
 * From what two records say to a probability that they are one game. Each level of each feature has a weight, in bits of
 * evidence (log2 of the odds), as in Fellegi and Sunter's theory of record linkage (1969); the weights are fitted together,
 * since features are not independent, by logistic regression that starts from and is held to prior weights.
 */
import type { Evidence } from '../../domain/match.ts';
import type { Weights } from '../../domain/match-model.ts';
import type { Found } from './features.ts';
import { ceilings } from './prior-weights.ts';

/** `weight`: how much the judgement counts beside others, 1 if it is absent. */
export type Judged = { found: readonly Found[]; same: boolean; weight?: number };

const levelNames = new Map<string, Map<string, string>>();

/** `feature=level`; made once, for millions of pairs ask for it. */
export function levelOf({ feature, level }: Found): string {
  const levels = levelNames.get(feature) ?? new Map<string, string>();
  if (levels.size === 0) levelNames.set(feature, levels);
  const known = levels.get(level);
  if (known !== undefined) return known;
  const name = `${feature}=${level}`;
  levels.set(level, name);
  return name;
}

/** Signed contributions, the strongest first. */
export function evidenceOf(found: readonly Found[], weights: Weights): Evidence[] {
  return found
    .map((one) => ({
      feature: one.feature,
      weight: weights.levels[levelOf(one)] ?? 0,
      detail: `${one.level}: ${one.detail}`,
    }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

/** Log2 of the odds for one game. */
export function scoreOf(found: readonly Found[], weights: Weights): number {
  let score = weights.bias;
  for (const one of found) score += weights.levels[levelOf(one)] ?? 0;
  const { calibration } = weights;
  return calibration === undefined ? score : calibration.slope * score + calibration.shift;
}

/**
 * Few judgements are about series, and a list that joins an engine with its game would teach that numbers do not matter.
 * These keep their prior weight whatever the pairs say.
 */
const heldFeatures = new Set(['number', 'work', 'edition', 'year in title', 'year', 'identifier', 'url']);
const heldLevels = new Set(['package=part', 'platform=another age', 'aside=one', 'aside=different']);

/** 0 to 1. */
export const probabilityOf = (score: number): number => 1 / (1 + 2 ** -score);

/** Which way a judgement pulls a score (per bit), and how stiffly, when `error` of all judgements are slips. */
export function pullOf(score: number, same: boolean, error: number): { slope: number; curve: number } {
  const p = probabilityOf(score);
  const spread = p * (1 - p);
  if (error === 0) return { slope: Math.LN2 * (p - (same ? 1 : 0)), curve: Math.LN2 ** 2 * spread };
  const said = error + (1 - 2 * error) * p;
  const part = ((1 - 2 * error) * spread) / (said * (1 - said));
  return {
    slope: Math.LN2 * part * (said - (same ? 1 : 0)),
    curve: Math.LN2 ** 2 * part * (1 - 2 * error) * spread,
  };
}

/**
 * Fits weights to judged pairs: the most probable ones given a normal prior around `prior` with the given deviation (in
 * bits). Levels that the pairs say little of stay where they were. Deterministic: Newton steps along each coordinate.
 * `error`: the share of judgements that are taken to be slips, so that a single one cannot pull hard.
 */
export function fit(pairs: readonly Judged[], prior: Weights, deviation: number, rounds = 40, error = 0): Weights {
  const isHeld = (name: string) => heldLevels.has(name) || heldFeatures.has(name.slice(0, name.indexOf('=')));
  const names = [
    ...new Set([...Object.keys(prior.levels), ...pairs.flatMap(({ found }) => found.map(levelOf))]),
  ].sort();
  const column = new Map(names.map((name, index) => [name, index + 1]));
  const rows = pairs.map(({ found }) => [0, ...new Set(found.map((one) => column.get(levelOf(one)) ?? 0))]);
  const holders: number[][] = Array.from({ length: names.length + 1 }, () => []);
  for (const [index, row] of rows.entries()) for (const at of row) holders[at]?.push(index);
  const before = [prior.bias, ...names.map((name) => prior.levels[name] ?? 0)];
  const weights = [...before];
  const tops = [Number.POSITIVE_INFINITY, ...names.map((name) => ceilings[name] ?? Number.POSITIVE_INFINITY)];
  const scores = rows.map((row) => row.reduce((sum, at) => sum + (weights[at] ?? 0), 0));
  const precision = 1 / (deviation * deviation);
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    for (const [at, held] of holders.entries()) {
      // Every pair has a title, so the level of titles says what the bias would.
      if (at === 0 || isHeld(names[at - 1] ?? '')) continue;
      const away = (weights[at] ?? 0) - (before[at] ?? 0);
      let slope = precision * away;
      let curve = precision;
      for (const index of held) {
        const pair = pairs[index];
        if (!pair) continue;
        const pull = pullOf(scores[index] ?? 0, pair.same, error);
        slope += (pair.weight ?? 1) * pull.slope;
        curve += (pair.weight ?? 1) * pull.curve;
      }
      // A step is bounded, so that a level seen in one pair cannot run away before the others have answered.
      const bounded = Math.max(-2, Math.min(2, -slope / curve));
      const step = Math.min(bounded, (tops[at] ?? 0) - (weights[at] ?? 0));
      if (Math.abs(step) < 1e-4) continue;
      weights[at] = (weights[at] ?? 0) + step;
      for (const index of held) scores[index] = (scores[index] ?? 0) + step;
      moved = Math.max(moved, Math.abs(step));
    }
    if (moved < 1e-3) break;
  }
  const levels = Object.fromEntries(names.map((name, index) => [name, weights[index + 1] ?? 0]));
  return { bias: weights[0] ?? 0, levels };
}
