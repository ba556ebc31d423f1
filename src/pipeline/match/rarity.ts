/** How much it says that two titles share a word: the rarer the word, the more. Counted over the records at hand. */
import { smallWords } from './title-words.ts';

export type Rarity = {
  /** Inverse document frequency of a word, in bits; small words count as nothing. */
  of(word: string): number;
};

/** From counts of titles that hold each word among `total` titles. */
export function rarityOf(counts: ReadonlyMap<string, number>, total: number): Rarity {
  const most = Math.log2(Math.max(total, 2));
  return {
    of(word) {
      if (smallWords.has(word)) return 0.5;
      return Math.max(0.5, most - Math.log2(Math.max(counts.get(word) ?? 1, 1)));
    },
  };
}

/** Nothing is known of the words: each is as rare as one in a thousand, short ones less. */
export const unknownRarity: Rarity = {
  of: (word) => (smallWords.has(word) ? 0.5 : word.length < 3 ? 5 : 10),
};
