/** Which games fulfil a condition, and what a query says of a game. */
import { describe, expect, test } from 'vitest';
import type { GameFields } from './game.ts';
import type { RecordId } from './ids.ts';
import { queryRecord } from './query-record.ts';
import { type Condition, fulfils, properties, propertyNamed, type Quantifier } from './reconciliation.ts';

const by: RecordId[] = [];
const fields: GameFields = {
  title: { value: 'Grimhold', by, variants: [] },
  alternativeTitles: [{ value: { title: 'Мрачный дол' }, by }],
  descriptions: [],
  releaseDate: { value: '1993-12-10', by, variants: [] },
  credits: [
    { value: { role: 'author', name: 'Vera Lunina' }, by },
    { value: { role: 'artist', name: 'Oleg Osin' }, by },
  ],
  tags: [{ value: { category: 'genre', slug: 'horror' }, by }],
  urls: [],
  identifiers: [{ value: { scheme: 'tuid', value: 'grim-1' }, by }],
  languages: [],
  attributions: [],
};
const condition = (property: string | null, values: string[], quantifier: Quantifier = 'any'): Condition => ({
  property,
  values,
  required: true,
  quantifier,
});

describe('a condition', () => {
  test.each<[string, string[], Quantifier, boolean]>([
    ['authors', ['  vera LUNINA '], 'any', true],
    ['author', ['Vera Lunina', 'Oleg Osin'], 'any', true],
    ['authors', ['Vera Lunina', 'Oleg Osin'], 'all', false],
    ['authors', ['Oleg Osin'], 'none', true],
    ['authors', ['Vera Lunina'], 'none', false],
    ['authors', [], 'any', false],
    ['authors', [], 'all', false],
    ['year', ['1993'], 'any', true],
    ['releaseDate', ['1993-12'], 'any', true],
    ['releaseDate', ['199'], 'any', false],
    ['releaseDate', [''], 'any', false],
    ['genres', ['Horror'], 'any', true],
    ['identifiers', ['tuid:grim-1'], 'any', true],
    ['spouse', ['x'], 'any', false],
    ['spouse', ['x'], 'none', true],
    ['__proto__', ['x'], 'any', false],
  ])('%s %j %s: %s', (property, values, quantifier, expected) => {
    expect(fulfils(fields, condition(property, values, quantifier))).toBe(expected);
  });
});

describe('a query', () => {
  const record = (...conditions: Condition[]) => queryRecord({ conditions, limit: 1 });

  test('says what its conditions say, and nothing of what it does not mean', () => {
    expect(
      record(
        condition(null, ['Grimhold', 'Mrachny Dol']),
        condition('author', ['Vera Lunina']),
        condition('authors', ['Oleg Osin'], 'none'),
        condition('platform', ['DOS']),
        condition('year', ['published in 1993']),
        condition('identifiers', ['TUID: grim-1', 'without scheme', ':', 'x:']),
      ),
    ).toMatchObject({
      title: 'Grimhold',
      alternativeTitles: [{ title: 'Mrachny Dol' }],
      credits: [{ role: 'author', name: 'Vera Lunina' }],
      tags: [{ category: 'platform', name: 'DOS' }],
      releaseDate: '1993',
      identifiers: [{ scheme: 'tuid', value: 'grim-1' }],
    });
  });

  test.each([
    ['1993', '1993'],
    ['1993-12', '1993-12'],
    ['1993-12-10T00:00:00Z', '1993-12-10'],
    ['10.12.1993', '1993'],
    ['1993-99', '1993'],
    ['19931', undefined],
    ['soon', undefined],
  ])('understands the date %s as %s', (written, read) => {
    expect(record(condition('date', [written])).releaseDate).toBe(read);
  });

  test('whose name is an address means the page, not a title', () => {
    expect(record(condition(null, ['https://grimhold.example/']))).toMatchObject({
      title: '',
      url: 'https://grimhold.example/',
      urls: [{ category: 'game_page', url: 'https://grimhold.example/' }],
    });
  });
});

test('each property has one id, and no spelling means two', () => {
  const spelled = properties.flatMap(({ id, also }) => [id, ...also]).map((id) => id.toLowerCase());
  expect(new Set(spelled).size).toBe(spelled.length);
  expect(spelled.every((id) => propertyNamed(id) !== undefined)).toBe(true);
});
