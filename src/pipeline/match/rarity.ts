/** How much it says that two titles share a word: the rarer the word, the more. Counted over the records at hand. */
import type { TitleParts } from './title-parts.ts';
import { smallWords } from './title-words.ts';

export type Rarity = {
  /** Inverse document frequency of a word, in bits; small words count as nothing. */
  of(word: string): number;
};

/** From counts of titles that hold each word among `total` titles. */
export function rarityOf(counts: ReadonlyMap<string, number>, total: number): Rarity {
  const most = Math.log2(Math.max(total, 2));
  const bitsOf = (word: string, count: number): number =>
    smallWords.has(word) ? 0.5 : Math.max(0.5, most - Math.log2(Math.max(count, 1)));
  // Reckoned once a word: millions of pairs ask.
  const bits = new Map([...counts].map(([word, count]) => [word, bitsOf(word, count)]));
  return { of: (word) => bits.get(word) ?? bitsOf(word, 1) };
}

/**
 * Counts in how many names each word is. A name that many lists hold counts once: «OpenMW» is no commoner for being well
 * known, «Doom» is for being in the names of many games.
 */
export class WordCounter {
  readonly #names = new Set<string>();
  readonly #counts = new Map<string, number>();

  add(titles: readonly Pick<TitleParts, 'squashed' | 'words'>[]): void {
    for (const { squashed, words } of titles) {
      if (this.#names.has(squashed)) continue;
      this.#names.add(squashed);
      for (const word of words) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
    }
  }

  /** A word in one of so many records is rare, however few records there are. */
  rarity(least = 5000): Rarity {
    return rarityOf(this.#counts, Math.max(this.#names.size, least));
  }
}

/** Nothing is known of the words: each is as rare as one in a thousand, short ones less. */
export const unknownRarity: Rarity = {
  of: (word) => (smallWords.has(word) ? 0.5 : word.length < 3 ? 5 : 10),
};
