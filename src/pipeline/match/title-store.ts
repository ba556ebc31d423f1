/**
 * The titles of very many records in little space: words as numbers in typed arrays. It knows how rare each word is, and
 * tells cheaply which pairs are not worth a real comparison.
 */
import { type Common, hashOf } from './blocks.ts';
import { lettersOf, maySoundAlike } from './fold.ts';
import { type Rarity, rarityOf } from './rarity.ts';
import { mostSlips } from './title-likeness.ts';
import type { TitleParts } from './title-parts.ts';

type Named = Pick<TitleParts, 'name' | 'subtitle' | 'squashed'>;
type Whole = Named & Pick<TitleParts, 'whole'>;

/** A word in one of so many names is rare, however few there are. */
const leastNames = 5000;
/** Titles that share less than this share of their evidence are other titles, unless one is a part of the other … */
const leastShared = 0.4;
/** … or is the other with slips of the pen, and no more than so many letters longer. */
const mostLonger = 4;

/** How many bits are set (Hacker's Delight, 5-1). */
function bitsIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

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
  /** Of each title: where its words begin, how many of them are before the subtitle, hashes of the whole, length and letters. */
  readonly #begins: number[] = [0];
  readonly #heads: number[] = [];
  readonly #squashed: number[] = [];
  readonly #lengths: number[] = [];
  readonly #letters: number[] = [];
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
      this.#lengths.push(squashed.length);
      this.#letters.push(lettersOf(squashed));
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
      const name = this.#wordsOf(title);
      titles.push({ name, subtitle: name.slice(this.#heads[title] ?? 0), squashed: name.join('') });
    }
    return titles;
  }

  #wordsOf(title: number): string[] {
    const words: string[] = [];
    for (let at = this.#begins[title] ?? 0; at < (this.#begins[title + 1] ?? 0); at++)
      words.push(this.#vocabulary[this.#words[at] ?? 0] ?? '');
    return words;
  }

  /** All records in the order of their titles: like ones are near each other, so what is known of one is at hand for the next. */
  inOrder(): Uint32Array {
    const first = Array.from({ length: this.#first.length - 1 }, (_, record) =>
      this.#wordsOf(this.#first[record] ?? 0).join(' '),
    );
    const compare = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0);
    return Uint32Array.from(first.keys()).sort((a, b) => compare(first[a], first[b]) || a - b);
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
    const [a, b, c, d] = [
      this.#begins[mine] ?? 0,
      this.#begins[mine + 1] ?? 0,
      this.#begins[theirs] ?? 0,
      this.#begins[theirs + 1] ?? 0,
    ];
    let shared = 0;
    let all = 0;
    let common = 0;
    for (let at = a; at < b; at++) {
      const word = this.#words[at] ?? 0;
      const bits = this.#bits[word] ?? 0;
      all += bits;
      for (let other = c; other < d; other++) {
        if (this.#words[other] !== word) continue;
        shared += bits;
        common += 1;
        break;
      }
    }
    for (let at = c; at < d; at++) all += this.#bits[this.#words[at] ?? 0] ?? 0;
    if (shared > leastShared * (all - shared)) return true;
    if (common > 0 && (common >= b - a || common >= d - c)) return true;
    const [length, other] = [this.#lengths[mine] ?? 0, this.#lengths[theirs] ?? 0];
    if (Math.abs(length - other) > mostLonger) return false;
    const [letters, others] = [this.#letters[mine] ?? 0, this.#letters[theirs] ?? 0];
    // A wrong letter is one too many and one too few.
    return maySoundAlike(letters, others) || bitsIn(letters ^ others) <= 2 * mostSlips(Math.max(length, other));
  }
}
