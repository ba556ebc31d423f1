/** How rare the words of a set of records are: kept with a trained model, so that pairs scored later are weighed alike. */
import type { PairRecord } from './pair-record.ts';
import type { WordWeight } from './word-alignment.ts';

export type WordCounts = { records: number; counts: Record<string, number> };

/** Of very many words the most frequent are kept: the others are rare, which is all there is to know. */
const mostWords = 100_000;
const leastWeight = 0.3;
/** A word of a few hundred records is not yet common to the world. */
const leastRecords = 50;

export function countWords(records: Iterable<PairRecord>): WordCounts {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { whole, texts } of records) {
    all += 1;
    const words = texts.description ? whole.set.union(texts.description.set) : whole.set;
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const kept = [...counts]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostWords);
  return { records: Math.max(all, 1), counts: Object.fromEntries(kept) };
}

/** In bits: a word in half of the records says one, in one of a thousand ten. */
export function weightOf({ records, counts }: WordCounts): WordWeight {
  const known = new Map(Object.entries(counts).map(([word, count]) => [word, bits(count, records)]));
  const rarest = bits(1, records);
  return (word) => known.get(word) ?? rarest;
}

const bits = (count: number, records: number): number =>
  Math.max(leastWeight, Math.log2(Math.max(records, leastRecords) / (count + 1)));
