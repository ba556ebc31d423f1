/**
 * Counting while work goes on: what every commit adds to the progress of its run, exactly once because it
 * is the same transaction. The run ends when no job of it is left.
 */
import type { Fact, FailureCount, RunStatus, Totals } from '../domain/events.ts';
import type { RunId } from '../domain/ids.ts';
import type { Db } from '../platform/postgres.ts';

export const noTotals: Totals = {
  fetched: 0,
  unchanged: 0,
  missing: 0,
  broken: 0,
  failed: 0,
  records: 0,
  created: 0,
  updated: 0,
  asked: 0,
};
const counters = ['open', ...Object.keys(noTotals)] as ('open' | keyof Totals)[];

/** What one commit changes for one source of one run. */
export type Delta = { runId: RunId; source: string } & Totals & { open: number };

export function newDelta(runId: RunId, source: string): Delta {
  return { runId, source, open: 0, ...noTotals };
}

/** Which counter a fact moves, if any. */
export function counterOf(fact: Fact): keyof Totals | null {
  switch (fact.type) {
    case 'PageFetched':
      return 'fetched';
    case 'PageBroken':
      return 'broken';
    case 'RecordExtracted':
      return 'records';
    case 'GamePublished':
      return fact.payload.first ? 'created' : 'updated';
    case 'ReviewOpened':
      return 'asked';
    default:
      return null;
  }
}

/** Adds deltas to the runs' progress and returns the runs that may have ended. */
export async function addProgress(db: Db, deltas: readonly Delta[], at: Date): Promise<RunId[]> {
  if (deltas.length === 0) return [];
  // One order of rows for all writers, or two commits could wait for each other.
  const sorted = [...deltas].sort((a, b) => (`${a.runId}|${a.source}` < `${b.runId}|${b.source}` ? -1 : 1));
  const { rows } = await db.query<{ run_id: RunId | null }>({
    name: 'progress-add',
    text: `insert into run_progress as p (run_id, source, updated_at, ${counters.join(', ')})
           select run_id, source, $2::timestamptz, ${counters.join(', ')} from jsonb_populate_recordset(null::run_progress, $1::jsonb)
           on conflict (run_id, source) do update set updated_at = excluded.updated_at,
             ${counters.map((name) => `${name} = p.${name} + excluded.${name}`).join(', ')}
           returning case when open = 0 then run_id end as run_id`,
    values: [JSON.stringify(sorted.map(({ runId, ...rest }) => ({ run_id: runId, ...rest }))), at.toISOString()],
  });
  return [...new Set(rows.flatMap((row) => row.run_id ?? []))];
}

export type Failed = { runId: RunId | null; source: string; cause: string; message: string; url: string | null };

/** Notes failures, grouped by run, source and cause; the newest stands as the example. */
export async function addFailures(db: Db, failures: readonly Failed[], at: Date): Promise<void> {
  for (const { runId, source, cause, message, url } of failures) {
    if (runId === null) continue;
    await db.query({
      name: 'failure-add',
      text: `insert into run_failure as f (run_id, source, cause, count, message, url, last_at) values ($1, $2, $3, 1, $4, $5, $6)
             on conflict (run_id, source, cause) do update
             set count = f.count + 1, message = excluded.message, url = excluded.url, last_at = excluded.last_at`,
      values: [runId, source, cause, message, url, at.toISOString()],
    });
  }
}

/** Pages of this minute, over all runs. */
export async function addThroughput(db: Db, fetched: number, failed: number, at: Date): Promise<void> {
  if (fetched + failed === 0) return;
  await db.query({
    name: 'throughput-add',
    text: `insert into throughput as t (minute, fetched, failed) values (date_trunc('minute', $1::timestamptz), $2, $3)
           on conflict (minute) do update set fetched = t.fetched + excluded.fetched, failed = t.failed + excluded.failed`,
    values: [at.toISOString(), fetched, failed],
  });
}

export type Shrunken = { source: string; found: number; known: number };

/** A listing that names less than this share of the pages that are known has probably lost some; below so few nobody can say. */
const leastShare = 0.5;
const leastKnown = 20;

/** Sources that were imported whole in this run, and of whose pages far fewer were found than are known. */
export async function shrunken(db: Db, runId: RunId, totals: Record<string, Totals>): Promise<Shrunken[]> {
  const { rows } = await db.query<{ source: string; known: number }>(
    `select source, count(*)::int as known
       from import_event e cross join lateral jsonb_array_elements_text(e.payload->'sources') as named(source) join page using (source)
      where e.stream = 'run:' || $1 and e.event_type = 'RunStarted' and e.payload->'urls' = '[]' and e.payload->'limit' = 'null'
        and not coalesce((e.payload->>'changed')::boolean, false)
        and page.state in ('fetched', 'moved', 'broken') and page.key not like 'person:%'
      group by source having count(*) >= ${leastKnown}`,
    [runId],
  );
  return rows.flatMap(({ source, known }) => {
    const { fetched = 0, unchanged = 0, missing = 0, failed = 0 } = totals[source] ?? {};
    // A source that failed outright is ill for another reason.
    const found = fetched + unchanged + missing;
    return failed === 0 && found < leastShare * known ? [{ source, found, known }] : [];
  });
}

export type Ended = { status: RunStatus; sources: Record<string, Totals>; failures: FailureCount[] };

/**
 * The closing figures of a run, or null while it still has work. Locks the run, so that of two workers
 * which finish its last jobs at once exactly one sees it ended.
 */
export async function ended(db: Db, runId: RunId): Promise<Ended | null> {
  const { rows: runs } = await db.query<{ status: string }>('select status from run where run_id = $1 for update', [
    runId,
  ]);
  if (runs[0]?.status !== 'running') return null;
  // Links lead to sources that nobody asked to import: one that is paused holds up no run but its own.
  const { rows } = await db.query<Delta & { beside: boolean }>(
    `select p.*, s.paused_at is not null and not (e.payload->'sources' ? p.source) as beside
       from run_progress p left join source_state s using (source)
       left join import_event e on e.stream = 'run:' || p.run_id and e.event_type = 'RunStarted'
      where run_id = $1 order by p.source`,
    [runId],
  );
  if (rows.some((row) => row.open > 0 && !row.beside)) return null;
  const { rows: failures } = await db.query<FailureCount>(
    'select source, cause, count, message, url from run_failure where run_id = $1 order by source, cause',
    [runId],
  );
  const sources = Object.fromEntries(rows.map((row) => [row.source, totalsOf(row)]));
  return { status: statusOf(Object.values(sources)), sources, failures };
}

function totalsOf(row: Totals): Totals {
  return Object.fromEntries(Object.keys(noTotals).map((name) => [name, row[name as keyof Totals]])) as Totals;
}

/** failed: nothing was read at all; partial: something failed or was broken; done: everything was read. */
export function statusOf(sources: readonly Totals[]): RunStatus {
  const sum = (read: (totals: Totals) => number) => sources.reduce((total, totals) => total + read(totals), 0);
  if (sum(({ failed, broken }) => failed + broken) === 0) return 'done';
  const understood = sum(({ records, unchanged, missing }) => records + unchanged + missing);
  return understood > 0 || sum(({ fetched, broken }) => fetched - broken) > 0 ? 'partial' : 'failed';
}
