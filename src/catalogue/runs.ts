/** Imports: those under way with their counts and the time they still need, and those that ended. */
import type { FailureCount, Totals } from '../domain/events.ts';
import type { Db } from '../platform/postgres.ts';

export type Breakdown = Totals & { queued: number };
export type Failure = {
  source: string;
  cause: string;
  count: number;
  message: string;
  url: string | null;
  lastAt: string;
};
export type Run = {
  runId: string;
  status: 'running' | 'done' | 'partial' | 'failed';
  trigger: string;
  startedAt: string;
  finishedAt: string | null;
  sources: { source: string; totals: Breakdown }[];
  remaining: { low: number; high: number } | null;
  failures: Failure[];
};

type RunRow = {
  run_id: string;
  status: Run['status'];
  trigger: string;
  started_at: Date;
  finished_at: Date | null;
  sources: Record<string, Totals>;
  failures: FailureCount[];
  seconds: number;
};

const columns = `run_id, status, trigger, started_at, finished_at, sources, failures, extract(epoch from clock_timestamp() - started_at)::float8 as seconds`;

/** Runs under way, oldest first. */
export async function runningRuns(db: Db): Promise<Run[]> {
  const { rows } = await db.query<RunRow>(
    `select ${columns} from run where status = 'running' order by started_at limit 20`,
  );
  return Promise.all(rows.map((row) => readRow(db, row)));
}

/** Ended runs, newest first. */
export async function recentRuns(db: Db, limit = 10): Promise<Run[]> {
  const { rows } = await db.query<RunRow>(
    `select ${columns} from run where status <> 'running' order by started_at desc limit $1`,
    [limit],
  );
  return rows.map(endedRun);
}

export async function readRun(db: Db, runId: string): Promise<Run | null> {
  const { rows } = await db.query<RunRow>(`select ${columns} from run where run_id = $1`, [runId]);
  return rows[0] ? readRow(db, rows[0]) : null;
}

function readRow(db: Db, row: RunRow): Promise<Run> | Run {
  return row.status === 'running' ? liveRun(db, row) : endedRun(row);
}

function endedRun(row: RunRow): Run {
  const at = row.finished_at?.toISOString() ?? row.started_at.toISOString();
  return {
    ...head(row),
    sources: Object.entries(row.sources)
      .filter(([source]) => source !== '')
      .map(([source, totals]) => ({ source, totals: { ...totals, queued: 0 } })),
    remaining: null,
    failures: row.failures.map((failure) => ({ ...failure, lastAt: at })),
  };
}

async function liveRun(db: Db, row: RunRow): Promise<Run> {
  const [{ rows: progress }, { rows: failures }] = await Promise.all([
    db.query<Totals & { source: string; open: number }>({
      name: 'run-progress',
      text: `select * from run_progress where run_id = $1 and source <> '' order by source`,
      values: [row.run_id],
    }),
    db.query<Omit<Failure, 'lastAt'> & { last_at: Date }>({
      name: 'run-failures',
      text: 'select * from run_failure where run_id = $1 order by count desc limit 50',
      values: [row.run_id],
    }),
  ]);
  return {
    ...head(row),
    sources: progress.map(
      ({ source, open, fetched, unchanged, missing, broken, failed, records, created, updated, asked }) => ({
        source,
        totals: { queued: open, fetched, unchanged, missing, broken, failed, records, created, updated, asked },
      }),
    ),
    remaining: remaining(progress, row.seconds),
    failures: failures.map(({ source, cause, count, message, url, last_at }) => ({
      source,
      cause,
      count,
      message,
      url,
      lastAt: last_at.toISOString(),
    })),
  };
}

const head = (row: RunRow) => ({
  runId: row.run_id,
  status: row.status,
  trigger: row.trigger,
  startedAt: row.started_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
});

const enough = 5;

/**
 * Seconds until the end, as a range: what is left, at the pace so far of the slowest source, for sources go on
 * side by side. The range narrows with the root of what was counted. Null until every source has begun.
 */
export function remaining(
  sources: readonly (Totals & { open: number })[],
  seconds: number,
): { low: number; high: number } | null {
  let [low, high] = [0, 0];
  for (const source of sources) {
    if (source.open === 0) continue;
    const visited = source.fetched + source.unchanged + source.missing + source.failed;
    if (visited < enough || seconds <= 0) return null;
    const left = (source.open * seconds) / visited;
    const doubt = 1 / Math.sqrt(visited);
    low = Math.max(low, left * Math.max(0.5, 1 - doubt));
    high = Math.max(high, left * (1.2 + doubt));
  }
  return { low: Math.round(low), high: Math.ceil(high) };
}
