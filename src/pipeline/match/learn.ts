/**
 * Learns from judgements of curators: weights around those Variorum ships with, how far their sums can be trusted, and from
 * where on the machine may join by itself. A quarter of the judgements, whole components at a time, never trains anything:
 * on those the new model is compared with the one in force.
 */
import type { HeldBack, MatchModel, ModelFigures, ModelVerdict, Weights } from '../../domain/match-model.ts';
import { fit, type Judged, probabilityOf, pullOf, scoreOf } from './model.ts';
import { shippedModel } from './pair.ts';
import { calibrationError, reliability } from './reliability.ts';

/** A judged pair of records, `a` before `b`, with what was found of them. */
export type Lesson = Judged & { a: string; b: string };
export type Learned = { model: MatchModel; pairs: number; heldBack: HeldBack; verdict: ModelVerdict };

/** Fewer pairs teach nothing that can be relied on. */
export const leastPairs = 40;
const leastOfKind = 10;
const leastHeldBack = { pairs: 8, ofKind: 2 };
/** Curators err: of a hundred judgements so many are taken to be slips. */
const curatorError = 0.03;
/** In bits: how far judgements may move weights is itself chosen by what predicts other judgements best. */
const deviations = [0.5, 1, 2];
const folds = 5;
/** Joining by itself never begins lower than shipped, and so many pairs must show that it may not begin there. */
const joinFrom = [0.9, 0.925, 0.95, 0.97, 0.98, 0.99];
const leastJoined = 20;
/** A little more than the 99 of 100 that must hold, for it is measured on few. */
const wantedPrecision = 0.996;
/** More than this is no slip of curators any more, but wrong joins. */
const mostSlips = 0.05;
/** A model that is better by less is not worth comparing all records anew. */
const leastGain = 0.01;

/** What the lessons teach, beside the model in force. Their order does not matter. */
export function learn(lessons: readonly Lesson[], inForce: MatchModel, prior: Weights = shippedModel.weights): Learned {
  const groupOf = components(lessons);
  const sorted = [...lessons].sort((x, y) => compare(x.a, y.a) || compare(x.b, y.b));
  const training = sorted.filter(({ a }) => !isHeldBack(groupOf(a)));
  const held = sorted.filter(({ a }) => isHeldBack(groupOf(a)));
  const { deviation, unseen } = chooseDeviation(training, groupOf, prior);
  const calibration = calibrate(unseen);
  const weights = { ...fitted(training, prior, deviation), calibration };
  const said = unseen.map(({ score, same }) => {
    return { probability: probabilityOf(calibration.slope * score + calibration.shift), same };
  });
  const thresholds = { ...shippedModel.thresholds, same: joiningFrom(said) };
  const model = { weights, thresholds };
  const [old, fresh] = [figuresOf(held, inForce), figuresOf(held, model)];
  const heldBack = { pairs: held.length, same: held.filter(({ same }) => same).length, old, new: fresh };
  return { model, pairs: lessons.length, heldBack, verdict: verdictOf(sorted, held, inForce, model, heldBack) };
}

/** How well a model does on judged pairs. */
export function figuresOf(lessons: readonly Judged[], model: MatchModel): ModelFigures {
  const scored = lessons.map(({ found, same }) => ({
    probability: probabilityOf(scoreOf(found, model.weights)),
    same,
  }));
  const loss = scored.reduce((sum, { probability, same }) => {
    const likely = curatorError + (1 - 2 * curatorError) * probability;
    return sum - Math.log(same ? likely : 1 - likely);
  }, 0);
  const joined = scored.filter(({ probability }) => probability >= model.thresholds.same);
  const right = joined.filter(({ same }) => same).length;
  const all = scored.filter(({ same }) => same).length;
  return {
    logLoss: scored.length === 0 ? 0 : loss / scored.length,
    ece: calibrationError(scored),
    precision: joined.length === 0 ? null : right / joined.length,
    recall: all === 0 ? null : right / all,
    bins: reliability(scored),
  };
}

/** Whether a pair's component is one of those that no training sees. */
export function heldBackOf(lessons: readonly { a: string; b: string }[]): (lesson: { a: string }) => boolean {
  const groupOf = components(lessons);
  return ({ a }) => isHeldBack(groupOf(a));
}

function verdictOf(
  lessons: readonly Lesson[],
  held: readonly Lesson[],
  inForce: MatchModel,
  model: MatchModel,
  { pairs, same, old, new: fresh }: HeldBack,
): ModelVerdict {
  const ofKind = Math.min(...[true, false].map((kind) => lessons.filter((lesson) => lesson.same === kind).length));
  if (lessons.length < leastPairs || ofKind < leastOfKind) return 'too few';
  if (pairs < leastHeldBack.pairs || Math.min(same, pairs - same) < leastHeldBack.ofKind) return 'too few';
  const [before, after] = [joinedBy(held, inForce), joinedBy(held, model)];
  // Wrong joins that are no more than the slips of curators among them are no fault of the model.
  const precise =
    after.wrong === 0 ||
    (fresh.precision ?? 1) >= (before.joined === 0 ? 1 : (old.precision ?? 1)) ||
    after.wrong <= Math.round(curatorError * after.joined);
  // Joining much less is no gain, unless what is joined is right more often.
  const useful = (fresh.recall ?? 0) >= 0.9 * (old.recall ?? 0) || (fresh.precision ?? 1) > (old.precision ?? 1);
  return precise && useful && fresh.logLoss <= old.logLoss * (1 - leastGain) ? 'better' : 'worse';
}

function joinedBy(lessons: readonly Lesson[], { weights, thresholds }: MatchModel): { joined: number; wrong: number } {
  const joined = lessons.filter(({ found }) => probabilityOf(scoreOf(found, weights)) >= thresholds.same);
  return { joined: joined.length, wrong: joined.filter(({ same }) => !same).length };
}

type Unseen = { score: number; same: boolean; weight: number };

const fitted = (lessons: readonly Lesson[], prior: Weights, deviation: number): Weights =>
  fit(lessons, prior, deviation, 40, curatorError);

/** The deviation by which weights of four fifths predict the fifth best, and what those weights said of it. */
function chooseDeviation(
  training: readonly Lesson[],
  groupOf: (id: string) => string,
  prior: Weights,
): { deviation: number; unseen: Unseen[] } {
  let best: { deviation: number; unseen: Unseen[]; loss: number } | null = null;
  for (const deviation of deviations) {
    const unseen: Unseen[] = [];
    for (let fold = 0; fold < folds; fold++) {
      const isIn = ({ a }: Lesson) => Math.floor(hashOf(groupOf(a)) / 4) % folds === fold;
      const weights = fitted(
        training.filter((lesson) => !isIn(lesson)),
        prior,
        deviation,
      );
      for (const lesson of training.filter(isIn)) {
        unseen.push({ score: scoreOf(lesson.found, weights), same: lesson.same, weight: lesson.weight ?? 1 });
      }
    }
    const loss = unseen.reduce((sum, { score, same, weight }) => {
      const likely = curatorError + (1 - 2 * curatorError) * probabilityOf(score);
      return sum - weight * Math.log(same ? likely : 1 - likely);
    }, 0);
    if (best === null || loss < best.loss) best = { deviation, unseen, loss };
  }
  return best ?? { deviation: 1, unseen: [] };
}

/** How sums of weights are to be read so that they hold for pairs the weights never saw; near as they stand if in doubt. */
function calibrate(unseen: readonly Unseen[]): { slope: number; shift: number } {
  const [slopeHeld, shiftHeld] = [1 / 0.1 ** 2, 1 / 0.25 ** 2];
  let [slope, shift] = [1, 0];
  for (let round = 0; round < 50; round++) {
    const sums = { slope: slopeHeld * (slope - 1), curve: slopeHeld, shift: shiftHeld * shift, bend: shiftHeld };
    for (const { score, same, weight } of unseen) {
      const pull = pullOf(slope * score + shift, same, curatorError);
      sums.slope += weight * pull.slope * score;
      sums.curve += weight * pull.curve * score * score;
      sums.shift += weight * pull.slope;
      sums.bend += weight * pull.curve;
    }
    // Half a step each: both are taken at once.
    const [one, other] = [(0.5 * sums.slope) / sums.curve, (0.5 * sums.shift) / sums.bend];
    slope = Math.max(0.5, Math.min(1.5, slope - one));
    shift -= other;
    if (Math.abs(one) + Math.abs(other) < 1e-6) break;
  }
  return { slope, shift };
}

/**
 * The lowest probability from which on joins are precise enough. What is wrong where the model is surest are slips of curators,
 * and no threshold helps against those.
 */
export function joiningFrom(said: readonly { probability: number; same: boolean }[]): number {
  const steps = joinFrom.flatMap((from) => {
    const joined = said.filter(({ probability }) => probability >= from);
    const right = joined.filter(({ same }) => same).length;
    return joined.length < leastJoined ? [] : [{ from, share: right / joined.length }];
  });
  const slips = Math.min(mostSlips, 1 - Math.max(...steps.map(({ share }) => share)));
  const enough = steps.find(({ share }) => (share - slips) / (1 - 2 * slips) >= wantedPrecision);
  // Without enough evidence at the lowest step there is none against it.
  return enough?.from ?? joinFrom[steps.length] ?? joinFrom.at(-1) ?? 1;
}

const isHeldBack = (group: string): boolean => hashOf(group) % 4 === 0;

/** Records that judgements tie together, directly or over others, are one group: known by its first record. */
function components(lessons: readonly { a: string; b: string }[]): (id: string) => string {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    for (let at = id; at !== root; ) {
      const up = parents.get(at) ?? root;
      parents.set(at, root);
      at = up;
    }
    return root;
  };
  for (const { a, b } of lessons) {
    const [one, other] = [rootOf(a), rootOf(b)];
    if (one !== other) parents.set(one < other ? other : one, one < other ? one : other);
  }
  return rootOf;
}

/** The same on every machine (FNV-1a, mixed once more: its lowest bits alone are poor). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
