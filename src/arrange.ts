/**
 * Arranging games by hand: merging, splitting, moving records, telling games apart, and undoing any of it. Each is one
 * event that says what the curator said of pairs of records; a preview carries it out and rolls it back.
 */
import { type CommitDeps, type Committed, commit, commitWithin } from './commit.ts';
import { type Fact, fact, type Recorded } from './domain/events.ts';
import { type ArrangementId, type GameId, isUuid, type RecordId, type ReviewId, readGameId } from './domain/ids.ts';
import type { ArrangementKind, JudgedPair, Judgement } from './domain/match.ts';
import { collector } from './dry-run.ts';
import { distinct, joined, parted, tied, together, wordOn } from './pipeline/match/arranging.ts';
import { earliestFirst, type Member } from './pipeline/match/cluster.ts';
import { judgementsOf, memberOf, type Row, readGames, readRows, readStances } from './pipeline/match/component.job.ts';
import { done, type NewFact } from './pipeline/outcome.ts';
import type { Work } from './pipeline/work.ts';
import { Conflict } from './platform/event-store.ts';
import type { Db } from './platform/postgres.ts';
import { Refused } from './refused.ts';

export type ArrangementRequest = (
  | { kind: 'merge' | 'different'; games: readonly string[] }
  | { kind: 'split'; game: string; records: readonly string[] }
  | { kind: 'move'; game: string; records: readonly string[] }
  | { kind: 'pairs'; pairs: readonly { a: string; b: string; judgement: Judgement }[] }
) & { reason?: string | undefined; actor: string; preview?: boolean | undefined };

export type GameState = { gameId: GameId; records: { recordId: RecordId; source: string; title: string }[] };
export type Arranged = {
  /** Null for a preview. */
  arrangementId: ArrangementId | null;
  pairs: JudgedPair[];
  /** The games that change, as they were and as they are. */
  before: GameState[];
  after: GameState[];
  opened: number;
  closed: number;
};

/** Two games of fifty records make as many pairs. */
const mostPairs = 2500;

/** Carries out what a curator arranged, or only says what it would do. Throws Refused when it cannot be. */
export async function arrange(deps: CommitDeps, request: ArrangementRequest): Promise<Arranged> {
  const plan = await planOf(deps.pool, request);
  return carryOut(deps, { ...plan, reviewId: null, reason: request.reason, actor: request.actor }, request.preview);
}

export type Plan = { kind: ArrangementKind; pairs: JudgedPair[]; games: GameId[] };

/** Commits an arrangement, with the words on the reviews that it answers. */
export async function carryOut(
  deps: CommitDeps,
  plan: Plan & { reviewId: ReviewId | null; reason: string | undefined; actor: string; closing?: readonly NewFact[] },
  preview = false,
): Promise<Arranged> {
  const { kind, games, reviewId } = plan;
  const pairs = distinct(plan.pairs);
  if (pairs.length > mostPairs)
    throw new Refused(
      `That would be ${pairs.length} judgements at once, more than ${mostPairs}: arrange fewer records.`,
    );
  const arrangementId = deps.jobs.newId() as ArrangementId;
  const reason = plan.reason?.trim() || null;
  const made = fact('ArrangementMade', { arrangementId, kind, pairs, reason, reviewId, games });
  const facts = [...(plan.closing ?? []), made];
  const effect = await carry(deps, facts, plan.actor, preview);
  return { arrangementId: preview ? null : arrangementId, pairs, ...effect };
}

/** Takes back exactly one arrangement; later ones stand. */
export async function undoArrangement(
  deps: CommitDeps,
  request: { arrangementId: string; reason?: string | undefined; actor: string; preview?: boolean | undefined },
): Promise<Arranged> {
  const { rows } = await deps.pool.query<{
    arrangement_id: ArrangementId;
    undone_at: Date | null;
    pairs: JudgedPair[];
  }>(
    `select arrangement_id, undone_at,
            (select coalesce(jsonb_agg(jsonb_build_object('a', record_a, 'b', record_b, 'judgement', judgement)), '[]')
               from judgement j where j.arrangement_id = a.arrangement_id) as pairs
       from arrangement a where arrangement_id = $1`,
    [isUuid(request.arrangementId) ? request.arrangementId : null],
  );
  const [standing] = rows;
  if (!standing) throw new Refused(`There is no arrangement ${request.arrangementId}.`);
  if (standing.undone_at !== null) throw new Refused(`The arrangement ${request.arrangementId} is undone already.`);
  const { arrangement_id: arrangementId, pairs } = standing;
  const records = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const undone = fact('ArrangementUndone', { arrangementId, reason: request.reason?.trim() || null, records });
  try {
    const effect = await carry(deps, [{ ...undone, expected: 1 }], request.actor, request.preview === true);
    return { arrangementId, pairs, ...effect };
  } catch (error) {
    if (error instanceof Conflict)
      throw new Refused(`The arrangement ${request.arrangementId} was undone by somebody else just now.`);
    throw error;
  }
}

async function carry(deps: CommitDeps, facts: NewFact[], actor: string, preview: boolean) {
  const work: Work = {
    origin: { source: '', runId: null },
    result: { kind: 'outcome', outcome: done(facts) },
  };
  if (!preview) return effectOf(deps.pool, await commit(deps, [work], actor));
  const client = await deps.pool.connect();
  try {
    await client.query('begin');
    const dry = { ...deps, queue: collector([], new Set()) };
    return await effectOf(client, await commitWithin(client, dry, [work], actor));
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}

/** The games that a commit changed: as they are now, and as they were before it. */
async function effectOf(db: Db, { facts }: Committed): Promise<Omit<Arranged, 'arrangementId' | 'pairs'>> {
  const left = new Map<RecordId, GameId | null>();
  const games = new Set<GameId>();
  for (const { type, payload } of facts as Recorded<Fact>[]) {
    if (type !== 'RecordLinked') continue;
    const { recordId, gameId, from = null } = payload;
    if (!left.has(recordId)) left.set(recordId, from);
    for (const id of [gameId, from]) if (id !== null) games.add(id);
  }
  const rows = await readGames(db, games);
  const was = (row: Row) => left.get(row.record_id) ?? row.game_id;
  const count = (wanted: Fact['type']) =>
    facts.filter(({ type, payload }) => type === wanted && (!('kind' in payload) || payload.kind === 'match')).length;
  return {
    before: states(rows, was),
    after: states(rows, (row) => row.game_id),
    opened: count('ReviewOpened'),
    closed: count('ReviewClosed') + count('JudgementMade'),
  };
}

function states(rows: readonly Row[], gameOf: (row: Row) => GameId | null): GameState[] {
  const sorted = [...rows].sort((x, y) => earliestFirst(memberOf(x), memberOf(y)));
  return [...Map.groupBy(sorted, gameOf)].flatMap(([gameId, all]) =>
    gameId === null
      ? []
      : [{ gameId, records: all.map(({ record_id: recordId, source, title }) => ({ recordId, source, title })) }],
  );
}

async function planOf(db: Db, request: ArrangementRequest): Promise<Plan> {
  switch (request.kind) {
    case 'merge': {
      const [first = [], ...others] = await gamesNamed(db, request.games);
      const pairs: JudgedPair[] = [];
      let whole = first;
      for (const next of others) {
        pairs.push(...(await joining(db, whole, next)));
        whole = [...whole, ...next].sort(earliestFirst);
      }
      return { kind: 'merge', pairs, games: idsOf(request.games) };
    }
    case 'different': {
      const [left = [], right = []] = await gamesNamed(db, request.games);
      return { kind: 'different', pairs: parted(ids(left), ids(right)), games: idsOf(request.games) };
    }
    case 'split': {
      const [game = []] = await gamesNamed(db, [request.game], 1);
      const away = recordsOf(request.records, ids(game), request.game);
      const rest = ids(game).filter((id) => !away.includes(id));
      if (rest.length === 0) throw new Refused('All records of the game are named: one at least must stay.');
      return { kind: 'split', pairs: [...together(away), ...parted(away, rest)], games: idsOf([request.game]) };
    }
    case 'move':
      return moving(db, request.records as RecordId[], request.game);
    case 'pairs':
      return wordsOn(db, request.pairs);
  }
}

async function moving(db: Db, named: readonly RecordId[], game: string): Promise<Plan> {
  const [target = []] = await gamesNamed(db, [game], 1);
  const rows = await readRows(db, named);
  const pairs: JudgedPair[] = [];
  const from = new Set<GameId>();
  for (const id of named) {
    const row = rows.get(id);
    if (!row?.game_id) throw new Refused(`There is no record ${id} that has a game.`);
    if (target.some(({ recordId }) => recordId === id)) throw new Refused(`The record ${id} is in that game already.`);
    from.add(row.game_id);
    pairs.push(...(await joining(db, [memberOf(row)], target)));
  }
  for (const row of await readGames(db, from)) {
    if (named.includes(row.record_id)) continue;
    const leaving = named.filter((id) => rows.get(id)?.game_id === row.game_id);
    pairs.push(...parted(leaving, [row.record_id]));
  }
  return { kind: 'move', pairs, games: [...from, ...idsOf([game])] };
}

/** Words on single pairs, many at once. Two records that are one game bring their games together. */
async function wordsOn(db: Db, words: readonly { a: string; b: string; judgement: Judgement }[]): Promise<Plan> {
  const rows = await readRows(db, new Set(words.flatMap(({ a, b }) => [a as RecordId, b as RecordId])));
  const pairs: JudgedPair[] = [];
  const games = new Set<GameId>();
  for (const { a, b, judgement } of words) {
    const [left, right] = [rows.get(a as RecordId), rows.get(b as RecordId)];
    if (!left || !right || a === b) throw new Refused(`There are no two records ${a} and ${b}.`);
    for (const { game_id } of [left, right]) if (game_id) games.add(game_id);
    if (judgement === 'different') pairs.push(wordOn(left.record_id, right.record_id, judgement));
    else pairs.push(...(await joiningPair(db, left, right)));
  }
  const kinds = new Set(words.map(({ judgement }) => judgement));
  if (kinds.size !== 1) throw new Refused('Name at least one pair, and say the same of all of them.');
  return { kind: kinds.has('same') ? 'same' : 'different', pairs, games: [...games] };
}

/** What makes one game of the games that two records are in. */
export async function joiningPair(db: Db, left: Row, right: Row): Promise<JudgedPair[]> {
  const games = [left, right].flatMap(({ game_id }) => game_id ?? []);
  const all = await readGames(db, new Set(games));
  const of = (row: Row) =>
    row.game_id === null ? [memberOf(row)] : all.filter(({ game_id }) => game_id === row.game_id).map(memberOf);
  const anchor = [left.record_id, right.record_id] as const;
  if (left.game_id !== null && left.game_id === right.game_id) return [wordOn(...anchor, 'same')];
  return joining(db, of(left), of(right), anchor);
}

async function joining(
  db: Db,
  left: readonly Member[],
  right: readonly Member[],
  anchor?: readonly [RecordId, RecordId],
): Promise<JudgedPair[]> {
  const all = [...ids(left), ...ids(right)];
  const words = await judgementsOf(db, all);
  const different = new Set(words.filter((word) => word.judgement === 'different').map(({ a, b }) => `${a}\n${b}`));
  const differ = (a: RecordId, b: RecordId) => different.has(a < b ? `${a}\n${b}` : `${b}\n${a}`);
  const stance = await readStances(db, all);
  return anchor ? tied(anchor, left, right, differ, stance) : joined(left, right, differ, stance);
}

const ids = (members: readonly Member[]): RecordId[] => members.map(({ recordId }) => recordId);
const idsOf = (games: readonly string[]): GameId[] => games.flatMap((id) => readGameId(id) ?? []);

/** The records of the games named, earliest first; as many games as there must be. */
async function gamesNamed(db: Db, named: readonly string[], least = 2): Promise<Member[][]> {
  const known = idsOf(named);
  const rows = await readGames(db, known);
  if (new Set(known).size < least) throw new Refused('Name two different games.');
  return named.map((id) => {
    const members = rows.filter(({ game_id }) => game_id === readGameId(id)).map(memberOf);
    if (members.length === 0) throw new Refused(`There is no game ${id}.`);
    return members.sort(earliestFirst);
  });
}

function recordsOf(named: readonly string[], inside: readonly RecordId[], game: string): RecordId[] {
  const known = new Set<string>(inside);
  const strange = named.find((id) => !known.has(id));
  if (strange !== undefined || named.length === 0)
    throw new Refused(`The game ${game} has no record ${strange ?? ''}; it has ${inside.join(', ')}.`);
  return [...new Set(named)] as RecordId[];
}
