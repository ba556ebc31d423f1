/** The first page an operator sees: how much there is, what goes on, what is ill and why. */
import { remember } from '../platform/memo.ts';
import type { Db } from '../platform/postgres.ts';
import { countEvents } from './events.ts';
import { countGames } from './games.ts';
import { countOpen } from './reviews.ts';
import { type Failure, type Run, recentRuns, runningRuns } from './runs.ts';

export type Overview = {
  games: number;
  records: number;
  events: number;
  reviewsOpen: number;
  running: Run[];
  recent: Run[];
  throughput: { minute: string; fetched: number; failed: number }[];
  failures: Failure[];
  sourcesIll: { source: string; why: string }[];
};

/** Big counts are asked for at most every few seconds, however many look. */
export type Counts = { games(): Promise<number>; records(): Promise<number> };
const countEveryMs = 1000;

export function openCounts(db: Db): Counts {
  return {
    games: remember(countEveryMs, () => countGames(db)),
    records: remember(countEveryMs, () =>
      db.query<{ n: number }>('select count(*)::int as n from source_record').then(({ rows }) => rows[0]?.n ?? 0),
    ),
  };
}

export async function readOverview(db: Db, counts: Counts): Promise<Overview> {
  const [games, records, events, reviewsOpen, running, recent, throughput, paused, odd] = await Promise.all([
    counts.games(),
    counts.records(),
    countEvents(db),
    countOpen(db),
    runningRuns(db),
    recentRuns(db),
    db.query<{ minute: Date; fetched: number; failed: number }>(
      `select minute, fetched, failed from throughput where minute > now() - interval '1 hour' order by minute`,
    ),
    db.query<{ source: string; reason: string }>(
      'select source, reason from source_state where paused_at is not null order by source',
    ),
    db.query<{ source: string; why: string }>(
      `select source, 'new readings are held, for its pages suddenly lack ' || string_agg(field, ', ' order by field) as why
         from source_drift group by source
       union all
       select payload->>'source', format('its listing shrank: %s pages were found, %s are known', payload->>'found', payload->>'known')
         from import_event where event_type = 'ListingShrank' and correlation_id = any($1)`,
      [[...newest(await recentRuns(db))]],
    ),
  ]);
  return {
    games,
    records,
    events,
    reviewsOpen,
    running,
    recent,
    throughput: throughput.rows.map((row) => ({ ...row, minute: row.minute.toISOString() })),
    failures: grouped([...running, ...newestOfEachSource(recent)].flatMap((run) => run.failures)),
    sourcesIll: [...ill(paused.rows, [...running, ...recent]), ...odd.rows],
  };
}

/** Runs that are the newest of at least one source. */
function newest(runs: readonly Run[]): Set<string> {
  const seen = new Set<string>();
  return new Set(
    runs.flatMap((run) => {
      const fresh = run.sources.filter(({ source }) => !seen.has(source));
      for (const { source } of fresh) seen.add(source);
      return fresh.length > 0 ? [run.runId] : [];
    }),
  );
}

/** Of ended runs only the newest word on each source counts: what has recovered since is no longer a failure. */
function newestOfEachSource(runs: readonly Run[]): Run[] {
  const seen = new Set<string>();
  return runs.map((run) => {
    const fresh = run.sources.map(({ source }) => source).filter((source) => !seen.has(source));
    for (const source of fresh) seen.add(source);
    return { ...run, failures: run.failures.filter(({ source }) => fresh.includes(source)) };
  });
}

function grouped(failures: readonly Failure[]): Failure[] {
  const groups = new Map<string, Failure>();
  for (const failure of failures) {
    const key = `${failure.source}|${failure.cause}`;
    const known = groups.get(key);
    groups.set(key, known ? { ...known, count: known.count + failure.count } : failure);
  }
  return [...groups.values()].sort((a, b) => b.count - a.count).slice(0, 50);
}

function ill(
  paused: readonly { source: string; reason: string }[],
  runs: readonly Run[],
): { source: string; why: string }[] {
  const failing = grouped(newestOfEachSource(runs).flatMap((run) => run.failures));
  const worst = new Map<string, Failure>();
  for (const failure of failing) if (!worst.has(failure.source)) worst.set(failure.source, failure);
  return [
    ...paused.map(({ source, reason }) => ({ source, why: `paused: ${reason}` })),
    ...[...worst.values()].map(({ source, count, cause, message }) => ({
      source,
      why: `${count} × ${cause}: ${message}`,
    })),
  ];
}
