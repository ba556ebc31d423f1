/** Questions come one after the other, none twice, and what is taken back is found again. */
import { describe, expect, test } from 'vitest';
import type { ReviewRow } from '../../../src/api/contract.ts';
import { afterAnswer, medianOf, nextOf, previousOf, subjectOf, waitingOf } from './queue.ts';

const review = (reviewId: string, more: Partial<ReviewRow> = {}): ReviewRow => ({
  reviewId,
  kind: 'match',
  status: 'open',
  openedAt: '2026-01-01T00:00:00.000Z',
  source: 'a',
  title: reviewId,
  url: '',
  recordId: `a|${reviewId}`,
  gameId: null,
  reasons: [],
  candidates: [{ gameId: 'g', title: 'G', recordId: `b|${reviewId}`, probability: 0.5, evidence: [] }],
  unsure: false,
  ...more,
});
const [one, two, three] = [review('1'), review('2'), review('3')];
const all = [one, two, three];

describe('what waits', () => {
  test('is what is open and was not answered here', () => {
    const { asked } = waitingOf([...all, review('4', { status: 'closed' })], new Set(['2']));
    expect(asked).toEqual([one, three]);
  });

  test('an unsure question waits apart, until it is looked at again', () => {
    const doubtful = review('2', { unsure: true });
    expect(waitingOf([one, doubtful], new Set())).toEqual({ asked: [one], unsure: [doubtful] });
    expect(waitingOf([one, doubtful], new Set(), new Set(['2']))).toEqual({ asked: [one, doubtful], unsure: [] });
  });
});

describe('the order', () => {
  test('goes round in both directions', () => {
    expect(nextOf(all, '3')).toBe(one);
    expect(previousOf(all, '1')).toBe(three);
    expect(nextOf(all, '1')).toBe(two);
  });

  test('after an answer the first stands there that was not skipped, then what was, and then none', () => {
    expect(afterAnswer(all, new Set(['1']), new Set())).toBe(two);
    expect(afterAnswer(all, new Set(['2']), new Set(['1']))).toBe(three);
    expect(afterAnswer(all, new Set(['2', '3']), new Set(['1']))).toBe(one);
    expect(afterAnswer(all, new Set(['1', '2', '3']), new Set())).toBeUndefined();
  });
});

test('a question is about the same two records, whichever of them asks', () => {
  const turned = review('9', {
    recordId: 'b|1',
    candidates: [{ gameId: 'h', title: 'H', recordId: 'a|1', probability: 0.5, evidence: [] }],
  });
  expect(subjectOf(turned)).toBe(subjectOf(one));
  expect(subjectOf(two)).not.toBe(subjectOf(one));
});

test.each([
  [[], null],
  [[3], 3],
  [[9, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
])('the median of %j is %j', (values, median) => {
  expect(medianOf(values)).toBe(median);
});
