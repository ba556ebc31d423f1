/**
 * Which open questions come first: those whose answer brings most. That is where the machine is least sure, where many
 * records hang on the answer or a game waits for it, and what is unlike the questions before it in the list.
 */
import type { Evidence } from '../domain/match.ts';

export type OpenQuestion = {
  reviewId: string;
  openedAt: Date;
  /** Null for a draft at the gate. */
  probability: number | null;
  evidence: readonly Evidence[];
  /** Records of the games that it is about. */
  records: number;
  /** Whether a game is not published before the answer. */
  holds: boolean;
};

/** For a list of so many places; the others follow as they were opened. */
export function byGain<Q extends OpenQuestion>(questions: readonly Q[], places: number): Q[] {
  const waiting = [...questions].sort(oldestFirst).map((question) => ({
    question,
    gain: gainOf(question),
    marks: marksOf(question),
  }));
  const seen = new Map<string, number>();
  const first: Q[] = [];
  while (first.length < places && waiting.length > 0) {
    let [best, most] = [0, -1];
    for (const [index, { gain, marks }] of waiting.entries()) {
      const value = gain * noveltyOf(marks, seen);
      // The older of two that bring as much comes first, whatever the rounding.
      if (value > most + 1e-9) [best, most] = [index, value];
    }
    const [taken] = waiting.splice(best, 1);
    if (!taken) break;
    first.push(taken.question);
    for (const mark of taken.marks) seen.set(mark, (seen.get(mark) ?? 0) + 1);
  }
  return [...first, ...waiting.map(({ question }) => question)];
}

/** Bits that the answer tells, times what hangs on it. A draft at the gate teaches matching nothing, but a game waits. */
export function gainOf({ probability, records, holds }: OpenQuestion): number {
  const told = probability === null ? 0.5 : entropy(probability);
  return (told + 0.02) * Math.log2(1 + Math.max(records, 1)) * (holds ? 1.5 : 1);
}

function entropy(probability: number): number {
  const bits = (p: number) => (p <= 0 ? 0 : -p * Math.log2(p));
  return bits(probability) + bits(1 - probability);
}

/** What the question teaches about: each feature with its level. */
const marksOf = ({ evidence }: OpenQuestion): string[] => [
  ...new Set(evidence.map(({ feature, detail }) => `${feature}=${detail.split(':', 1)[0]}`)),
];

/** 1 for what no question before had, less the more often it came: the fifth of one kind teaches little. */
function noveltyOf(marks: readonly string[], seen: ReadonlyMap<string, number>): number {
  if (marks.length === 0) return 1;
  return marks.reduce((sum, mark) => sum + 1 / Math.sqrt(1 + (seen.get(mark) ?? 0)), 0) / marks.length;
}

const oldestFirst = (x: OpenQuestion, y: OpenQuestion): number =>
  x.openedAt.getTime() - y.openedAt.getTime() || (x.reviewId < y.reviewId ? -1 : 1);
