/**
 * Matches two files of records, or one with itself, without a database: which of them are one game. A pair is judged by
 * itself; then of several records of one source that would join one record, only the clearly best does.
 */
import type { Evidence } from './domain/match.ts';
import { Edges } from './link-edges.ts';
import { loadRecords, traitsKeeper } from './link-records.ts';
import { BlockBuilder, type Blocks, keysOf, largestBlock } from './pipeline/match/blocks.ts';
import { wordsOf } from './pipeline/match/fold.ts';
import { probabilityOf } from './pipeline/match/model.ts';
import { decisionOf } from './pipeline/match/pair.ts';
import { ourJudge, trainedJudge } from './pipeline/match/pair-judge.ts';
import type { Rarity } from './pipeline/match/rarity.ts';
import type { TitleStore } from './pipeline/match/title-store.ts';
import type { TrainedModel } from './pipeline/match/trained-model.ts';
import type { Matchable } from './pipeline/match/traits.ts';

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
export type LinkOptions = {
  /** Judges in the place of our own weights. */
  model?: TrainedModel;
  /** Doubtful pairs are handed on too. */
  all?: boolean;
  progress?: (stage: 'read' | 'key' | 'compare' | 'decide', done: number, total: number | null) => void;
};

/** Judges all pairs worth comparing and hands on those to join, in the order of their titles. Throws BadFile. */
export async function link(
  left: string,
  right: string | null,
  write: (pair: LinkedPair) => Promise<void> | void,
  { model, all = false, progress = () => undefined }: LinkOptions = {},
): Promise<LinkSummary> {
  const { ids, records, fields, titles, split } = await loadRecords(left, right, model ?? null, (done) =>
    progress('read', done, null),
  );
  const withinSource = right === null && new Set(records.map(({ source }) => source)).size < 2;
  const rarity = titles.rarity();
  const traits = traitsKeeper(records);
  const judge = model ? trainedJudge(model, (record) => fields[record] ?? {}) : ourJudge(traits, rarity);
  const blocks = buildBlocks(records, titles, rarity, (done) => progress('key', done, records.length));
  const isPair = (other: number, record: number) =>
    right !== null
      ? other < split && record >= split
      : withinSource || records[other]?.source !== records[record]?.source;
  const knowMore = moreKnown(records);
  const edges = new Edges();
  let compared = 0;
  for (const [done, record] of titles.inOrder().entries()) {
    if (done % 1000 === 0) progress('compare', done, records.length);
    blocks.candidatesBefore(record, (other) => {
      if (!isPair(other, record)) return;
      compared += 1;
      const isWorth = !judge.trustsTitles || titles.mayBeAlike(other, record) || knowMore(other, record);
      const probability = isWorth ? judge.probability(other, record) : 0;
      if (probability >= judge.thresholds.ask) edges.add(other, record, bitsOf(probability));
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
  const isSecond = withinSource ? () => false : edges.seconds(records, traits);
  for (let edge = 0; edge < edges.size; edge++) {
    if (edge % 1000 === 0) progress('decide', edge, edges.size);
    const { from, to, score } = edges.at(edge);
    const probability = probabilityOf(score);
    const decision = decisionOf(probability, judge.thresholds) === 'same' && !isSecond(edge) ? 'same' : 'ask';
    summary[decision] += 1;
    if (decision === 'ask' && !all) continue;
    const evidence = judge.evidence(from, to);
    await write({ left: ids[from] ?? '', right: ids[to] ?? '', probability: round(probability), decision, evidence });
  }
  return summary;
}

const bitsOf = (probability: number): number =>
  Math.log2(Math.max(probability, 1e-9) / Math.max(1 - probability, 1e-9));
const round = (probability: number): number => Math.round(probability * 1e6) / 1e6;

/** Whether two records may be one game although their titles are not alike. */
function moreKnown(records: readonly Matchable[]): (left: number, right: number) => boolean {
  const known = Uint8Array.from(records, ({ identifiers, urls }) => (identifiers ? 1 : 0) + (urls ? 2 : 0));
  return (left, right) => ((known[left] ?? 0) & (known[right] ?? 0)) !== 0;
}

function buildBlocks(
  records: readonly Matchable[],
  titles: TitleStore,
  rarity: Rarity,
  progress: (done: number) => void,
): Blocks {
  const builder = new BlockBuilder();
  const common = titles.common(largestBlock);
  for (const [index, record] of records.entries()) {
    if (index % 1000 === 0) progress(index);
    const { releaseDate, platforms = [], publishers = [], authors = [], identifiers = [], urls = [] } = record;
    const named = [...platforms.slice(0, 2), ...publishers.slice(0, 1), ...authors.slice(0, 2)];
    const tags = [...(releaseDate ? [releaseDate.slice(0, 4)] : []), ...named.map(tagOf)];
    builder.add(keysOf({ titles: titles.titles(index), tags, identifiers, urls }, rarity, common));
  }
  return builder.build();
}

/** Names as they are written differ; their longest word does so less. */
const tagOf = (name: string): string =>
  wordsOf(name.slice(0, 60)).reduce((longest, word) => (word.length > longest.length ? word : longest), '');
