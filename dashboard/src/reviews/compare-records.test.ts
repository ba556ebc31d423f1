/** Side by side: what both sides say, what only one says, and what neither does. */
import { describe, expect, test } from 'vitest';
import type { SideRecord } from '../../../src/api/contract-judging.ts';
import { columnsOf, compareRecords } from './compare-records.ts';

const record = (recordId: string, more: Partial<SideRecord>): SideRecord => ({
  recordId,
  source: 'a',
  url: '',
  at: '',
  title: 'Dune',
  otherTitles: [],
  authors: [],
  releaseDate: null,
  platforms: [],
  publishers: [],
  languages: [],
  identifiers: [],
  tags: [],
  description: null,
  links: [],
  ...more,
});
const compare = (left: Partial<SideRecord>, ...right: Partial<SideRecord>[]) =>
  compareRecords([
    { side: 0, record: record('l', left) },
    ...right.map((more, index) => ({ side: 1, record: record(`r${index}`, more) })),
  ]);
const verdicts = (left: Partial<SideRecord>, ...right: Partial<SideRecord>[]) =>
  Object.fromEntries(compare(left, ...right).map(({ field, verdict }) => [field, verdict]));

describe('a field', () => {
  test.each<[string, Partial<SideRecord>, Partial<SideRecord>, string, string]>([
    ['letters, not their case and marks', { title: 'Ёлка!' }, { title: 'ёлка' }, 'title', 'same'],
    [
      'another title of the other side',
      { title: 'Маяк' },
      { title: 'Lighthouse', otherTitles: ['маяк'] },
      'title',
      'some',
    ],
    ['some words of the title', { title: 'The Keeper' }, { title: 'Keeper' }, 'title', 'some'],
    ['no word of the title', { title: 'Keeper' }, { title: 'Guardian' }, 'title', 'different'],
    ['a year and a day in it', { releaseDate: '2019' }, { releaseDate: '2019-06-03' }, 'releaseDate', 'same'],
    ['two years', { releaseDate: '2019' }, { releaseDate: '2020' }, 'releaseDate', 'different'],
    ['one of two authors', { authors: ['A', 'B'] }, { authors: ['B'] }, 'authors', 'some'],
    ['a side that says nothing', { platforms: ['Glulx'] }, {}, 'platforms', 'one'],
    ['addresses but for the scheme', { links: ['http://x.test/'] }, { links: ['https://www.x.test'] }, 'urls', 'same'],
    ['regions of a language', { languages: ['en-GB'] }, { languages: ['en'] }, 'languages', 'same'],
  ])('%s', (_, left, right, field, verdict) => {
    expect(verdicts(left, right)[field]).toBe(verdict);
  });

  test('that nobody fills has no row', () => {
    expect(Object.keys(verdicts({}, {}))).toEqual(['title']);
  });

  test('of descriptions nothing is said', () => {
    const text = (words: string) => ({ description: { language: 'en', text: words } });
    expect(verdicts(text('one'), text('two')).description).toBeNull();
  });
});

test('of titles only the words that the other side lacks are marked', () => {
  const [title] = compare({ title: 'Dune II Gold' }, { title: 'Dune 2: Gold' });
  const marked = title?.cells.map(([value]) => value?.words.filter(({ shared }) => !shared).map(({ text }) => text));
  expect(marked).toEqual([['II'], ['2:']]);
});

test('records of one game do not vouch for each other', () => {
  const [, authors] = compare({ authors: ['A'] }, { authors: ['B'] }, { authors: ['B'] });
  expect(authors?.verdict).toBe('different');
});

test('of each side all records are shown, or the one that is asked about', () => {
  const sides = [
    { gameId: 'g', records: [record('1', {}), record('2', {})], more: 0 },
    { gameId: 'h', records: [record('3', {})], more: 0 },
  ];
  expect(columnsOf(sides, false).map(({ record: { recordId } }) => recordId)).toEqual(['1', '3']);
  expect(columnsOf(sides, true).map(({ side }) => side)).toEqual([0, 0, 1]);
});
