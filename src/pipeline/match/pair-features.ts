/**
 * What is compared in two records of any kind: a fixed list of named numbers. NaN says that nothing can be said, because
 * one side lacks the field; the trees learn where to send it, and no similarity of nothing is made up.
 */
import { type PairRecord, type Role, readPairRecord } from './pair-record.ts';
import type { PairText } from './pair-text.ts';
import { jaroWinkler, longestCommon, tripleCosine } from './string-measures.ts';
import { inOrder, jaccard, shareIn, softCosine, weigh } from './text-likeness.ts';
import { align, type WordWeight } from './word-alignment.ts';

export type Comparing = { left: PairRecord; right: PairRecord; weight: WordWeight };

const none = Number.NaN;
type Put = (name: string, value: number) => void;

/** Names of all features, in the order of `pairFeatures`. */
export const pairFeatureNames: readonly string[] = nameFeatures();

/** The numbers of a pair, one for each of `pairFeatureNames`. */
export function pairFeatures(pair: Comparing): Float64Array {
  const values = new Float64Array(pairFeatureNames.length);
  let at = 0;
  compareAll(pair, (_name, value) => {
    values[at++] = value;
  });
  return values;
}

/** Which features there are does not depend on the pair: a pair of nothing names them all. */
function nameFeatures(): string[] {
  const names: string[] = [];
  const nothing = readPairRecord({}, {});
  compareAll({ left: nothing, right: nothing, weight: () => 1 }, (name) => names.push(name));
  return names;
}

function compareAll({ left, right, weight }: Comparing, put: Put): void {
  const [one, other] = bestTitles(left, right);
  compareTitles(one, other, weight, put);
  compareNumbers('title', one, other, put);
  compareParts(left, right, put);
  compareBare(left, right, one, other, weight, put);
  const both = (role: Role): [PairText | undefined, PairText | undefined] => [left.texts[role], right.texts[role]];
  for (const role of ['authors', 'publishers', 'platforms', 'tags', 'identifiers', 'other'] as const)
    compareShort(role, ...both(role), weight, put);
  compareShort('names', left.names ?? undefined, right.names ?? undefined, weight, put);
  compareLong('description', ...both('description'), weight, put);
  put('title in their description', shareIn(left.titles[0], right.texts.description, weight));
  put('their title in description', shareIn(right.titles[0], left.texts.description, weight));
  put('names in their record', shareIn(left.names ?? undefined, right.whole, weight));
  put('their names in record', shareIn(right.names ?? undefined, left.whole, weight));
  put('identifiers in their record', shareIn(left.texts.identifiers, right.whole, weight));
  put('their identifiers in record', shareIn(right.texts.identifiers, left.whole, weight));
  compareLong('record', left.whole, right.whole, weight, put);
  compareNumbers('record', left.whole, right.whole, put);
  comparePrices(left.price, right.price, put);
  put('years apart', left.year === null || right.year === null ? none : Math.abs(left.year - right.year));
  put('addresses shared', overlap(...both('urls')));
}

/** Of all titles of both sides the two that are most alike. */
function bestTitles(left: PairRecord, right: PairRecord): [PairText | undefined, PairText | undefined] {
  let best: [PairText | undefined, PairText | undefined] = [left.titles[0], right.titles[0]];
  if (left.titles.length * right.titles.length < 2) return best;
  let most = -1;
  for (const one of left.titles)
    for (const other of right.titles) {
      const alike = tripleCosine(one.triples, other.triples);
      if (alike > most) [most, best] = [alike, [one, other]];
    }
  return best;
}

function compareTitles(one: PairText | undefined, other: PairText | undefined, weight: WordWeight, put: Put): void {
  const there = one !== undefined && other !== undefined;
  const alignment = align(one?.words ?? [], other?.words ?? []);
  const mine = weigh(alignment.left, alignment.leftFit, weight);
  const theirs = weigh(alignment.right, alignment.rightFit, weight);
  const say = (name: string, value: () => number) => put(name, there ? value() : none);
  const [a, b] = [one?.squashed ?? '', other?.squashed ?? ''];
  say('title words shared', () => jaccard(one?.set, other?.set));
  say('title rare words shared', () => softCosine(alignment, weight));
  say('title found in theirs', () => mine.met / (mine.all || 1));
  say('their title found in ours', () => theirs.met / (theirs.all || 1));
  say('title found, the lesser', () => Math.min(mine.met / (mine.all || 1), theirs.met / (theirs.all || 1)));
  say('title found, the greater', () => Math.max(mine.met / (mine.all || 1), theirs.met / (theirs.all || 1)));
  say('title words alike', () => Math.min(mine.fit, theirs.fit));
  say('title triples', () => tripleCosine(one?.triples ?? new Int32Array(), other?.triples ?? new Int32Array()));
  say('title beginning', () => jaroWinkler(a, b));
  say(
    'title common part',
    () =>
      longestCommon(one?.plain.slice(0, 120) ?? '', other?.plain.slice(0, 120) ?? '') /
      Math.min(120, one?.plain.length ?? 1, other?.plain.length ?? 1),
  );
  say('title order of words', () => inOrder(alignment));
  say('title rarest word shared', () => Math.max(mine.rarestMet, theirs.rarestMet));
  say('title rarest word lacking', () => mine.rarestLacked);
  say('their rarest word lacking', () => theirs.rarestLacked);
  say('title words lacking', () => mine.lacked);
  say('their words lacking', () => theirs.lacked);
  say('title weight lacking', () => mine.all - mine.met);
  say('their weight lacking', () => theirs.all - theirs.met);
  say('title first word', () => (alignment.leftFit[0] ? 1 : 0) + (alignment.rightFit[0] ? 1 : 0));
  say('title last word', () => (alignment.leftFit.at(-1) ? 1 : 0) + (alignment.rightFit.at(-1) ? 1 : 0));
  say('title same letters', () => (a === b ? 1 : 0));
  say('title within the other', () => (a.length > 4 && b.length > 4 && (a.includes(b) || b.includes(a)) ? 1 : 0));
  say('title length', () => Math.log((a.length + 1) / (b.length + 1)));
  say('title lengths apart', () => Math.min(a.length, b.length) / Math.max(a.length, b.length, 1));
  say('title words counted', () => Math.min(one?.words.length ?? 0, other?.words.length ?? 0));
}

function overlap(left: PairText | undefined, right: PairText | undefined): number {
  return jaccard(left?.set, right?.set);
}

function compareNumbers(of: string, one: PairText | undefined, other: PairText | undefined, put: Put): void {
  for (const kind of ['versions', 'years', 'models'] as const) {
    const [mine, theirs] = [one?.[kind], other?.[kind]];
    let shared = 0;
    for (const number of mine ?? []) if (theirs?.has(number)) shared += 1;
    const onlyMine = (mine?.size ?? 0) - shared;
    const onlyTheirs = (theirs?.size ?? 0) - shared;
    put(`${of} ${kind} same`, mine?.size && theirs?.size ? (2 * shared) / (mine.size + theirs.size) : none);
    put(`${of} ${kind} shared`, shared);
    put(`${of} ${kind} ours alone`, onlyMine);
    put(`${of} ${kind} theirs alone`, onlyTheirs);
    put(`${of} ${kind} contrary`, Math.min(onlyMine, onlyTheirs));
  }
}

function compareParts({ parts: left }: PairRecord, { parts: right }: PairRecord, put: Put): void {
  for (const kind of ['works', 'editions', 'platforms', 'numbers'] as const) {
    const [mine, theirs] = [new Set(left[kind]), new Set(right[kind])];
    const shared = mine.intersection(theirs).size;
    put(`${kind} shared`, shared);
    put(`${kind} of one side`, mine.size + theirs.size - 2 * shared);
    put(`${kind} contrary`, Math.min(mine.size, theirs.size) - shared);
  }
  put('name words shared', jaccard(new Set(left.name), new Set(right.name)));
  put('name same', left.squashed === '' || right.squashed === '' ? none : left.squashed === right.squashed ? 1 : 0);
}

/** Titles without the words of those who made the thing: «Encore Hoyle Bridge» and «Hoyle Bridge» by Encore. */
function compareBare(
  left: PairRecord,
  right: PairRecord,
  one: PairText | undefined,
  other: PairText | undefined,
  weight: WordWeight,
  put: Put,
): void {
  const names = new Set([...(left.names?.set ?? []), ...(right.names?.set ?? [])]);
  const bare = (text: PairText | undefined) => {
    const words = text?.words.filter((word) => !names.has(word)) ?? [];
    return words.length > 0 ? words : (text?.words ?? []);
  };
  const alignment = align(bare(one), bare(other));
  const mine = weigh(alignment.left, alignment.leftFit, weight);
  const theirs = weigh(alignment.right, alignment.rightFit, weight);
  const there = names.size > 0 && alignment.left.length > 0 && alignment.right.length > 0;
  put('bare title rare words shared', there ? softCosine(alignment, weight) : none);
  put('bare title found in theirs', there ? mine.met / (mine.all || 1) : none);
  put('their bare title found in ours', there ? theirs.met / (theirs.all || 1) : none);
  put('bare title words shared', there ? jaccard(new Set(alignment.left), new Set(alignment.right)) : none);
  put('bare title weight lacking', there ? mine.all - mine.met : none);
  put('their bare weight lacking', there ? theirs.all - theirs.met : none);
}

function compareShort(
  role: string,
  one: PairText | undefined,
  other: PairText | undefined,
  weight: WordWeight,
  put: Put,
): void {
  const there = one !== undefined && other !== undefined;
  put(`${role} words shared`, there ? softCosine(align(one.words, other.words), weight) : none);
  put(`${role} triples`, there ? tripleCosine(one.triples, other.triples) : none);
  put(`${role} beginning`, there ? jaroWinkler(one.squashed, other.squashed) : none);
  put(`${role} given`, (one ? 1 : 0) + (other ? 1 : 0));
}

function compareLong(
  role: string,
  one: PairText | undefined,
  other: PairText | undefined,
  weight: WordWeight,
  put: Put,
): void {
  const there = one !== undefined && other !== undefined;
  put(`${role} words shared`, overlap(one, other));
  put(`${role} found in theirs`, shareIn(one, other, weight));
  put(`their ${role} found in ours`, shareIn(other, one, weight));
  put(`${role} triples`, there ? tripleCosine(one.triples, other.triples) : none);
}

function comparePrices(one: number | null, other: number | null, put: Put): void {
  const there = one !== null && other !== null;
  put('price ratio', there ? Math.log((one + 1) / (other + 1)) : none);
  put('prices apart', there ? Math.abs(Math.log((one + 1) / (other + 1))) : none);
}
