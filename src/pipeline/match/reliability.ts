/** How far probabilities can be trusted: what was said beside what came true, in ten bins. */
import type { ReliabilityBin } from '../../domain/match-model.ts';

export type Scored = { probability: number; same: boolean };

const bins = 10;

/** The reliability curve: ten bins of equal width. */
export function reliability(scored: readonly Scored[]): ReliabilityBin[] {
  const sums = Array.from({ length: bins }, () => ({ count: 0, said: 0, same: 0 }));
  for (const { probability, same } of scored) {
    const sum = sums[Math.min(bins - 1, Math.floor(probability * bins))];
    if (!sum) continue;
    sum.count += 1;
    sum.said += probability;
    if (same) sum.same += 1;
  }
  return sums.map(({ count, said, same }, index) => ({
    from: index / bins,
    to: (index + 1) / bins,
    count,
    mean: count === 0 ? 0 : said / count,
    same: count === 0 ? 0 : same / count,
  }));
}

/** Expected calibration error: how far probabilities are from what came true, on average over the bins. */
export function calibrationError(scored: readonly Scored[]): number {
  if (scored.length === 0) return 0;
  return (
    reliability(scored).reduce((sum, { count, mean, same }) => sum + count * Math.abs(mean - same), 0) / scored.length
  );
}
