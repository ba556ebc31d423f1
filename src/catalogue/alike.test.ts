/** Questions are alike when the same was found between the same sources, and they are nearly as likely. */
import { expect, test } from 'vitest';
import type { GameId, RecordId } from '../domain/ids.ts';
import { alikeOf, type Question } from './alike.ts';

type Found = [feature: string, detail: string];
const found: Found[] = [
  ['title', 'equal: «a» and «a»'],
  ['author', 'different: x and y'],
];
const question = (
  reviewId: string,
  probability: number,
  more: { evidence?: Found[]; source?: string; other?: string } = {},
): Question => {
  const { evidence = found, source = 'ifdb', other = 'qsp' } = more;
  return {
    reviewId,
    source,
    title: reviewId,
    candidates: [
      {
        gameId: 'g' as GameId,
        title: 'Other',
        recordId: `${other}|${reviewId}` as RecordId,
        probability,
        evidence: evidence.map(([feature, detail]) => ({ feature, weight: 1, detail })),
      },
    ],
  };
};
const alike = (...others: Question[]) => alikeOf(question('own', 0.5), others).map(({ reviewId }) => reviewId);

test('the words may differ, the levels may not', () => {
  const sameLevels: Found[] = [
    ['author', 'different: p and q'],
    ['title', 'equal: «b» and «b»'],
  ];
  const otherLevels: Found[] = [
    ['title', 'equal: «b» and «b»'],
    ['author', 'alike: p and q'],
  ];
  expect(alike(question('1', 0.5, { evidence: sameLevels }), question('2', 0.5, { evidence: otherLevels }))).toEqual([
    '1',
  ]);
  expect(alike(question('3', 0.5, { evidence: found.slice(1) }))).toEqual([]);
});

test('between other sources they are another decision; which of the two asks is the same', () => {
  expect(alike(question('1', 0.5, { source: 'qsp', other: 'ifdb' }), question('2', 0.5, { other: 'steam' }))).toEqual([
    '1',
  ]);
});

test('the likest come first, and those far off not at all', () => {
  expect(alike(question('1', 0.42), question('2', 0.51), question('3', 0.7))).toEqual(['2', '1']);
});

test('a question with several candidates is none of them', () => {
  const own = question('1', 0.5);
  expect(alike({ ...own, candidates: [...own.candidates, ...own.candidates] })).toEqual([]);
});
