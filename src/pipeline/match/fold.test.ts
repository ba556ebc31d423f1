import { expect, test } from 'vitest';
import { soundOf, toAscii, wordsOf } from './fold.ts';

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
