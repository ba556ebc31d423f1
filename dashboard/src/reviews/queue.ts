/** The order in which open questions are answered, and which of them a taken-back answer opened anew. */
import type { ReviewRow } from '../../../src/api/contract.ts';

export type Waiting = {
  /** To be answered, in their order. */
  asked: ReviewRow[];
  /** The curator did not know; they wait until he looks again. */
  unsure: ReviewRow[];
};

/** What waits, without what was answered here and the server still lists. `again`: unsure before, looked at anew. */
export function waitingOf(
  reviews: readonly ReviewRow[],
  answered: ReadonlySet<string>,
  again: ReadonlySet<string> = new Set(),
): Waiting {
  const open = reviews.filter(({ reviewId, status }) => status === 'open' && !answered.has(reviewId));
  const isUnsure = ({ reviewId, unsure }: ReviewRow) => unsure && !again.has(reviewId);
  return { asked: open.filter((review) => !isUnsure(review)), unsure: open.filter(isUnsure) };
}

/** The one after it, round to the first; of a question that is not in the list, the first. */
export function nextOf(queue: readonly ReviewRow[], reviewId: string): ReviewRow | undefined {
  return queue[placeOf(queue, reviewId) + 1] ?? queue[0];
}

export function previousOf(queue: readonly ReviewRow[], reviewId: string): ReviewRow | undefined {
  return queue[placeOf(queue, reviewId) - 1] ?? queue.at(-1);
}

/**
 * What stands there when the question is answered: the first that is left and was not skipped, since those whose answer
 * brings most come first; when all others were skipped, the first of them.
 */
export function afterAnswer(
  queue: readonly ReviewRow[],
  answered: ReadonlySet<string>,
  skipped: ReadonlySet<string>,
): ReviewRow | undefined {
  const left = queue.filter(({ reviewId }) => !answered.has(reviewId));
  return left.find(({ reviewId }) => !skipped.has(reviewId)) ?? left[0];
}

export const placeOf = (queue: readonly ReviewRow[], reviewId: string): number =>
  queue.findIndex((review) => review.reviewId === reviewId);

/** Names the two records a match is about, whichever of them asks; for a draft, its game. */
export function subjectOf({ kind, recordId, gameId, candidates }: ReviewRow): string {
  if (kind === 'gate') return `gate ${gameId ?? ''}`;
  return [recordId ?? '', candidates[0]?.recordId ?? candidates[0]?.gameId ?? ''].sort().join('\n');
}

/** The middle one; null of none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
