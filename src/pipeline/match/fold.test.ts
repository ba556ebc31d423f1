import { expect, test } from 'vitest';
import { lettersOf, maySoundAlike, soundOf, toAscii, wordsOf } from './fold.ts';
import { seeded } from './seeded.ts';

const seed = 20261127;

test.each([
  ['Ёжик', 'ezhik'],
  ['Зов Ктулху', 'zov ktulkhu'],
  ['ＤＯＯＭ', 'doom'],
  ['Jazz²', 'jazz2'],
  ['Pokémon™', 'pokemon'],
  ['Ōkami', 'okami'],
  ['Ελλάδα', 'ellada'],
])('%s is %s', (written, folded) => {
  expect(toAscii(written).trim()).toBe(folded);
});

test('words have no punctuation, and an apostrophe splits none', () => {
  expect(wordsOf("The Creep's «Lair» & Co.")).toEqual(['the', 'creeps', 'lair', 'and', 'co']);
  expect(wordsOf('…!')).toEqual([]);
});

test('ё and е are one letter', () => {
  expect(wordsOf('Лифтёр')).toEqual(wordsOf('Лифтер'));
});

test.each([
  ['khudozhnik', 'hudozhnik'],
  ['toukyou', 'tokyo'],
  ['dalnoboishchiki', 'dalnobojschiki'],
  ['prokliatye zemli', 'proklyatye zemli'],
  ['shtyrlits', 'shtyrlic'],
])('%s sounds like %s', (one, other) => {
  expect(soundOf(one)).toBe(soundOf(other));
});

test.each([
  ['ruby', 'sapphire'],
  ['doom', 'dome'],
])('%s does not sound like %s', (one, other) => {
  expect(soundOf(one)).not.toBe(soundOf(other));
});

test(`what sounds alike is never refused by its letters (seed ${seed})`, () => {
  const random = seeded(seed);
  const pieces = 'shch sch ts kh gh oo ou oh uu ya je io j y ks w v c k x a b d e h t s l r'.split(' ');
  const word = () => Array.from({ length: 5 }, () => pieces[Math.floor(random() * pieces.length)]).join('');
  for (let round = 0; round < 5000; round++) {
    const written = word();
    expect(maySoundAlike(lettersOf(written), lettersOf(soundOf(written))), written).toBe(true);
  }
});
