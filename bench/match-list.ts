/**
 * The lists of open-source games with their truth: the same games in eight lists. Truth came from shared addresses, which
 * the records no longer hold. It is positive only, so pairs count only among records that occur in a true pair.
 */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { BlockBuilder, keysOf } from '../src/pipeline/match/blocks.ts';
import { type Rarity, WordCounter } from '../src/pipeline/match/rarity.ts';
import { readShortForm } from '../src/pipeline/match/short-form.ts';
import { type Traits, tagsOf, traitsOf } from '../src/pipeline/match/traits.ts';

const folder = new URL('../../shared/data/matching/open-source-games/', import.meta.url);

export type Candidate = { left: number; right: number };
export type GameList = {
  traits: Traits[];
  rarity: Rarity;
  /** All pairs of different sources that blocking brings together. */
  candidates: Candidate[];
  /** For records that occur in a true pair: which game they are. */
  gameOf: ReadonlyMap<number, number>;
  /** How many pairs of records of different sources are one game. */
  truePairs: number;
};

/** Null when the lists are not there. */
export function readGameList(): GameList | null {
  if (!existsSync(new URL('records.jsonl.gz', folder))) return null;
  const lines = gunzipSync(readFileSync(new URL('records.jsonl.gz', folder)))
    .toString()
    .trim()
    .split('\n');
  const ids = new Map<string, number>();
  const traits = lines.flatMap((line) => {
    const read = readShortForm(JSON.parse(line));
    if ('wrong' in read) return [];
    ids.set(read.id, ids.size);
    return [traitsOf(read.record)];
  });
  const pairs = readFileSync(new URL('pairs.tsv', folder), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t').map((id) => ids.get(id) ?? -1));
  const gameOf = closed(pairs);
  const words = new WordCounter();
  for (const { titles } of traits) words.add(titles);
  const rarity = words.rarity();
  return { traits, rarity, candidates: candidatesOf(traits, rarity), gameOf, truePairs: countPairs(gameOf, traits) };
}

/** If A is B and B is C, then A is C. */
function closed(pairs: readonly number[][]): Map<number, number> {
  const parent = new Map<number, number>();
  const root = (record: number): number => {
    let at = record;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  for (const [left = 0, right = 0] of pairs) {
    for (const record of [left, right]) if (!parent.has(record)) parent.set(record, record);
    parent.set(root(left), root(right));
  }
  return new Map([...parent.keys()].sort((a, b) => a - b).map((record) => [record, root(record)]));
}

function countPairs(gameOf: ReadonlyMap<number, number>, traits: readonly Traits[]): number {
  const known = [...gameOf];
  let count = 0;
  for (const [index, [left, game]] of known.entries()) {
    for (const [right, other] of known.slice(index + 1)) {
      if (game === other && traits[left]?.source !== traits[right]?.source) count += 1;
    }
  }
  return count;
}

function candidatesOf(traits: readonly Traits[], rarity: Rarity): Candidate[] {
  const builder = new BlockBuilder();
  for (const each of traits) builder.add(keysOf({ ...each, tags: tagsOf(each) }, rarity));
  const blocks = builder.build();
  const found: Candidate[] = [];
  for (const [right, each] of traits.entries()) {
    blocks.candidatesBefore(right, (left) => {
      if (traits[left]?.source !== each.source) found.push({ left, right });
    });
  }
  return found;
}
