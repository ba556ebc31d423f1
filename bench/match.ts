/**
 * How well the same game is recognised in eight lists of open-source games, beside the rule of the importer before: a bag of
 * words that is more than 0.9 alike. Weights are fitted anew on four fifths of the games and judged on the fifth.
 */
import { clusterPairs } from '../src/pipeline/match/cluster-pairs.ts';
import { defaultWeights } from '../src/pipeline/match/default-weights.ts';
import { estimate } from '../src/pipeline/match/estimate.ts';
import { compareTraits, type Found } from '../src/pipeline/match/features.ts';
import { fit, probabilityOf, scoreOf } from '../src/pipeline/match/model.ts';
import { thresholds } from '../src/pipeline/match/pair.ts';
import { priorWeights } from '../src/pipeline/match/prior-weights.ts';
import { calibrationError, type Scored } from '../src/pipeline/match/reliability.ts';
import type { Figure } from './figures.ts';
import { amazonFigures } from './match-amazon.ts';
import { type GameList, readGameList } from './match-list.ts';
import { atThreshold, bCubed, ofCounts, recallAt } from './match-measures.ts';
import { similarity } from './old-rule.ts';

export type Row = Scored & { left: number; right: number; found: readonly Found[]; score: number };
const folds = 5;
/** How far, in bits, weights may usually move from where they start. */
export const deviation = 1;
/** Random orders that must give the same games. */
const orders = 20;
/** What the old rule joins, and what it looked at at all. */
const oldRule = { same: 0.9, floor: 0.67 };

export async function matching(): Promise<Figure[]> {
  return [...openSourceGames(), ...(await software())];
}

/** The published benchmark of software titles, which a trained model is judged on. */
async function software(): Promise<Figure[]> {
  const found = await amazonFigures();
  if (!found) {
    console.error('Training is not measured: ../shared/data/matching/amazon-google is not there.');
    return [];
  }
  const figure = (what: string, value: number, bar?: Figure['bar']): Figure => ({
    what: `amazon-google, trained on train, judged on valid: ${what}`,
    value,
    unit: '',
    ...(bar ? { bar } : {}),
  });
  return [
    figure('F1', found.f1, { atLeast: 0.72 }),
    figure('precision', found.precision),
    figure('recall', found.recall),
    figure('calibration error', found.calibrationError),
  ];
}

function openSourceGames(): Figure[] {
  const list = readGameList();
  if (!list) {
    console.error('Matching is not measured: ../shared/data/matching/open-source-games is not there.');
    return [];
  }
  const rows = rowsOf(list);
  const old = list.candidates.flatMap((pair) => oldRow(list, pair.left, pair.right));
  const anew = crossFitted(list, rows);
  const shipped = scoredBy(rows, (row) => scoreOf(row.found, defaultWeights));
  const labelFree = scoredBy(rows, withoutLabels(rows));
  return [
    ...figures(list, 'fitted anew', anew, { bars: true }),
    ...figures(list, 'default weights', shipped, { bars: true }),
    ...figures(list, 'estimated without labels', labelFree, {}),
    ...orderFigures(list, shipped),
    ...oldFigures(list, old),
  ];
}

/** Candidates among records whose truth is known. */
export function rowsOf({ traits, rarity, candidates, gameOf }: GameList): Row[] {
  return candidates.flatMap(({ left, right }) => {
    const [mine, theirs] = [traits[left], traits[right]];
    const [game, other] = [gameOf.get(left), gameOf.get(right)];
    if (!mine || !theirs || game === undefined || other === undefined) return [];
    const found = compareTraits(mine, theirs, rarity);
    return [{ left, right, found, same: game === other, probability: 0, score: 0 }];
  });
}

export const scoredBy = (rows: readonly Row[], score: (row: Row) => number): Row[] =>
  rows.map((row) => {
    const bits = score(row);
    return { ...row, score: bits, probability: probabilityOf(bits) };
  });

/** Each row is judged by weights that saw no pair of its games. */
export function crossFitted({ gameOf }: GameList, rows: readonly Row[]): Row[] {
  const foldOf = ({ left }: Row) => (gameOf.get(left) ?? 0) % folds;
  const weights = Array.from({ length: folds }, (_, fold) =>
    fit(
      rows.filter((row) => foldOf(row) !== fold),
      priorWeights,
      deviation,
    ),
  );
  return scoredBy(rows, (row) => scoreOf(row.found, weights[foldOf(row)] ?? priorWeights));
}

export function withoutLabels(rows: readonly Row[]): (row: Row) => number {
  const weights = estimate(
    rows.map(({ found }) => found),
    priorWeights,
  );
  return ({ found }) => scoreOf(found, weights);
}

function figures(list: GameList, name: string, rows: readonly Row[], { bars = false }): Figure[] {
  const { gameOf, traits, truePairs } = list;
  const joined = joinedGames(list, rows);
  const decided = rows.filter((row) => joined.has(row));
  const { precision, recall, f1 } = ofCounts(decided.filter(({ same }) => same).length, decided.length, truePairs);
  const asked = rows.filter((row) => !joined.has(row) && row.probability >= thresholds.ask).length;
  const games = clusterPairs(pairsOf(rows), clusterOptions(list));
  const found = new Map([...gameOf.keys()].map((record) => [record, games.get(idOf(record)) ?? idOf(record)]));
  const half = atThreshold(rows, 0.5, truePairs);
  const reached = rows.filter(({ same }) => same).length / truePairs;
  const figure = (what: string, value: number, bar?: Figure['bar']): Figure => ({
    what: `${name}: ${what}`,
    value,
    unit: '',
    ...(bar && bars ? { bar } : {}),
  });
  return [
    figure('pair F1 of automatic decisions', f1, { atLeast: 0.9 }),
    figure('precision of automatic decisions', precision, { atLeast: 0.99 }),
    figure('recall of automatic decisions', recall),
    figure('pair F1 at even odds', half.f1),
    figure('B-cubed F1', bCubed(gameOf, found), { atLeast: 0.9 }),
    figure('recall at 99.5 % precision', recallAt(rows, 0.995, truePairs)),
    figure('asked share of candidates', asked / rows.length),
    figure('calibration error', calibrationError(rows), { atMost: 0.03 }),
    ...(name === 'fitted anew' ? [figure('recall of blocking', reached), figure('records', traits.length)] : []),
  ];
}

const idOf = (record: number): string => String(record).padStart(6, '0');
const pairsOf = (rows: readonly Row[]) =>
  rows.map(({ left, right, score }) => ({ left: idOf(left), right: idOf(right), score }));
const bitsOf = (probability: number): number => Math.log2(probability / (1 - probability));
const clusterOptions = ({ traits }: GameList) => ({
  least: bitsOf(thresholds.same),
  sourceOf: (id: string) => traits[Number(id)]?.source ?? '',
  isPart: (id: string) => traits[Number(id)]?.titles[0]?.isPart === true,
});

/** What the machine joins by itself: sure pairs, and of several records of one source only the clearly best. */
export function joinedGames(list: GameList, rows: readonly Row[]): Set<Row> {
  const { traits } = list;
  const best = new Map<string, [number, number]>();
  const isPart = (record: number) => traits[record]?.titles[0]?.isPart === true;
  const sides = ({ left, right }: Row) => [
    { key: `${left} ${traits[right]?.source}`, part: isPart(right) },
    { key: `${right} ${traits[left]?.source}`, part: isPart(left) },
  ];
  for (const row of rows) {
    for (const { key, part } of sides(row)) {
      if (part) continue;
      const [first, next] = best.get(key) ?? [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
      best.set(key, row.score > first ? [row.score, first] : [first, Math.max(next, row.score)]);
    }
  }
  const isSecond = (row: Row) =>
    sides(row).some(({ key, part }) => {
      const [first, next] = best.get(key) ?? [row.score, Number.NEGATIVE_INFINITY];
      return !part && (row.score < first || first - next < 1);
    });
  return new Set(rows.filter((row) => row.probability >= thresholds.same && !isSecond(row)));
}

/** Games must not depend on the order in which pairs come. */
function orderFigures(list: GameList, rows: readonly Row[]): Figure[] {
  const pairs = pairsOf(rows);
  const games = (ordered: typeof pairs) => JSON.stringify([...clusterPairs(ordered, clusterOptions(list))]);
  const first = games(pairs);
  let [differing, seed] = [0, 1];
  for (let order = 0; order < orders; order++) {
    const shuffled = pairs
      .map((pair) => {
        seed = (seed * 48271) % 2147483647;
        return { pair, at: seed };
      })
      .sort((a, b) => a.at - b.at)
      .map(({ pair }) => pair);
    if (games(shuffled) !== first) differing += 1;
  }
  return [
    { what: `of ${orders} random orders, those that give other games`, value: differing, unit: '', bar: { atMost: 0 } },
  ];
}

/** The old rule compares the main titles and nothing else. */
function oldRow({ traits, gameOf }: GameList, left: number, right: number): Scored[] {
  const [game, other] = [gameOf.get(left), gameOf.get(right)];
  if (game === undefined || other === undefined) return [];
  const probability = similarity(traits[left]?.written ?? '', traits[right]?.written ?? '');
  return [{ probability, same: game === other }];
}

function oldFigures({ truePairs }: GameList, old: readonly Scored[]): Figure[] {
  const above = (least: number) => atThreshold(old, least + 1e-9, truePairs);
  const figure = (what: string, value: number): Figure => ({ what: `old rule: ${what}`, value, unit: '' });
  const { f1, precision, recall } = above(oldRule.same);
  return [
    figure('pair F1', f1),
    figure('precision', precision),
    figure('recall', recall),
    figure('pair F1 at its floor', above(oldRule.floor).f1),
    figure('recall at 99.5 % precision', recallAt(old, 0.995, truePairs)),
    figure(
      'asked share of candidates',
      old.filter((row) => row.probability > oldRule.floor && row.probability <= oldRule.same).length / old.length,
    ),
    figure('calibration error', calibrationError(old)),
  ];
}
