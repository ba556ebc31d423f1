/**
 * The titles of very many records in little space: words as numbers in typed arrays. It knows how rare each word is, and
 * tells cheaply which pairs are not worth a real comparison.
 */
import { type Common, hashOf } from './blocks.ts';
import { type Rarity, rarityOf } from './rarity.ts';
import type { TitleParts } from './title-parts.ts';

type Named = Pick<TitleParts, 'name' | 'subtitle' | 'squashed'>;
type Whole = Named & Pick<TitleParts, 'whole'>;

/** A word in one of so many names is rare, however few there are. */
const leastNames = 5000;
/** Titles that share less than this share of their evidence, and nothing else, are other titles. */
const leastShared = 0.25;
/** So many letters at the beginning or end that are alike may be one title with a slip of the pen. */
const slipLength = 6;

const seriesOf = (squashed: string): number => {
  const numbers = squashed.match(/\d+/g);
  return numbers === null ? 0 : hashOf(numbers.map(Number).join());
};

export class TitleStore {
  readonly #numbers = new Map<string, number>();
  readonly #vocabulary: string[] = [];
  readonly #counts: number[] = [];
  /** How many titles are squashed to one hash. */
  readonly #names = new Map<number, number>();
  /** In how many titles each word stands. */
  readonly #held: number[] = [];
  /** Words of all titles, one title after another. */
  #words = new Uint32Array(1 << 16);
  #size = 0;
  /** Of each title: where its words begin, how many of them are before the subtitle, hashes of the whole, head and tail. */
  readonly #begins: number[] = [0];
  readonly #heads: number[] = [];
  readonly #squashed: number[] = [];
  readonly #fronts: number[] = [];
  readonly #backs: number[] = [];
  readonly #wholes: number[] = [];
  /** Of the numbers in the title; 0 for none. */
  readonly #series: number[] = [];
  /** Of each record: its first title. */
  readonly #first: number[] = [0];
  #bits = new Float32Array(0);

  /** Takes the titles of the next record. */
  add(titles: readonly Whole[]): void {
    for (const { name, subtitle, squashed, whole } of titles) {
      const squashedHash = hashOf(squashed);
      const before = this.#names.get(squashedHash) ?? 0;
      this.#names.set(squashedHash, before + 1);
      const seen = new Set<number>();
      for (const word of name) {
        const number = this.#number(word);
        if (!seen.has(number)) {
          this.#held[number] = (this.#held[number] ?? 0) + 1;
          if (before === 0) this.#counts[number] = (this.#counts[number] ?? 0) + 1;
        }
        seen.add(number);
        this.#push(number);
      }
      this.#begins.push(this.#size);
      this.#heads.push(name.length - subtitle.length);
      this.#squashed.push(squashedHash);
      this.#fronts.push(hashOf(squashed.slice(0, slipLength)));
      this.#backs.push(hashOf(squashed.slice(-slipLength)));
      this.#wholes.push(hashOf(whole));
      this.#series.push(seriesOf(squashed));
    }
    this.#first.push(this.#squashed.length);
  }

  #number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#vocabulary.push(word);
    this.#counts.push(0);
    this.#held.push(0);
    this.#numbers.set(word, this.#vocabulary.length - 1);
    return this.#vocabulary.length - 1;
  }

  #push(number: number): void {
    if (this.#size === this.#words.length) {
      const grown = new Uint32Array(this.#size * 2);
      grown.set(this.#words);
      this.#words = grown;
    }
    this.#words[this.#size++] = number;
  }

  /** How rare words are among the names taken so far; a name that many records have counts once. */
  rarity(): Rarity {
    const counts = new Map(this.#vocabulary.map((word, number) => [word, this.#counts[number] ?? 1]));
    const rarity = rarityOf(counts, Math.max(this.#names.size, leastNames));
    this.#bits = Float32Array.from(this.#vocabulary, (word) => rarity.of(word));
    return rarity;
  }

  /** What more titles share than one block holds. */
  common(largest: number): Common {
    return {
      word: (word) => (this.#held[this.#numbers.get(word) ?? -1] ?? 0) > largest,
      title: (squashed) => (this.#names.get(hashOf(squashed)) ?? 0) > largest,
    };
  }

  titles(record: number): Named[] {
    const titles: Named[] = [];
    for (let title = this.#first[record] ?? 0; title < (this.#first[record + 1] ?? 0); title++) {
      const from = this.#begins[title] ?? 0;
      const name: string[] = [];
      for (let at = from; at < (this.#begins[title + 1] ?? 0); at++)
        name.push(this.#vocabulary[this.#words[at] ?? 0] ?? '');
      titles.push({ name, subtitle: name.slice(this.#heads[title] ?? 0), squashed: name.join('') });
    }
    return titles;
  }

  /** False only for pairs none of whose titles are alike: most that merely share a word. After `rarity()`. */
  mayBeAlike(left: number, right: number): boolean {
    for (let mine = this.#first[left] ?? 0; mine < (this.#first[left + 1] ?? 0); mine++) {
      for (let theirs = this.#first[right] ?? 0; theirs < (this.#first[right + 1] ?? 0); theirs++) {
        if (this.#alike(mine, theirs)) return true;
      }
    }
    return false;
  }

  #alike(mine: number, theirs: number): boolean {
    if (this.#squashed[mine] === this.#squashed[theirs] || this.#wholes[mine] === this.#wholes[theirs]) return true;
    // Parts of a series are never one game by their titles alone.
    if (this.#series[mine] !== this.#series[theirs]) return false;
    if (this.#fronts[mine] === this.#fronts[theirs] || this.#backs[mine] === this.#backs[theirs]) return true;
    const [a, b, c, d] = [
      this.#begins[mine] ?? 0,
      this.#begins[mine + 1] ?? 0,
      this.#begins[theirs] ?? 0,
      this.#begins[theirs + 1] ?? 0,
    ];
    let shared = 0;
    let all = 0;
    for (let at = a; at < b; at++) {
      const word = this.#words[at] ?? 0;
      const bits = this.#bits[word] ?? 0;
      all += bits;
      for (let other = c; other < d; other++) {
        if (this.#words[other] !== word) continue;
        shared += bits;
        break;
      }
    }
    for (let at = c; at < d; at++) all += this.#bits[this.#words[at] ?? 0] ?? 0;
    return shared > leastShared * (all - shared);
  }
}
