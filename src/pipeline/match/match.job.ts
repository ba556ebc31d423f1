/**
 * Compares new and changed records with those that share a key with them. Two pages of one new game that arrive at the
 * same moment must find each other: their keys are locked before candidates are read, so the later sees the earlier.
 */
import { canonical } from '../../domain/canonical.ts';
import { fact } from '../../domain/events.ts';
import type { GameId, RecordId } from '../../domain/ids.ts';
import type { Compared, Evidence } from '../../domain/match.ts';
import type { GameRecord } from '../../domain/record.ts';
import { type Deps, each, type QuickStep } from '../deps.ts';
import { done } from '../outcome.ts';
import { readCandidates, type Stored } from './candidates.job.ts';
import { type InForce, readModel } from './in-force.job.ts';
import { blockingKeys } from './keys.ts';
import { judgePair } from './pair.ts';
import { matchableOf, type Traits, traitsOf } from './traits.ts';

type Row = Stored & { source: string; game_id: GameId | null; version: number };
type Standing = { other: RecordId; probability: number; evidence: Evidence[] };

/** A record keeps so many edges of its own; those that others have to it come on top. */
const mostEdges = 20;

export const matchStep: QuickStep<'match'> = async (jobs, deps) => {
  const ids = jobs.map((job) => job.recordId);
  const { rows } = await deps.db.query<Row>({
    name: 'match-records',
    text: 'select record_id, source, record, game_id, version from source_record where record_id = any($1)',
    values: [ids],
  });
  const records = new Map(rows.map((row) => [row.record_id, row]));
  const keys = new Map(rows.map((row) => [row.record_id, blockingKeys(row.record)]));
  await lock(deps, [...new Set([...keys.values()].flat())]);
  const model = await readModel(deps.db);
  const standing = await readStanding(deps, ids);
  const candidates = await readCandidates(deps.db, keys);
  await addStanding(deps, candidates, standing);
  const traits = new Map<RecordId, Traits>();
  return each(jobs, ({ recordId, again, ...origin }) => {
    const row = records.get(recordId);
    if (!row) return done([]);
    const before = standing.get(recordId) ?? [];
    const edges = edgesOf(row, candidates.get(recordId) ?? [], before, traits, model);
    const others = new Set(edges.map(({ other }) => other));
    const gone = before.map(({ other }) => other).filter((other) => !others.has(other));
    if (row.game_id !== null && gone.length === 0 && sameEdges(edges, before)) {
      if (!again) return done([], { jobs: [{ ...origin, kind: 'draft', gameId: row.game_id }] });
      // The same edges may join other records when the model's thresholds are others.
      return done([], {
        jobs: edges.length > 0 ? [{ ...origin, kind: 'cluster', records: [recordId], because: 'match' }] : [],
      });
    }
    const { source, record, version } = row;
    const compared = { recordId, source, url: record.url, title: record.title, edges, gone };
    return done([{ ...fact('RecordCompared', compared), expected: version }]);
  });
};

/** What two records say of one another depends on them alone: each pair is judged without a look at the rest. */
function edgesOf(
  row: Stored,
  candidates: readonly Stored[],
  before: readonly Standing[],
  traits: Map<RecordId, Traits>,
  model: InForce,
): Compared[] {
  const mine = remembered(row, traits);
  const edges = candidates
    .map((candidate): Compared => {
      const { probability, evidence } = judgePair(...inOrder(row, mine, candidate, traits), model);
      return { other: candidate.record_id, probability, evidence };
    })
    .filter(({ probability }) => probability >= model.thresholds.ask)
    .sort((a, b) => b.probability - a.probability || (a.other < b.other ? -1 : 1));
  const known = new Map(before.map(({ other, probability }) => [other, probability]));
  return edges
    .filter(({ other }, index) => index < mostEdges || known.has(other))
    .map((edge) => {
      const was = known.get(edge.other);
      return was === undefined || was === edge.probability ? edge : { ...edge, before: was };
    });
}

/** The evidence reads the same from either side. */
function inOrder(row: Stored, mine: Traits, other: Stored, traits: Map<RecordId, Traits>): [Traits, Traits] {
  const theirs = remembered(other, traits);
  return row.record_id < other.record_id ? [mine, theirs] : [theirs, mine];
}

function remembered({ record_id, record }: { record_id: RecordId; record: GameRecord }, traits: Map<RecordId, Traits>) {
  const known = traits.get(record_id) ?? traitsOf(matchableOf(record));
  traits.set(record_id, known);
  return known;
}

function sameEdges(edges: readonly Compared[], before: readonly Standing[]): boolean {
  const known = new Map(before.map((edge) => [edge.other, edge]));
  return edges.every(({ other, probability, evidence }) => {
    const edge = known.get(other);
    return edge?.probability === probability && canonical(edge.evidence) === canonical(evidence);
  });
}

async function readStanding({ db }: Deps, ids: readonly RecordId[]): Promise<Map<RecordId, Standing[]>> {
  const { rows } = await db.query<Standing & { record_id: RecordId }>({
    name: 'match-standing',
    text: `select record_a as record_id, record_b as other, probability, evidence from match_edge where record_a = any($1)
           union all select record_b, record_a, probability, evidence from match_edge where record_b = any($1)`,
    values: [ids],
  });
  return Map.groupBy(rows, (row) => row.record_id);
}

/** What was likened to a record before is compared with it again, though a key they share may be too common by now. */
async function addStanding(
  { db }: Deps,
  candidates: Map<RecordId, Stored[]>,
  standing: ReadonlyMap<RecordId, Standing[]>,
): Promise<void> {
  const missing = [...standing].flatMap(([id, edges]) => {
    const found = new Set((candidates.get(id) ?? []).map((row) => row.record_id));
    return edges.filter(({ other }) => !found.has(other)).map(({ other }) => ({ id, other }));
  });
  if (missing.length === 0) return;
  const { rows } = await db.query<Stored>('select record_id, record from source_record where record_id = any($1)', [
    missing.map(({ other }) => other),
  ]);
  const records = new Map(rows.map((row) => [row.record_id, row]));
  for (const { id, other } of missing) {
    const row = records.get(other);
    if (row) candidates.set(id, [...(candidates.get(id) ?? []), row]);
  }
}

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
