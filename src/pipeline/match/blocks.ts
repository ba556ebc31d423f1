/**
 * Blocking in memory: which of many records are worth comparing, at a bounded cost a record. Keys are hashed to 32 bits
 * and sorted in typed arrays, so that a million records fit; records under one key are a block. A block that is too large
 * is not dropped: its records also have finer keys (two words; a word with year, platform or publisher).
 */
import type { Rarity } from './rarity.ts';
import type { TitleParts } from './title-parts.ts';
import { smallWords } from './title-words.ts';

/** What a block is built from; `tags` are year, platform, publisher and author, each as one word. */
export type Blockable = {
  titles: readonly Pick<TitleParts, 'name' | 'subtitle' | 'squashed'>[];
  tags: readonly string[];
  identifiers: readonly string[];
  urls: readonly string[];
};

/** Words of a title that make keys, the rarest first. */
const keyWords = 4;
/** Records under one key that are compared all with all. */
export const largestBlock = 64;

/** What more records share than one block holds, as far as it is known beforehand: only that needs finer keys. */
export type Common = { word(word: string): boolean; title(squashed: string): boolean };
const anything: Common = { word: () => true, title: () => true };

/** All keys of a record, from the coarse to the fine. */
export function keysOf(record: Blockable, rarity: Rarity, common = anything): string[] {
  const keys: string[] = [];
  for (const title of record.titles) {
    if (title.squashed === '') continue;
    keys.push(`s${title.squashed}`);
    if (common.title(title.squashed)) for (const tag of record.tags) keys.push(`s${title.squashed}|${tag}`);
    const subtitle = title.subtitle.join('');
    if (subtitle.length > 5) keys.push(`s${subtitle}`);
    const words = [...new Set(title.name)]
      .filter((word) => !smallWords.has(word))
      .sort((a, b) => rarity.of(b) - rarity.of(a) || (a < b ? -1 : 1))
      .slice(0, keyWords);
    for (const [index, word] of words.entries()) {
      keys.push(`w${word}`);
      if (!common.word(word)) continue;
      if (index < 2) for (const tag of record.tags) keys.push(`w${word}|${tag}`);
      for (const other of words.slice(index + 1)) {
        if (common.word(other)) keys.push(word < other ? `p${word} ${other}` : `p${other} ${word}`);
      }
    }
    // A slip of the pen leaves the beginning or the end as it was.
    if (title.squashed.length > 7) {
      keys.push(`b${title.squashed.slice(0, 7)}${title.squashed.length >> 2}`, `e${title.squashed.slice(-7)}`);
    }
  }
  for (const identifier of record.identifiers) keys.push(`i${identifier}`);
  for (const url of record.urls) keys.push(`u${url}`);
  return [...new Set(keys)];
}

/** FNV-1a, 32 bits: two keys that meet by chance only cost a comparison. */
export function hashOf(key: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) {
    value = Math.imul(value ^ key.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

export type Blocks = {
  /** Calls back for every record that shares a small enough block with this one and comes before it, each once. */
  candidatesBefore(record: number, found: (other: number) => void): void;
  /** How many keys were too common to be compared all with all. */
  large: number;
};

/** Collects the keys of records, numbered from 0 in the order they come. */
export class BlockBuilder {
  #hashes = new Uint32Array(1 << 16);
  #holders = new Uint32Array(1 << 16);
  #size = 0;
  #records = 0;

  add(keys: readonly string[]): void {
    const record = this.#records++;
    while (this.#size + keys.length > this.#hashes.length) this.#grow();
    for (const key of keys) {
      this.#hashes[this.#size] = hashOf(key);
      this.#holders[this.#size] = record;
      this.#size += 1;
    }
  }

  #grow(): void {
    this.#hashes = grown(this.#hashes);
    this.#holders = grown(this.#holders);
  }

  build(largest = largestBlock): Blocks {
    const size = this.#size;
    const records = this.#records;
    const order = sorted(this.#hashes, size);
    // Blocks in the order of their keys; within a block records ascend, for the sort is stable.
    const members = new Uint32Array(size);
    const blockOf = new Uint32Array(size);
    let starts = new Uint32Array(1 << 16);
    let blocks = 0;
    let large = 0;
    let last = -1;
    for (let at = 0; at < size; at++) {
      const entry = order[at] ?? 0;
      const key = this.#hashes[entry] ?? 0;
      if (at === 0 || key !== last) {
        if (blocks + 1 >= starts.length) starts = grown(starts);
        starts[blocks++] = at;
      }
      last = key;
      members[at] = this.#holders[entry] ?? 0;
      blockOf[entry] = blocks - 1;
    }
    starts[blocks] = size;
    for (let block = 0; block < blocks; block++) {
      if ((starts[block + 1] ?? 0) - (starts[block] ?? 0) > largest) large += 1;
    }
    const firstEntry = new Uint32Array(records + 1);
    for (let entry = 0; entry < size; entry++) {
      const holder = (this.#holders[entry] ?? 0) + 1;
      firstEntry[holder] = (firstEntry[holder] ?? 0) + 1;
    }
    for (let record = 0; record < records; record++) {
      firstEntry[record + 1] = (firstEntry[record + 1] ?? 0) + (firstEntry[record] ?? 0);
    }
    const seen = new Int32Array(records).fill(-1);
    return {
      large,
      candidatesBefore(record, found) {
        for (let entry = firstEntry[record] ?? 0; entry < (firstEntry[record + 1] ?? 0); entry++) {
          const block = blockOf[entry] ?? 0;
          const from = starts[block] ?? 0;
          const to = starts[block + 1] ?? 0;
          if (to - from > largest) continue;
          for (let at = from; at < to; at++) {
            const other = members[at] ?? 0;
            if (other >= record) break;
            if (seen[other] === record) continue;
            seen[other] = record;
            found(other);
          }
        }
      },
    };
  }
}

/** Positions of the first `size` keys in ascending order of the keys, by two passes over 16 bits each; stable. */
function sorted(keys: Uint32Array, size: number): Uint32Array {
  let order = new Uint32Array(size);
  for (let at = 0; at < size; at++) order[at] = at;
  for (const shift of [0, 16]) {
    const counts = new Uint32Array(65537);
    for (let at = 0; at < size; at++) {
      const digit = (((keys[at] ?? 0) >>> shift) & 0xffff) + 1;
      counts[digit] = (counts[digit] ?? 0) + 1;
    }
    for (let digit = 0; digit < 65536; digit++) counts[digit + 1] = (counts[digit + 1] ?? 0) + (counts[digit] ?? 0);
    const next = new Uint32Array(size);
    for (let at = 0; at < size; at++) {
      const entry = order[at] ?? 0;
      const digit = ((keys[entry] ?? 0) >>> shift) & 0xffff;
      next[counts[digit] ?? 0] = entry;
      counts[digit] = (counts[digit] ?? 0) + 1;
    }
    order = next;
  }
  return order;
}

function grown(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
