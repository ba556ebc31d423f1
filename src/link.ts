/**
 * Matches two files of records, or one with itself, without a database: which of them are one game. A pair is judged by
 * itself; then of several records of one source that would join one record, only the clearly best does.
 */
import type { Evidence } from './domain/match.ts';
import { BlockBuilder, type Blocks, keysOf } from './pipeline/match/blocks.ts';
import { defaultWeights } from './pipeline/match/default-weights.ts';
import { compareTraits } from './pipeline/match/features.ts';
import { wordsOf } from './pipeline/match/fold.ts';
import { mostTitles } from './pipeline/match/keys.ts';
import { evidenceOf, probabilityOf, scoreOf, type Weights } from './pipeline/match/model.ts';
import { decisionOf, type Thresholds, thresholds as usual } from './pipeline/match/pair.ts';
import type { Rarity } from './pipeline/match/rarity.ts';
import { readShortForm } from './pipeline/match/short-form.ts';
import { titleParts } from './pipeline/match/title-parts.ts';
import { TitleStore } from './pipeline/match/title-store.ts';
import { type Matchable, type Traits, traitsOf } from './pipeline/match/traits.ts';
import { BadFile, readJsonLines } from './platform/json-lines.ts';

export type LinkModel = { weights: Weights; thresholds: Thresholds };
export const defaultModel: LinkModel = { weights: defaultWeights, thresholds: usual };

export type LinkedPair = {
  left: string;
  right: string;
  probability: number;
  decision: 'same' | 'ask';
  evidence: Evidence[];
};
export type LinkSummary = {
  records: number;
  compared: number;
  same: number;
  ask: number;
  /** Keys that too many records share; those were compared by their finer keys. */
  largeBlocks: number;
  /** Whether pairs within one source count: only when nothing else is there. */
  withinSource: boolean;
};
export type LinkProgress = (stage: 'read' | 'compare', done: number, total: number | null) => void;

type Loaded = { ids: string[]; records: Matchable[]; titles: TitleStore; split: number };

/** So many records' traits are kept ready; others are made again when they are needed. */
const mostTraits = 150_000;
/** Of two records of one source the better must be better by so many bits. */
const gapBits = 1;

/** Judges all pairs worth comparing and hands on those to join, in the order of the records; with `all`, doubtful ones too. */
export async function link(
  left: string,
  right: string | null,
  write: (pair: LinkedPair) => Promise<void> | void,
  options: { model?: LinkModel; all?: boolean; progress?: LinkProgress } = {},
): Promise<LinkSummary> {
  const { model = defaultModel, all = false, progress = () => undefined } = options;
  const loaded = await load(left, right, progress);
  const { ids, records, split } = loaded;
  const withinSource = right === null && new Set(records.map(({ source }) => source)).size < 2;
  const { titles } = loaded;
  const rarity = titles.rarity();
  const traits = traitsKeeper(records);
  const blocks = buildBlocks(records, titles, rarity);
  const edges = new Edges();
  let compared = 0;
  for (let record = 0; record < records.length; record++) {
    if (record % 1000 === 0) progress('compare', record, records.length);
    const mine = traits(record);
    blocks.candidatesBefore(record, (other) => {
      if (right !== null ? other >= split || record < split : !withinSource && records[other]?.source === mine.source)
        return;
      compared += 1;
      if (!titles.mayBeAlike(other, record) && !knowsMore(records[other], records[record])) return;
      const score = scoreOf(compareTraits(traits(other), mine, rarity), model.weights);
      if (probabilityOf(score) >= model.thresholds.ask) edges.add(other, record, score);
    });
  }
  const summary: LinkSummary = {
    records: records.length,
    compared,
    same: 0,
    ask: 0,
    largeBlocks: blocks.large,
    withinSource,
  };
  const second = withinSource ? () => false : edges.seconds(records, traits);
  for (let edge = 0; edge < edges.size; edge++) {
    const { from, to, score } = edges.at(edge);
    const probability = probabilityOf(score);
    const decision = decisionOf(probability, model.thresholds) === 'same' && !second(edge) ? 'same' : 'ask';
    summary[decision] += 1;
    if (decision === 'ask' && !all) continue;
    const evidence = evidenceOf(compareTraits(traits(from), traits(to), rarity), model.weights);
    await write({ left: ids[from] ?? '', right: ids[to] ?? '', probability: round(probability), decision, evidence });
  }
  return summary;
}

const round = (probability: number): number => Math.round(probability * 1e6) / 1e6;

async function load(left: string, right: string | null, progress: LinkProgress): Promise<Loaded> {
  const loaded: Loaded = { ids: [], records: [], titles: new TitleStore(), split: 0 };
  for (const path of right === null ? [left] : [left, right]) {
    for await (const { value, line } of readJsonLines(path)) {
      const read = readShortForm(value);
      if ('wrong' in read) throw new BadFile(`${path}, line ${line} cannot be used: ${read.wrong}.`);
      loaded.ids.push(read.id);
      loaded.records.push(read.record);
      loaded.titles.add(read.record.titles.slice(0, mostTitles).map((title) => titleParts(title)));
      if (loaded.ids.length % 1000 === 0) progress('read', loaded.ids.length, null);
    }
    if (path === left) loaded.split = loaded.ids.length;
  }
  return loaded;
}

/** Traits take a kilobyte a record: of very many, only some are kept. */
function traitsKeeper(records: readonly Matchable[]): (record: number) => Traits {
  const kept = new Map<number, Traits>();
  return (record) => {
    const known = kept.get(record);
    if (known) return known;
    const made = traitsOf(records[record] as Matchable);
    if (kept.size >= mostTraits) kept.clear();
    kept.set(record, made);
    return made;
  };
}

/** Whether two records may be one game although their titles are not alike. */
const knowsMore = (left: Matchable | undefined, right: Matchable | undefined): boolean =>
  (left?.identifiers !== undefined && right?.identifiers !== undefined) ||
  (left?.urls !== undefined && right?.urls !== undefined);

function buildBlocks(records: readonly Matchable[], titles: TitleStore, rarity: Rarity): Blocks {
  const builder = new BlockBuilder();
  for (const [index, record] of records.entries()) {
    const { releaseDate, platforms = [], publishers = [], authors = [], identifiers = [], urls = [] } = record;
    const tags = [
      ...(releaseDate ? [releaseDate.slice(0, 4)] : []),
      ...[...platforms.slice(0, 2), ...publishers.slice(0, 1), ...authors.slice(0, 2)].map(tagOf),
    ];
    builder.add(keysOf({ titles: titles.titles(index), tags, identifiers, urls }, rarity));
  }
  return builder.build();
}

/** Names as they are written differ; their longest word does so less. */
const tagOf = (name: string): string =>
  wordsOf(name.slice(0, 60)).reduce((longest, word) => (word.length > longest.length ? word : longest), '');

/** Pairs with their scores, in typed arrays: there may be millions. */
class Edges {
  size = 0;
  #from = new Uint32Array(1024);
  #to = new Uint32Array(1024);
  #score = new Float32Array(1024);

  add(from: number, to: number, score: number): void {
    if (this.size === this.#from.length) {
      const grow = <T extends Uint32Array | Float32Array>(old: T, fresh: T): T => {
        fresh.set(old);
        return fresh;
      };
      this.#from = grow(this.#from, new Uint32Array(this.size * 2));
      this.#to = grow(this.#to, new Uint32Array(this.size * 2));
      this.#score = grow(this.#score, new Float32Array(this.size * 2));
    }
    this.#from[this.size] = from;
    this.#to[this.size] = to;
    this.#score[this.size] = score;
    this.size += 1;
  }

  at(edge: number): { from: number; to: number; score: number } {
    return { from: this.#from[edge] ?? 0, to: this.#to[edge] ?? 0, score: this.#score[edge] ?? 0 };
  }

  /** Pairs that are not clearly the best of their record with that source. Parts of one package are no second records. */
  seconds(records: readonly Matchable[], traits: (record: number) => Traits): (edge: number) => boolean {
    const best = new Map<string, [number, number]>();
    const isPart = (record: number) => traits(record).titles[0]?.isPart === true;
    const sides = (edge: number) => {
      const { from, to, score } = this.at(edge);
      return [
        { key: `${from} ${records[to]?.source}`, score, part: isPart(to) },
        { key: `${to} ${records[from]?.source}`, score, part: isPart(from) },
      ];
    };
    for (let edge = 0; edge < this.size; edge++) {
      for (const { key, score, part } of sides(edge)) {
        if (part) continue;
        const [first, next] = best.get(key) ?? [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
        best.set(key, score > first ? [score, first] : [first, Math.max(next, score)]);
      }
    }
    return (edge) =>
      sides(edge).some(({ key, score, part }) => {
        const [first, next] = best.get(key) ?? [score, Number.NEGATIVE_INFINITY];
        return !part && (score < first || first - next < gapBits);
      });
  }
}
