/**
 * Decides for new records which game they are. Two pages of one new game that arrive at the same moment
 * must end in one game: their keys are locked before candidates are read, so the later sees the earlier.
 */
import { fact } from '../../domain/events.ts';
import type { GameId, RecordId } from '../../domain/ids.ts';
import type { GameRecord } from '../../domain/record.ts';
import { asGameId, type Deps, each, type QuickStep } from '../deps.ts';
import { done } from '../outcome.ts';
import { decide, type GameCandidate } from './decide.ts';
import { blockingKeys } from './keys.ts';

type Row = { record_id: string; source: string; record: GameRecord; game_id: string | null; version: number };

/** A key shared by more games than this says too little to compare them all. */
const mostGamesPerKey = 50;

export const matchStep: QuickStep<'match'> = async (jobs, deps) => {
  const { rows } = await deps.db.query<Row>({
    name: 'match-records',
    text: 'select record_id, source, record, game_id, version from source_record where record_id = any($1)',
    values: [jobs.map((job) => job.recordId)],
  });
  const records = new Map(rows.map((row) => [row.record_id, row]));
  const keys = new Map(rows.map((row) => [row.record_id, blockingKeys(row.record)]));
  await lock(deps, [...new Set([...keys.values()].flat())]);
  const index = await readIndex(deps, [...new Set([...keys.values()].flat())]);
  return each(jobs, ({ recordId }) => {
    const row = records.get(recordId);
    if (!row || row.game_id !== null) return done([]);
    const mine = keys.get(recordId) ?? [];
    const decision = decide(row.record, candidates(index, mine));
    const gameId =
      decision.decision === 'same' ? decision.gameId : decision.decision === 'new' ? asGameId(deps.newId()) : null;
    if (gameId) add(index, mine, gameId, row.record);
    return done([
      {
        ...fact('MatchDecided', {
          recordId: recordId as RecordId,
          source: row.source,
          url: row.record.url,
          title: row.record.title,
          decision: decision.decision,
          gameId,
          candidates: decision.candidates,
        }),
        expected: row.version,
      },
    ]);
  });
};

const lockBuckets = 4096;

/**
 * Transaction-wide locks on the keys, in one order so that no two workers wait for each other. Keys share
 * buckets, or a catalogue of thousands of records would exhaust the server's lock table.
 */
async function lock(deps: Deps, keys: readonly string[]): Promise<void> {
  await deps.db.query({
    name: 'match-lock',
    text: `select pg_advisory_xact_lock(20071, bucket)
             from (select distinct abs(hashtext(key) % ${lockBuckets}) as bucket from unnest($1::text[]) as key order by 1) as buckets`,
    values: [keys],
  });
}

type Index = { byKey: Map<string, Set<GameId>>; games: Map<GameId, GameRecord[]> };

async function readIndex(deps: Deps, keys: readonly string[]): Promise<Index> {
  const { rows } = await deps.db.query<{ key: string; game_id: string }>({
    name: 'match-keys',
    text: `select wanted.key, hit.game_id from unnest($1::text[]) as wanted(key)
            cross join lateral (select distinct game_id from (
                     select r.game_id from match_key k join source_record r using (record_id)
                      where k.key = wanted.key and r.game_id is not null limit ${10 * mostGamesPerKey}) as capped limit ${mostGamesPerKey}) as hit`,
    values: [keys],
  });
  const index: Index = { byKey: new Map(), games: new Map() };
  for (const { key, game_id } of rows) {
    const games = index.byKey.get(key) ?? new Set();
    index.byKey.set(key, games.add(asGameId(game_id)));
  }
  const { rows: records } = await deps.db.query<{ game_id: string; record: GameRecord }>({
    name: 'match-games',
    text: `select game_id, record - 'descriptions' as record from source_record where game_id = any($1::uuid[]) order by record_id`,
    values: [[...new Set(rows.map((row) => row.game_id))]],
  });
  for (const { game_id, record } of records) {
    const gameId = asGameId(game_id);
    index.games.set(gameId, [...(index.games.get(gameId) ?? []), record]);
  }
  return index;
}

function candidates(index: Index, keys: readonly string[]): GameCandidate[] {
  const games = new Set(keys.flatMap((key) => [...(index.byKey.get(key) ?? [])]));
  return [...games].map((gameId) => ({ gameId, records: index.games.get(gameId) ?? [] }));
}

/** Records decided earlier in the same batch are candidates for the later ones. */
function add(index: Index, keys: readonly string[], gameId: GameId, record: GameRecord): void {
  for (const key of keys) index.byKey.set(key, (index.byKey.get(key) ?? new Set()).add(gameId));
  index.games.set(gameId, [...(index.games.get(gameId) ?? []), record]);
}
