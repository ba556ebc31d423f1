/**
 * From scores to probabilities that mean what they say: of the pairs given 80 %, 80 of a hundred are one thing. Platt's
 * method (1999): a line through the log odds, fitted to scores of pairs the learner has not seen. A line keeps the order
 * of pairs, and what each feature contributed stays a contribution.
 */

/** The calibrated log odds are `slope × score + shift`. */
export type Calibration = { slope: number; shift: number };

export const unchanged: Calibration = { slope: 1, shift: 0 };

export const probabilityFrom = (odds: number): number => 1 / (1 + Math.exp(-odds));
export const calibrated = (score: number, { slope, shift }: Calibration): number => slope * score + shift;

const rounds = 50;

/** Fits the line by Newton's method, with Platt's softened labels, so that few or cleanly parted pairs make no certainty. */
export function calibrate(scores: ArrayLike<number>, labels: ArrayLike<number>): Calibration {
  const count = scores.length;
  let positive = 0;
  for (let at = 0; at < count; at++) positive += labels[at] ?? 0;
  if (positive === 0 || positive === count) return unchanged;
  const [yes, no] = [(positive + 1) / (positive + 2), 1 / (count - positive + 2)];
  let line = { slope: 1, shift: 0 };
  let loss = lossOf(scores, labels, line, yes, no);
  for (let round = 0; round < rounds; round++) {
    let [gs, gb, hss, hsb, hbb] = [0, 0, 1e-9, 0, 1e-9];
    for (let at = 0; at < count; at++) {
      const score = scores[at] ?? 0;
      const p = probabilityFrom(calibrated(score, line));
      const off = p - (labels[at] ? yes : no);
      const weight = p * (1 - p);
      gs += off * score;
      gb += off;
      hss += weight * score * score;
      hsb += weight * score;
      hbb += weight;
    }
    const determinant = hss * hbb - hsb * hsb;
    if (!(determinant > 1e-12)) break;
    const step = { slope: (hbb * gs - hsb * gb) / determinant, shift: (hss * gb - hsb * gs) / determinant };
    let better = line;
    let its = loss;
    for (let share = 1; share > 1e-6; share /= 2) {
      const tried = { slope: line.slope - share * step.slope, shift: line.shift - share * step.shift };
      its = lossOf(scores, labels, tried, yes, no);
      if (its < loss) {
        better = tried;
        break;
      }
    }
    if (better === line || loss - its < 1e-10 * count) break;
    [line, loss] = [better, its];
  }
  // Scores that point the wrong way are no scores; then the share of pairs is all that is known.
  return line.slope > 0 ? line : { slope: 0, shift: Math.log(positive / (count - positive)) };
}

function lossOf(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  line: Calibration,
  yes: number,
  no: number,
): number {
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const odds = calibrated(scores[at] ?? 0, line);
    const target = labels[at] ? yes : no;
    // log(1 + e^odds) − target × odds, without overflow.
    sum += Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))) - target * odds;
  }
  return sum;
}

/** One bin of a reliability curve: what was said on average, what was so, and of how many pairs. */
export type ReliabilityBin = { from: number; to: number; said: number; was: number; pairs: number };

/** Bins of equal width over the probabilities; empty ones are left out. */
export function reliability(probabilities: ArrayLike<number>, labels: ArrayLike<number>, bins = 10): ReliabilityBin[] {
  const sums = Array.from({ length: bins }, () => ({ said: 0, was: 0, pairs: 0 }));
  for (let at = 0; at < probabilities.length; at++) {
    const p = probabilities[at] ?? 0;
    const bin = sums[Math.min(bins - 1, Math.floor(p * bins))];
    if (!bin) continue;
    bin.said += p;
    bin.was += labels[at] ?? 0;
    bin.pairs += 1;
  }
  return sums.flatMap(({ said, was, pairs }, index) =>
    pairs === 0 ? [] : [{ from: index / bins, to: (index + 1) / bins, said: said / pairs, was: was / pairs, pairs }],
  );
}

/** How far what was said is from what was so, on average over the pairs (expected calibration error). */
export function calibrationError(probabilities: ArrayLike<number>, labels: ArrayLike<number>, bins = 10): number {
  const curve = reliability(probabilities, labels, bins);
  return (
    curve.reduce((sum, { said, was, pairs }) => sum + Math.abs(said - was) * pairs, 0) /
    Math.max(1, probabilities.length)
  );
}

export type Quality = { precision: number; recall: number; f1: number };

/** Of pairs joined from a threshold on. */
export function qualityAt(probabilities: ArrayLike<number>, labels: ArrayLike<number>, threshold: number): Quality {
  let [right, wrong, missed] = [0, 0, 0];
  for (let at = 0; at < probabilities.length; at++) {
    const joined = (probabilities[at] ?? 0) >= threshold;
    if (labels[at]) joined ? right++ : missed++;
    else if (joined) wrong++;
  }
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  return {
    precision: share(right, right + wrong),
    recall: share(right, right + missed),
    f1: share(2 * right, 2 * right + wrong + missed),
  };
}

/**
 * The threshold from which on joining gives the best F1 to be expected when the probabilities are true. Unlike the best
 * threshold on the labels themselves it does not follow the chance of single pairs.
 */
export function bestThreshold(probabilities: ArrayLike<number>): number {
  const sorted = Float64Array.from(probabilities).sort().reverse();
  const all = sorted.reduce((sum, p) => sum + p, 0);
  let best = { f1: 0, threshold: 0.5 };
  let met = 0;
  for (let at = 0; at < sorted.length; at++) {
    met += sorted[at] ?? 0;
    const f1 = (2 * met) / (at + 1 + all);
    if (f1 > best.f1) best = { f1, threshold: ((sorted[at] ?? 0) + (sorted[at + 1] ?? 0)) / 2 };
  }
  return best.threshold;
}
