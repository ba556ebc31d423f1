/**
 * What a decision on some records rests on: all records tied to them by strong edges or judgements, and the weaker edges
 * that lead out of there. Read under locks, so that two writers of one component come one after the other.
 */
import type { GameId, RecordId } from '../../domain/ids.ts';
import type { Evidence, Judgement } from '../../domain/match.ts';
import type { MatchModel } from '../../domain/match-model.ts';
import type { GameRecord } from '../../domain/record.ts';
import type { Db } from '../../platform/postgres.ts';
import { type Judged, type Member, nearSameOf } from './cluster.ts';
import type { Likeness } from './doubts.ts';
import { readModel } from './in-force.job.ts';
import type { Thresholds } from './pair.ts';
import { stances } from './stance.ts';
import { titleParts } from './title-parts.ts';
import { matchableOf, type Traits, traitsOf } from './traits.ts';

export type Row = {
  record_id: RecordId;
  source: string;
  url: string;
  title: string;
  game_id: GameId | null;
  version: number;
  founded: number;
};
export type Component = { ids: Set<RecordId>; edges: Likeness[]; judgements: Judged[] };

/** Beyond this a component is no game and its duplicates, but a fault in the evidence. */
const mostRecords = 5000;
const lockBuckets = 4096;

/** All records tied to `seeds`, over as many steps as it takes. */
export async function readComponent(
  db: Db,
  seeds: Iterable<RecordId>,
  locked: boolean,
  limits: Thresholds,
): Promise<Component> {
  const least = nearSameOf(limits);
  const ids = new Set<RecordId>();
  const edges = new Map<string, Likeness>();
  const judgements = new Map<string, Judged>();
  let next = new Set(seeds);
  while (next.size > 0) {
    const fresh = [...next];
    for (const id of fresh) ids.add(id);
    if (ids.size > mostRecords) throw new Error(`More than ${mostRecords} records hang together with ${fresh[0]}.`);
    if (locked) await lock(db, fresh);
    next = new Set();
    for (const edge of await edgesOf(db, fresh)) {
      edges.set(`${edge.a}\n${edge.b}`, edge);
      if (edge.probability >= least) for (const id of [edge.a, edge.b]) if (!ids.has(id)) next.add(id);
    }
    for (const word of await judgementsOf(db, fresh)) {
      judgements.set(`${word.a}\n${word.b}`, word);
      for (const id of [word.a, word.b]) if (!ids.has(id)) next.add(id);
    }
  }
  return { ids, edges: [...edges.values()], judgements: [...judgements.values()] };
}

async function lock(db: Db, ids: readonly RecordId[]): Promise<void> {
  await db.query({
    name: 'component-lock',
    text: `select pg_advisory_xact_lock(20072, bucket)
             from (select distinct abs(hashtext(id) % ${lockBuckets}) as bucket from unnest($1::text[]) as id order by 1) as buckets`,
    values: [ids],
  });
}

async function edgesOf(db: Db, ids: readonly RecordId[]): Promise<Likeness[]> {
  const { rows } = await db.query<{ a: RecordId; b: RecordId; probability: number; evidence: Evidence[] }>({
    name: 'component-edges',
    text: `select record_a as a, record_b as b, probability, evidence from match_edge where record_a = any($1)
           union select record_a, record_b, probability, evidence from match_edge where record_b = any($1)`,
    values: [ids],
  });
  return rows;
}

/** The words in force that name one of the records. */
export async function judgementsOf(db: Db, ids: readonly RecordId[]): Promise<Judged[]> {
  const { rows } = await db.query<{ a: RecordId; b: RecordId; judgement: Judgement; position: number }>({
    name: 'component-judgements',
    text: `select record_a as a, record_b as b, judgement, position from judgement_in_force where record_a = any($1)
           union select record_a, record_b, judgement, position from judgement_in_force where record_b = any($1)`,
    values: [ids],
  });
  return rows;
}

const founding = `(select e.position from import_event e where e.stream = 'record:' || r.record_id and e.version = 1) as founded`;

export async function readRows(db: Db, ids: Iterable<RecordId>): Promise<Map<RecordId, Row>> {
  const { rows } = await db.query<Row>({
    name: 'component-rows',
    text: `select record_id, source, url, record->>'title' as title, game_id, version, ${founding} from source_record r where record_id = any($1)`,
    values: [[...ids]],
  });
  return new Map(rows.map((row) => [row.record_id, row]));
}

/** All records of some games. */
export async function readGames(db: Db, games: Iterable<GameId>): Promise<Row[]> {
  const { rows } = await db.query<Row>({
    name: 'component-games',
    text: `select record_id, source, url, record->>'title' as title, game_id, version, ${founding} from source_record r where game_id = any($1::uuid[])`,
    values: [[...games]],
  });
  return rows;
}

export const memberOf = ({ record_id: recordId, source, title, founded }: Row): Member => ({
  recordId,
  source,
  isPart: titleParts(title).isPart,
  founded,
});

/** The stances of these records towards one another. */
export async function readStances(db: Db, ids: readonly RecordId[], model?: MatchModel) {
  const traits = new Map<RecordId, Traits>();
  if (ids.length > 0) {
    const { rows } = await db.query<{ record_id: RecordId; record: GameRecord }>({
      name: 'component-records',
      text: 'select record_id, record from source_record where record_id = any($1)',
      values: [ids],
    });
    for (const { record_id, record } of rows) traits.set(record_id, traitsOf(matchableOf(record)));
  }
  return stances((id) => traits.get(id), model ?? (await readModel(db)));
}
