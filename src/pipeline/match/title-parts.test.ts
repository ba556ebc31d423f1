import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { titleParts } from './title-parts.ts';

const name = (title: string) => titleParts(title).name.join(' ');

describe('one name for one game', () => {
  test.each([
    ['The Elder Scrolls: Arena', 'Elder Scrolls: Arena, The'],
    ['The Legend of Zelda: A Link to the Past', 'Legend of Zelda, The: A Link to the Past'],
    ['Doom II', 'Doom 2'],
    ['Command & Conquer', 'Command and Conquer'],
    ['F.E.A.R.', 'FEAR'],
    ["Assassin's Creed", 'Assassins Creed'],
    ['Другой мир: Часть первая', 'Другой мир (часть 1)'],
    ['Half-Life 2: Episode One', 'Half-Life 2 - Episode 1'],
    ['Круглый счёт', 'Круглый счет'],
    ['Deus Ex: Game of the Year Edition', 'Deus Ex'],
    ['Diablo JavaScript', 'Diablo JS'],
    ['Ну, погоди! Выпуск 1', 'Nu, pogodi! Vypusk 1'],
  ])('%s, %s', (one, other) => {
    expect(titleParts(one).squashed).toBe(titleParts(other).squashed);
  });

  test('as it is written it stands beside: a package squashes it', () => {
    expect(titleParts('A Dark Room').whole).toBe('adarkroom');
    expect(titleParts('Gem Drop X').whole).toBe('gemdropx');
  });
});

describe('numbers', () => {
  test.each([
    ['Doom', []],
    ['Quake III Arena', ['3']],
    ['Final Fantasy XIII-2', ['13', '2']],
    ['Part Two', ['2']],
    ['Вторая часть', ['2']],
    ['Savage Island, Part B', ['b']],
    ['FIFA 07', ['7']],
    ['Anno 1404', ['1404']],
    ['fheroes2', ['2']],
    ['Kirby and I, the Robot', []],
  ])('%s: %j', (title, numbers) => {
    expect(titleParts(title).numbers).toEqual(numbers);
  });

  test('their order is kept: Episode 1 Chapter 2 is not Episode 2 Chapter 1', () => {
    expect(titleParts('Blob: Episode 1 Chapter 2').sequence).not.toBe(titleParts('Blob: Episode 2 Chapter 1').sequence);
  });

  test('what is counted is kept: Episode 2 is not the second game', () => {
    expect(titleParts('Labyrinth: Episode 2').counted.trim()).toBe('episode');
    expect(titleParts('Labyrinth 2').counted).toBe('');
  });

  test('an X may be a letter', () => {
    expect(titleParts('Mega Man X').isLetter).toBe(true);
    expect(titleParts('Mega Man 10').isLetter).toBe(false);
    expect(titleParts('Chapter X').isLetter).toBe(false);
  });

  test('a word that counts nothing is a word', () => {
    expect(name('The Jungle Book')).toBe('jungle book');
  });
});

describe('marks of other works', () => {
  test.each([
    ['Undertale Demo', ['demo']],
    ['Undertale Soundtrack', ['soundtrack']],
    ['Lighthouse (OST)', ['soundtrack']],
    ['Crysis Remastered', ['remaster']],
    ['Проводник: Ремейк', ['remake']],
    ['Gran Turismo 5 Prologue', ['prologue']],
    ['Halo: The Master Chief Collection', ['collection']],
    ['Prototype', []],
    ["Sid Meier's Alpha Centauri Quest for Glory", []],
  ])('%s: %j', (title, works) => {
    expect(titleParts(title).works).toEqual(works);
  });
});

describe('editions, platforms, years', () => {
  test('gold is a wrapping before «Edition», and a name without', () => {
    expect(titleParts('Stronghold: Gold Edition')).toMatchObject({ squashed: 'stronghold', editions: ['gold'] });
    expect(titleParts('Pokémon Gold')).toMatchObject({ squashed: 'pokemongold', editions: [] });
  });

  test('brackets hold platform, region, year, and what nobody knows', () => {
    expect(titleParts('Ecco the Dolphin (Mega Drive)').platforms).toEqual(['genesis']);
    expect(titleParts('Frog Hopper (Europe, Rev A)')).toMatchObject({ squashed: 'froghopper', asides: [] });
    expect(titleParts('Doom (2016)')).toMatchObject({ squashed: 'doom', year: 2016, numbers: [] });
    expect(titleParts('Tetris (in Rust)').asides).toEqual(['in', 'rust']);
    expect(titleParts('(untitled)').squashed).toBe('untitled');
  });

  test('a package may be a part of a game', () => {
    expect(titleParts('blobby-data')).toMatchObject({ name: ['blobby'], isPart: true });
    expect(titleParts('Space-Shooter').isPart).toBe(false);
    expect(titleParts('data').name).toEqual(['data']);
  });
});

test('a subtitle stands behind the separator', () => {
  expect(titleParts('Ecco: The Tides of Time').subtitle).toEqual(['the', 'tides', 'of', 'time']);
  expect(titleParts('Ecco').subtitle).toEqual([]);
});

test('any text at all has parts, and soon', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const parts = titleParts(text);
      expect(parts.squashed).toBe(parts.name.join(''));
      expect([...parts.words].sort()).toEqual([...new Set(parts.name)].sort());
    }),
  );
  expect(titleParts('(('.repeat(100_000)).name).toEqual([]);
});
