/**
 * Answers reconciliation queries: which games of the catalogue may be meant, how sure matching is of each, and why.
 * Candidates come by blocking keys, and by likeness of spelling where those find no sure one.
 */
import { setImmediate } from 'node:timers/promises';
import type pg from 'pg';
import { gamesAlike, gamesByKeys, type Meant, readMeant } from './catalogue/reconcile.ts';
import { describe } from './catalogue/suggest.ts';
import { type GameId, readGameId } from './domain/ids.ts';
import type { Evidence } from './domain/match.ts';
import type { MatchModel } from './domain/match-model.ts';
import { queryRecord } from './domain/query-record.ts';
import { type Condition, foldValue, fulfils, type ReconcileQuery } from './domain/reconciliation.ts';
import { readModel } from './pipeline/match/in-force.job.ts';
import { blockingKeys } from './pipeline/match/keys.ts';
import { judgePair, type Pair } from './pipeline/match/pair.ts';
import { matchableOf, type Traits, traitsOf } from './pipeline/match/traits.ts';
import { type Db, sqlState, transaction } from './platform/postgres.ts';

export type ReconcileCandidate = {
  gameId: GameId;
  name: string;
  description: string;
  /** 0 to 1. */
  probability: number;
  /** It is this game and no other: the machine would join a record that says the same. */
  match: boolean;
  evidence: Evidence[];
};

/** The queries took longer than they may. */
export class TookTooLong extends Error {
  constructor(mostMs: number) {
    super(`The queries took longer than ${mostMs / 1000} s; send fewer in one batch, or ask for less.`);
    this.name = 'TookTooLong';
  }
}

/** How much better than the next the best must be to be a match, in bits of evidence. */
const gapBits = 2;
const mostCandidates = 60;
/** How alike in spelling, 0 to 1, a game must be to be looked at: two slips in two words are 0.5. */
const leastAlike = 0.45;

type Asked = { query: ReconcileQuery; traits: Traits; keys: string[]; texts: string[]; ids: GameId[] };
type Judged = { game: Meant; pair: Pair };
type Known = { games: Map<GameId, { game: Meant; traits: Traits[] } | null>; model: MatchModel };

/** Candidates for each query, best first. Reads only; throws TookTooLong when `isLate` says so, or the database does. */
export async function reconcile(
  pool: pg.Pool,
  queries: readonly ReconcileQuery[],
  { mostMs, isLate }: { mostMs: number; isLate: () => boolean },
): Promise<ReconcileCandidate[][]> {
  return transaction(pool, async (db) => {
    await db.query('set transaction read only');
    await db.query(
      `select set_config('statement_timeout', $1, true), set_config('jit', 'off', true),
              set_config('pg_trgm.word_similarity_threshold', $2, true)`,
      [`${mostMs}`, `${leastAlike}`],
    );
    return answer(db, queries, () => {
      if (isLate()) throw new TookTooLong(mostMs);
    });
  }).catch((error) => {
    throw sqlState(error) === '57014' ? new TookTooLong(mostMs) : error;
  });
}

async function answer(db: Db, queries: readonly ReconcileQuery[], hurry: () => void): Promise<ReconcileCandidate[][]> {
  const asked = queries.map(understand);
  const known: Known = { games: new Map(), model: await readModel(db) };
  const byKey = await gamesByKeys(db, [...new Set(asked.flatMap(({ keys }) => keys))]);
  const near = asked.map(({ keys, ids }) => [...ids, ...keys.flatMap((key) => byKey.get(key) ?? [])]);
  const judged = await judgeAll(db, asked, near, known, hurry);
  // Looking by spelling costs more, and is of use only where nothing sure was found.
  const unsure = asked.flatMap(({ texts, ids }, place) =>
    ids.length === 0 && !judged[place]?.some(({ pair }) => pair.decision === 'same')
      ? texts.map((text) => ({ place, text }))
      : [],
  );
  if (unsure.length > 0) {
    const alike = await gamesAlike(
      db,
      unsure.map(({ text }) => text),
    );
    for (const [index, { place }] of unsure.entries()) near[place]?.push(...(alike[index] ?? []));
    const again = await judgeAll(db, asked, near, known, hurry);
    return asked.map((one, place) => rank(one, again[place] ?? []));
  }
  return asked.map((one, place) => rank(one, judged[place] ?? []));
}

function understand(query: ReconcileQuery): Asked {
  const record = queryRecord(query);
  const asked = matchableOf(record);
  const names = query.conditions.flatMap(({ property, values }) => (property === null ? values : []));
  return {
    query,
    traits: traitsOf({ ...asked, titles: asked.titles.filter((title) => title.trim() !== '') }),
    keys: blockingKeys(record),
    texts: [record.title].filter((title) => title.trim() !== ''),
    ids: names.flatMap((name) => readGameId(name) ?? []),
  };
}

async function judgeAll(
  db: Db,
  asked: readonly Asked[],
  near: readonly GameId[][],
  known: Known,
  hurry: () => void,
): Promise<Judged[][]> {
  const wanted = near.map((ids) => [...new Set(ids)].slice(0, mostCandidates));
  const fresh = [...new Set(wanted.flat())].filter((gameId) => !known.games.has(gameId));
  hurry();
  for (const gameId of fresh) known.games.set(gameId, null);
  for (const game of fresh.length > 0 ? await readMeant(db, fresh) : [])
    known.games.set(game.gameId, { game, traits: game.records.map((record) => traitsOf(matchableOf(record))) });
  const judged: Judged[][] = [];
  for (const [place, { traits }] of asked.entries()) {
    // Others wait while we compare; they get their turn between two queries.
    await setImmediate();
    hurry();
    judged.push(
      (wanted[place] ?? []).flatMap((gameId) => {
        const candidate = known.games.get(gameId);
        const pair = candidate && bestPair(traits, candidate.traits, known.model);
        return pair ? [{ game: candidate.game, pair }] : [];
      }),
    );
  }
  return judged;
}

/** The record that is likest speaks for the game. */
function bestPair(query: Traits, records: readonly Traits[], model: MatchModel): Pair | null {
  let best: Pair | null = null;
  for (const record of records) {
    const pair = judgePair(query, record, model);
    if (best === null || pair.probability > best.probability) best = pair;
  }
  return best;
}

function rank({ query, ids }: Asked, judged: readonly Judged[]): ReconcileCandidate[] {
  const named = new Set(ids);
  const fitting = judged
    .filter(({ game, pair }) => query.conditions.every((condition) => isFulfilled(condition, game, pair)))
    .map(({ game, pair }) => (named.has(game.gameId) ? { game, pair: byItsId } : { game, pair }))
    .sort((a, b) => b.pair.probability - a.pair.probability || (a.game.gameId < b.game.gameId ? -1 : 1));
  const [first, second] = fitting;
  const isClear =
    first?.pair.decision === 'same' &&
    (second === undefined ||
      second.pair.decision !== 'same' ||
      bits(first.pair.probability) - bits(second.pair.probability) >= gapBits);
  return fitting.slice(0, query.limit).map(({ game, pair }, place) => ({
    gameId: game.gameId,
    name: game.name,
    description: describe(game.fields.releaseDate, game.fields.credits),
    probability: pair.probability,
    match: place === 0 && isClear,
    evidence: pair.evidence,
  }));
}

const byItsId: Pair = {
  probability: 1,
  decision: 'same',
  evidence: [{ feature: 'id', weight: 20, detail: 'the query is the id of this game' }],
};

/** Log2 of the odds; certainty is as much as two numbers can tell apart. */
const bits = (probability: number): number => Math.min(50, Math.log2(probability / (1 - probability)));

/** What must hold for a game to be named at all. A name is fulfilled by a title that speaks for the game, or is its own. */
function isFulfilled(condition: Condition, { name, fields }: Meant, pair: Pair): boolean {
  if (!condition.required && condition.quantifier !== 'none') return true;
  if (condition.property !== null) return fulfils(fields, condition);
  if (condition.quantifier !== 'none')
    return pair.evidence.some(({ feature, weight }) => (feature === 'title' || feature === 'id') && weight > 0);
  const titles = new Set([name, ...fields.alternativeTitles.map(({ value }) => value.title)].map(foldValue));
  return !condition.values.some((value) => titles.has(foldValue(value)));
}
