import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keysOf } from './blocks.ts';
import { seeded } from './seeded.ts';
import { isOneName, likenessOf } from './title-likeness.ts';
import { titleParts } from './title-parts.ts';
import { TitleStore } from './title-store.ts';

const seed = 20261127;

/** Real titles, each beside itself with up to two slips of the pen. */
function written(): string[] {
  const random = seeded(seed);
  const file = new URL('series/adventure.txt', import.meta.url);
  const titles = [...new Set(readFileSync(file, 'utf8').split(/[\n|=~{}]/))].map((title) => title.trim());
  const slip = (title: string): string => {
    const at = 1 + Math.floor(random() * Math.max(1, title.length - 2));
    const letter = 'abcdefghijklmnopqrstuvwxyz'.charAt(Math.floor(random() * 26));
    return title.slice(0, at) + letter + title.slice(at + Math.floor(random() * 2));
  };
  return titles.filter((title) => title !== '').flatMap((title) => [title, slip(title), slip(slip(title))]);
}

test(`of pairs that share a key and are one name, the quick look passes over one in a hundred at most (seed ${seed})`, () => {
  const parts = written().map((title) => titleParts(title));
  const store = new TitleStore();
  for (const each of parts) store.add([each]);
  const rarity = store.rarity();
  const keys = parts.map((title) => new Set(keysOf({ titles: [title], tags: [], identifiers: [], urls: [] }, rarity)));
  let alike = 0;
  let spared = 0;
  let missed = 0;
  for (const [left, mine] of parts.entries()) {
    for (let right = Math.max(0, left - 60); right < left; right++) {
      const theirs = parts[right] ?? mine;
      if (keys[left]?.isDisjointFrom(keys[right] ?? new Set())) continue;
      const { level } = likenessOf(mine, theirs, rarity);
      if (isOneName(level)) {
        alike += 1;
        if (!store.mayBeAlike(left, right)) missed += 1;
      } else if (!store.mayBeAlike(left, right)) spared += 1;
    }
  }
  expect(alike).toBeGreaterThan(300);
  expect(missed / alike).toBeLessThan(0.01);
  expect(spared).toBeGreaterThan(1000);
});

test('records stand in the order of their titles', () => {
  const store = new TitleStore();
  for (const title of ['Zork', 'Amber Gate', 'Zork', 'Amber']) store.add([titleParts(title)]);
  expect([...store.inOrder()]).toEqual([3, 1, 0, 2]);
});
