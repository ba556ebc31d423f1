/** Evidence laid end to end: where each piece takes the odds, from before anything was compared to the probability. */
import type { ReviewRow } from '../../../src/api/contract.ts';

export type Piece = ReviewRow['candidates'][number]['evidence'][number];

export type Step = {
  /** Null: the odds before anything was compared. */
  feature: string | null;
  level: string;
  words: string;
  /** In bits: log2 of how much it multiplies the odds by. */
  weight: number;
  from: number;
  to: number;
};
export type Waterfall = { steps: Step[]; sum: number; least: number; most: number };

const smallest = 1e-6;

export function waterfallOf(evidence: readonly Piece[], probability: number | undefined): Waterfall {
  const found = evidence.reduce((total, { weight }) => total + weight, 0);
  // What the pieces do not explain is what was thought before: candidates are rarely one game.
  const before = probability === undefined ? 0 : logOdds(probability) - found;
  const steps: Step[] = [];
  let at = 0;
  const add = (feature: string | null, level: string, words: string, weight: number) => {
    steps.push({ feature, level, words, weight, from: at, to: at + weight });
    at += weight;
  };
  if (Math.abs(before) >= 0.05) add(null, '', '', before);
  for (const { feature, weight, detail } of evidence) {
    const cut = detail.indexOf(': ');
    add(feature, cut < 0 ? detail : detail.slice(0, cut), cut < 0 ? '' : detail.slice(cut + 2), weight);
  }
  const ends = [0, ...steps.map(({ to }) => to)];
  return { steps, sum: at, least: Math.min(...ends), most: Math.max(...ends) };
}

/** What was found on either side, or how many bits; null where the words are of one piece. */
export function sidesOf(words: string): { left: string; right: string } | { bits: number } | null {
  const bits = /^(\d+) bits$/.exec(words)?.[1];
  if (bits !== undefined) return { bits: Number(bits) };
  const quoted = /^(«.*») and («.*»)$/.exec(words);
  const [left, right, ...more] = quoted ? quoted.slice(1) : words.split(' and ');
  return left && right && more.length === 0 ? { left, right } : null;
}

function logOdds(probability: number): number {
  const inside = Math.min(1 - smallest, Math.max(smallest, probability));
  return Math.log2(inside / (1 - inside));
}
