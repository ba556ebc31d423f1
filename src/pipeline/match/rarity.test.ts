import { expect, test } from 'vitest';
import { rarityOf, unknownRarity, WordCounter } from './rarity.ts';
import { titleParts } from './title-parts.ts';

test('the fewer titles hold a word, the more it says; small words say nearly nothing', () => {
  const rarity = rarityOf(
    new Map([
      ['snake', 64],
      ['openmw', 1],
    ]),
    1024,
  );
  expect(rarity.of('openmw')).toBe(10);
  expect(rarity.of('snake')).toBe(4);
  expect(rarity.of('neverseen')).toBe(10);
  expect(rarity.of('the')).toBe(0.5);
});

test('a name counts once, however many lists hold it: to be well known is not to be ambiguous', () => {
  const words = new WordCounter();
  for (let list = 0; list < 20; list++) words.add([titleParts('OpenMW')]);
  for (let game = 0; game < 20; game++) words.add([titleParts(`Doom ${game}`)]);
  const rarity = words.rarity();
  expect(rarity.of('openmw')).toBeGreaterThan(rarity.of('doom') + 4);
});

test('in a short list every word is rare to the list, but not rarer than to the world', () => {
  const words = new WordCounter();
  words.add([titleParts('Lighthouse')]);
  expect(words.rarity(4096).of('lighthouse')).toBe(12);
});

test('where nothing was counted, short words say less than long ones', () => {
  expect(unknownRarity.of('lighthouse')).toBeGreaterThan(unknownRarity.of('2'));
});
