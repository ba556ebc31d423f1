import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinEditions, type ListRow } from './instead-editions.ts';

const row = (name: string, language: string | null, page?: string): ListRow => ({
  name,
  title: `${name} in ${language}`,
  mark: null,
  language,
  languages: language ? [language] : [],
  version: '1',
  pages: page ? [page] : [],
  downloads: [],
});
const joined = (...rows: ListRow[]) =>
  Object.fromEntries([...joinEditions(rows)].map(([key, editions]) => [key, editions.map(({ name }) => name)]));
const page = (id: number | string) => `http://instead-games.ru/game.php?ID=${id}`;

describe('rows that are one game', () => {
  it('have one name', () => {
    expect(joined(row('cave', 'ru'), row('hill', 'ru'), row('cave', 'en'))).toEqual({
      cave: ['cave', 'cave'],
      hill: ['hill'],
    });
  });

  it('differ in an ending that repeats the language, however it is spelled', () => {
    expect(joined(row('cave', 'ru'), row('cave_jp', 'ja'), row('cave-EN', 'en'))).toEqual({
      cave: ['cave', 'cave_jp', 'cave-EN'],
    });
  });

  it('have one page on the site', () => {
    expect(joined(row('cave_deluxe', 'ru', page(7)), row('cave', 'en', page('007')))).toEqual({
      cave: ['cave_deluxe', 'cave'],
    });
  });
});

describe('rows that are not', () => {
  it('end in letters that are a language, but not theirs', () => {
    expect(joined(row('evil_id', 'ru'), row('evil', 'ru'), row('go', 'en'), row('_en', 'en'))).toEqual({
      evil_id: ['evil_id'],
      evil: ['evil'],
      go: ['go'],
      _en: ['_en'],
    });
  });

  it('share a page that is not of the site: many have that of INSTEAD', () => {
    const home = 'http://instead.example/';
    expect(Object.keys(joined(row('a', 'ru', home), row('b', 'ru', home)))).toEqual(['a', 'b']);
  });
});

it('neither loses nor doubles a row, and its keys do not depend on the order of the list', () => {
  const rows = fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('cat', 'cat_en', 'cat-ru', 'dog', 'dog2'),
      language: fc.constantFrom('ru', 'en', null),
      id: fc.constantFrom(1, 2, 3, null),
    }),
    { selector: ({ name, language, id }) => `${name} ${language} ${id}` },
  );
  fc.assert(
    fc.property(rows, (list) => {
      const made = list.map(({ name, language, id }) => row(name, language, id ? page(id) : undefined));
      const games = joinEditions(made);
      expect([...games.values()].flat()).toHaveLength(made.length);
      expect(new Set(joinEditions(made.toReversed()).keys())).toEqual(new Set(games.keys()));
      for (const { name, language } of made) {
        const holders = [...games.values()].filter((editions) =>
          editions.some((each) => each.name === name && each.language === language),
        );
        expect(holders).toHaveLength(1);
      }
    }),
  );
});
