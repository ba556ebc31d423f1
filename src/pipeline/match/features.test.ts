import { describe, expect, test } from 'vitest';
import { compareTraits } from './features.ts';
import { levelOf } from './model.ts';
import { unknownRarity } from './rarity.ts';
import { type Matchable, traitsOf } from './traits.ts';

const game = (title: string, more: Partial<Matchable> = {}): Matchable => ({
  source: 'a',
  key: '1',
  titles: [title],
  ...more,
});
const levels = (left: Matchable, right: Matchable) =>
  compareTraits(traitsOf(left), traitsOf(right), unknownRarity).map(levelOf);
const both = (field: Partial<Matchable>, other: Partial<Matchable>) =>
  levels(game('Lighthouse', field), game('Lighthouse', other)).filter((level) => !/title=/.test(level));

describe('how alike two titles are', () => {
  test.each([
    ['Lighthouse', 'The Lighthouse', 'equal'],
    ['kobodeluxe', 'Kobo Deluxe', 'equal'],
    ['Minetest Game', 'Minetest', 'filled'],
    ['Mega Man X', 'Mega Man 10', 'numeral'],
    ['Ночной Дозор', 'Nochnoj Dozor', 'sounded'],
    ['Nodes of Yesod', 'Nodes of Yesnod', 'spelled'],
    ['cataclysm-dda', 'Cataclysm: Dark Days Ahead', 'shortened'],
    ['fheroes2', 'Free Heroes 2', 'shortened'],
    ['asc', 'Advanced Strategic Command', 'initials'],
    ['Doom', 'Doom Eternal', 'begins'],
    ['Doom', 'Chocolate Doom', 'ends'],
    ['Doom', 'Doom: Eternal', 'with subtitle'],
    ['Trigger Rally', 'Trigger Rally Online', 'mostly'],
    ['Blob and Conquer', 'Blob Wars: Blob and Conquer', 'subtitle'],
    ['Final Fantasy Tactics', 'Final Fantasy Origins', 'part'],
    ['Lighthouse', 'Kettle', 'other'],
  ])('«%s» and «%s»: %s', (left, right, level) => {
    expect(levels(game(left), game(right))).toContain(`title=${level}`);
    expect(levels(game(right), game(left))).toContain(`title=${level}`);
  });

  test('words of four letters that differ are other words', () => {
    expect(levels(game('Oracle of Ages'), game('Oracle of Eras'))).not.toContain('title=spelled');
  });

  test('of several titles the best pair counts', () => {
    expect(levels(game('Biohazard', { titles: ['Biohazard', 'Resident Evil'] }), game('Resident Evil'))).toContain(
      'title=equal',
    );
  });
});

describe('numbers', () => {
  test.each([
    ['Doom 2', 'Doom II', null],
    ['Doom', 'Doom 2', 'one'],
    ['Doom', 'Doom 1', 'first'],
    ['Doom 2', 'Doom 3', 'different'],
    ['Half-Life 2', 'Half-Life 2: Episode 1', 'some'],
    ['FIFA 98', 'FIFA 1998', 'year'],
    ['Labyrinth 2', 'Labyrinth: Episode 2', 'counted'],
    ['Doom 2: Hell on Earth', 'Doom 2', 'same'],
  ])('«%s» and «%s»: %s', (left, right, level) => {
    const found = levels(game(left), game(right)).filter((one) => one.startsWith('number='));
    expect(found).toEqual(level === null ? [] : [`number=${level}`]);
  });
});

describe('what a record does not say is no evidence', () => {
  test.each<[string, Partial<Matchable>, Partial<Matchable>]>([
    ['nothing at all', {}, {}],
    ['author', { authors: ['Vera Lunina'] }, {}],
    ['publisher', { publishers: ['Lamp'] }, {}],
    ['year', { releaseDate: '1999' }, {}],
    ['platform', { platforms: ['Windows'] }, {}],
    ['identifier', { identifiers: ['igdb:1'] }, {}],
    ['url', { urls: ['example.org/a'] }, {}],
    ['description', { description: 'A long text of many words about a lighthouse.' }, {}],
    ['authors nobody knows', { authors: ['<unknown>'] }, { authors: ['Anonymous'] }],
  ])('%s', (_, left, right) => {
    expect(both(left, right)).toEqual([]);
    expect(both(right, left)).toEqual([]);
  });
});

describe('people, years, machines', () => {
  test.each<[Partial<Matchable>, Partial<Matchable>, string]>([
    [{ authors: ['Lunina, Vera'] }, { authors: ['Vera Lunina'] }, 'author=same'],
    [{ authors: ['Пётр Косых'] }, { authors: ['Петр Косых'] }, 'author=same'],
    [{ authors: ['Vera Lunina (as Owl)'] }, { authors: ['Owl'] }, 'author=same'],
    [{ authors: ['V. Lunina'] }, { authors: ['Vera Lunina'] }, 'author=alike'],
    [{ authors: ['Vera Lunina'] }, { authors: ['Oleg Basov'] }, 'author=different'],
    [{ authors: ['Vera Lunina'] }, { authors: ['The Lighthouse Team'] }, 'author=others'],
    [{ publishers: ['Lamp'] }, { publishers: ['Kettle'] }, 'publisher=different'],
    [{ releaseDate: '1999-05' }, { releaseDate: '1999' }, 'year=same'],
    [{ releaseDate: '1999' }, { releaseDate: '2000' }, 'year=near'],
    [{ releaseDate: '1999' }, { releaseDate: '2016' }, 'year=far'],
    [{ platforms: ['Sony PlayStation 4'] }, { platforms: ['PS4'] }, 'platform=shared'],
    [{ platforms: ['Linux'] }, { platforms: ['Windows'] }, 'platform=different'],
    [{ platforms: ['Amstrad CPC'] }, { platforms: ['PS4'] }, 'platform=another age'],
    [{ identifiers: ['igdb:1'] }, { identifiers: ['igdb:1'] }, 'identifier=same'],
    [{ identifiers: ['igdb:1'] }, { identifiers: ['igdb:2'] }, 'identifier=different'],
    [{ urls: ['example.org/a'] }, { urls: ['x.org', 'example.org/a'] }, 'url=own page'],
    [{ urls: ['a.org', 'example.org/a'] }, { urls: ['b.org', 'example.org/a'] }, 'url=shared'],
  ])('%j and %j: %s', (left, right, level) => {
    expect(both(left, right)).toContain(level);
  });

  test('under two names, or where a mark tells two games apart, they say less: a whole series shares them', () => {
    const people = { authors: ['Vera Lunina'], publishers: ['Lamp'], platforms: ['Windows'] };
    for (const other of ['Lighthouse 2', 'Lighthouse: Dusk', 'Lighthouse Remake', 'Lighthouse: Definitive Edition']) {
      const found = levels(game('Lighthouse', people), game(other, people));
      expect(found).toContain('author=same, other title');
      expect(found).toContain('publisher=same, other title');
      expect(found).not.toContain('author=same');
    }
  });
});

test('every level says in words what was compared', () => {
  const found = compareTraits(
    traitsOf(game('Doom II', { authors: ['Vera Lunina'], releaseDate: '1994' })),
    traitsOf(game('Doom 3', { authors: ['Oleg Basov'], releaseDate: '2004' })),
    unknownRarity,
  );
  expect(Object.fromEntries(found.map(({ feature, detail }) => [feature, detail]))).toMatchObject({
    title: '«doom 2» and «doom 3»',
    number: '2 and 3',
    author: 'lunina vera and basov oleg',
    year: '1994 and 2004',
  });
});
