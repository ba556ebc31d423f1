import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Blockable, BlockBuilder, keysOf } from './blocks.ts';
import { unknownRarity } from './rarity.ts';
import { titleParts } from './title-parts.ts';

const game = (title: string, tags: string[] = []): Blockable => ({
  titles: [titleParts(title)],
  tags,
  identifiers: [],
  urls: [],
});

/** Which earlier records each record is compared with. */
function compared(records: readonly Blockable[], largest?: number): number[][] {
  const builder = new BlockBuilder();
  for (const record of records) builder.add(keysOf(record, unknownRarity));
  const blocks = builder.build(largest);
  return records.map((_, index) => {
    const found: number[] = [];
    blocks.candidatesBefore(index, (other) => found.push(other));
    return found.sort((a, b) => a - b);
  });
}

describe('records are compared when they share', () => {
  test.each([
    ['a title', 'Lighthouse', 'The Lighthouse'],
    ['a title in two scripts', 'Зов Ктулху', 'Zov Ktulkhu'],
    ['a rare word', 'Blobby Volley', 'blobby-server'],
    ['a subtitle', 'Blob Wars Episode 2 : Blob And Conquer', 'blobandconquer'],
    ['a beginning, with a slip of the pen', 'Khronicles of Narnia', 'Khronicles of Narmia'],
  ])('%s', (_, left, right) => expect(compared([game(left), game(right)])).toEqual([[], [0]]));

  test('and not when they share nothing', () => expect(compared([game('Ash'), game('Birch')])).toEqual([[], []]));
});

test('a key that stands for too many is passed over, their finer keys are not', () => {
  const many = Array.from({ length: 10 }, (_, index) => game('Tetris', [`y${1990 + (index % 5)}`]));
  const found = compared(many, 4);
  expect(found[9]).toEqual([4]);
  const builder = new BlockBuilder();
  for (const record of many) builder.add(keysOf(record, unknownRarity));
  expect(builder.build(4).large).toBeGreaterThan(0);
});

test('what is found does not depend on hashing: the same pairs as comparing all keys with all', () => {
  const seed = 20261125;
  console.log(`seed ${seed}`);
  const word = fc.constantFrom('ash', 'birch', 'cedar', 'elm', 'fir', 'oak', 'pine', 'yew', '2', '3');
  const titles = fc.array(
    fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(titles, (all) => {
      const records = all.map((title) => game(title));
      const keys = records.map((record) => new Set(keysOf(record, unknownRarity)));
      const plain = records.map((_, index) =>
        records.flatMap((_other, other) =>
          other < index && [...(keys[other] ?? [])].some((key) => keys[index]?.has(key)) ? [other] : [],
        ),
      );
      expect(compared(records, 1000)).toEqual(plain);
    }),
    { seed, numRuns: 200 },
  );
});
