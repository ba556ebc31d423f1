import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordId } from '../../domain/ids.ts';
import type { GameRecord } from '../../domain/record.ts';
import { compileRules } from './compile-rules.ts';
import { draft as draftBy, type RankedRecord } from './draft.ts';
import { shippedRules } from './enrichment-defaults.ts';

const { rules } = compileRules(shippedRules);
const draft = (records: RankedRecord[]) => draftBy(records, rules);

const said = (source: string, rank: number, more: Partial<GameRecord> = {}): RankedRecord => ({
  rank,
  record: { source, key: '1', url: `http://${source}.test/1`, title: 'Маяк', ...more },
  claim: {
    source,
    url: `http://${source}.test/1`,
    recordId: `${source}|1` as RecordId,
    snapshot: 'abc',
    at: '2026-01-01T00:00:00.000Z',
  },
});

describe('of several sources', () => {
  test('the highest-ranked title stands, the others are variants', () => {
    const { title } = draft([said('low', 10, { title: 'Lighthouse' }), said('high', 90)]).fields;
    expect(title).toEqual({ value: 'Маяк', by: ['high|1'], variants: [{ value: 'Lighthouse', by: ['low|1'] }] });
  });

  test('texts are never joined, and an equal text counts once', () => {
    const text = 'Смотритель маяка теряет свет и находит море. '.repeat(3);
    const { descriptions } = draft([
      said('a', 90, { descriptions: [{ language: 'ru', text }] }),
      said('b', 50, { descriptions: [{ language: 'ru', text: `${text} ` }] }),
    ]).fields;
    expect(descriptions).toMatchObject([{ value: text, by: ['a|1', 'b|1'], variants: [] }]);
  });

  test('a stub gives way to a text twice its length', () => {
    const full = 'A keeper loses the light and finds the sea, in three chapters and two endings, told at night.';
    const { descriptions } = draft([
      said('a', 90, { descriptions: [{ language: 'en', text: 'A game.' }] }),
      said('b', 50, { descriptions: [{ language: 'en', text: full }] }),
    ]).fields;
    expect(descriptions).toMatchObject([{ value: full, by: ['b|1'], variants: [{ value: 'A game.' }] }]);
  });

  test('a more precise date that agrees stands; one that disagrees is a variant', () => {
    const { releaseDate } = draft([
      said('a', 90, { releaseDate: '2019' }),
      said('b', 50, { releaseDate: '2019-06-03' }),
      said('c', 40, { releaseDate: '2020' }),
    ]).fields;
    expect(releaseDate).toEqual({
      value: '2019-06-03',
      by: ['b|1', 'a|1'],
      variants: [{ value: '2020', by: ['c|1'] }],
    });
  });

  test('lists are united', () => {
    const { credits, urls } = draft([
      said('a', 90, {
        credits: [{ role: 'author', name: 'A. Novak' }],
        urls: [{ category: 'game_page', url: 'https://g.test/p/' }],
      }),
      said('b', 50, {
        credits: [
          { role: 'author', name: 'a. novak' },
          { role: 'artist', name: 'B' },
        ],
        urls: [{ category: 'game_page', url: 'http://g.test/p' }],
      }),
    ]).fields;
    expect(credits).toEqual([
      { value: { role: 'author', name: 'A. Novak' }, by: ['a|1', 'b|1'] },
      { value: { role: 'artist', name: 'B' }, by: ['b|1'] },
    ]);
    expect(urls).toHaveLength(1);
  });

  test('import_metadata says per field, and per language, which claim stands', () => {
    const { metadata } = draft([
      said('a', 90, { descriptions: [{ language: 'ru', text: 'x' }] }),
      said('b', 50, { descriptions: [{ language: 'en', text: 'y' }] }),
    ]);
    expect(metadata).toMatchObject({
      title: { source: 'a' },
      'descriptions.ru': { source: 'a' },
      'descriptions.en': { source: 'b' },
    });
  });
});

test('the draft does not depend on the order in which records came', () => {
  const seed = 20261123;
  console.log(`seed ${seed}`);
  const texts = fc.constantFrom('Маяк', 'Lighthouse', 'Остров', 'A keeper loses the light.');
  const records = fc.uniqueArray(
    fc.record({
      source: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      rank: fc.integer({ min: 1, max: 3 }),
      title: texts,
      date: fc.constantFrom('2019', '2019-06', '2020'),
      text: texts,
    }),
    { selector: ({ source }) => source, minLength: 1 },
  );
  fc.assert(
    fc.property(records, fc.infiniteStream(fc.nat()), (all, order) => {
      const ranked = all.map(({ source, rank, title, date, text }) =>
        said(source, rank, { title, releaseDate: date, descriptions: [{ language: 'en', text }] }),
      );
      const shuffled = ranked
        .map((record) => ({ record, at: order.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ record }) => record);
      expect(draft(shuffled).draftHash).toBe(draft(ranked).draftHash);
    }),
    { seed, numRuns: 500 },
  );
});
