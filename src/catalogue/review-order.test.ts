/** Which open questions come first. */
import { expect, test } from 'vitest';
import { byGain, type OpenQuestion } from './review-order.ts';

const evidence = (...marks: string[]) =>
  marks.map((mark) => {
    const [feature = '', level = ''] = mark.split('=');
    return { feature, weight: 1, detail: `${level}: so it is` };
  });
let count = 0;
const question = (parts: Partial<OpenQuestion>): OpenQuestion => {
  count += 1;
  return {
    reviewId: `q${String(count).padStart(4, '0')}`,
    openedAt: new Date(Date.UTC(2026, 0, 1, 0, count)),
    probability: 0.5,
    evidence: evidence('title=equal'),
    records: 2,
    holds: false,
    ...parts,
  };
};
const ids = (questions: readonly OpenQuestion[]) => questions.map(({ reviewId }) => reviewId);

test('what is least sure comes first', () => {
  const [low, even, high] = [0.22, 0.55, 0.89].map((probability) => question({ probability, evidence: [] }));
  if (!low || !even || !high) throw new Error('unreachable');
  expect(byGain([low, even, high], 3)).toEqual([even, low, high]);
});

test('of two as unsure the one on which more records hang, or a game waits', () => {
  const [few, many, waits] = [question({}), question({ records: 9 }), question({ holds: true })];
  expect(byGain([few, many, waits], 3)).toEqual([many, waits, few]);
});

test('a question unlike those before it comes before one more of the same kind', () => {
  const alike = Array.from({ length: 5 }, () => question({ evidence: evidence('title=near', 'author=same') }));
  const other = question({ probability: 0.6, evidence: evidence('title=equal', 'year=far') });
  expect(byGain([...alike, other], 6).indexOf(other)).toBe(1);
});

test('of two that bring as much the older comes first, in whatever order they are given', () => {
  const questions = Array.from({ length: 40 }, (_, n) => question({ probability: 0.2 + (n % 5) / 10, evidence: [] }));
  expect(ids(byGain([...questions].reverse(), 40))).toEqual(ids(byGain(questions, 40)));
  const same = [question({}), question({})];
  expect(byGain([...same].reverse(), 2)).toEqual(same);
});

test('beyond the places of the list all the others follow', () => {
  const questions = Array.from({ length: 30 }, () => question({}));
  expect(ids(byGain(questions, 10)).sort()).toEqual(ids(questions).sort());
});

test('a draft at the gate waits behind an even question and before a nearly sure one', () => {
  const [sure, draft, even] = [question({ probability: 0.95 }), question({ probability: null }), question({})];
  expect(
    byGain(
      [sure, draft, even].map((one) => ({ ...one, evidence: [] })),
      3,
    ).map((one) => one.probability),
  ).toEqual([0.5, null, 0.95]);
});
