import { describe, expect, it } from 'vitest';
import { authorCredits, freeTags, ifidentifiers, ifidOfMd5, isTuid, platformTags } from './if-terms.ts';

describe('authors in a row', () => {
  it.each([
    ['Zoë Hive and Gleb Comb', ['Zoë Hive', 'Gleb Comb']],
    ['A Pine, B Moss, and C Elm', ['A Pine', 'B Moss', 'C Elm']],
    ['Ada Pine (as Mother Moss)', ['Ada Pine']],
    ['Ada Pine {ab12cd}', ['Ada Pine']],
    ['Ada Pine, Ada Pine', ['Ada Pine']],
    ['Anonymous', []],
    ['', []],
  ])('%s', (authors, names) => expect(authorCredits(authors).map(({ name }) => name)).toEqual(names));
});

describe('words about a game', () => {
  it('are tags, those of a competition and its year apart, and each is told once', () => {
    const words = {
      genre: 'Horror / Zombie, Western',
      forgiveness: 'Cruel',
      others: ['horror', 'IF Competition 2012'],
    };
    expect(freeTags(words)).toEqual([
      ...['horror', 'zombie', 'western', 'cruel'].map((name) => ({ category: 'tag', name })),
      { category: 'competition', name: 'IF Competition 2012' },
    ]);
  });

  it.each([
    ['Spring Thing 2024', 'competition'],
    ['EctoComp 2014', 'competition'],
    ['neo-twiny jam 2023', 'competition'],
    ['конкурс «Осень» 2015', 'competition'],
    ['Spring Thing Game', 'tag'],
    ['competition 20245', 'tag'],
    ['company of 2001', 'tag'],
    ['Top 50 2019', 'tag'],
  ])('%s: %s', (name, category) => expect(freeTags({ others: [name] })[0]?.category).toBe(category));

  it('but none for a degree of forgiveness that does not exist', () =>
    expect(freeTags({ forgiveness: 'Mild' })).toEqual([]));
});

it('a format is a platform, but for programs of no machine of their own', () => {
  const names = ['zcode', 'executable', 'Twine', 'constructor', undefined].map(
    (format) => platformTags(format)[0]?.name,
  );
  expect(names).toEqual(['Z-code', undefined, 'Twine', 'constructor', undefined]);
});

it('IFIDs are letters, digits and hyphens; others are told', () => {
  const rejected: string[] = [];
  const found = ifidentifiers(
    ['zcode-1-040930', 'ZCODE-1-040930', '<b>', 'no'],
    (_, value) => void rejected.push(value),
  );
  expect(found).toEqual([{ scheme: 'ifid', value: 'ZCODE-1-040930' }]);
  expect(rejected).toEqual(['<B>', 'NO']);
});

it('a file from before the Treaty is known by its bytes', () => {
  expect([ifidOfMd5('tads2', 'ab'), ifidOfMd5('level9', 'ab'), ifidOfMd5('toString', 'ab')]).toEqual([
    'TADS2-AB',
    'AB',
    'AB',
  ]);
});

it('a tuid is small letters and digits', () => {
  expect(['0dbnusxunq7fw5ro', 'xyz111', 'ABC123', 'a b', ''].map(isTuid)).toEqual([true, true, false, false, false]);
});
