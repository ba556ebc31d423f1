/** Wires everything, once: the database, the queue, the web, the sources, and the worker that runs the jobs. */
import type pg from 'pg';
import { type CommitDeps, commit } from './commit.ts';
import type { Replay } from './domain/events.ts';
import type { RunId } from './domain/ids.ts';
import type { Source } from './domain/source.ts';
import type { Deps } from './pipeline/deps.ts';
import { isSlow, type Job } from './pipeline/jobs.ts';
import { type Outcome, WorkFailed } from './pipeline/outcome.ts';
import { slowSteps } from './pipeline/steps.ts';
import { queueOf, type Work } from './pipeline/work.ts';
import { newId, now } from './platform/clock.ts';
import type { Config } from './platform/config.ts';

import { startEmbedded } from './platform/embedded-postgres.ts';
import { Conflict } from './platform/event-store.ts';
import { createWeb } from './platform/fetch.ts';
import type { Log } from './platform/log.ts';
import { migrate } from './platform/migrate.ts';
import { openPool } from './platform/postgres.ts';
import { openQueue, type Queue, type Taken } from './platform/queue.ts';
import { createReplay } from './platform/replay.ts';
import { readSnapshot } from './platform/snapshots.ts';
import type { Web } from './platform/web.ts';
import { startWorker, type Worker } from './platform/worker.ts';

export type App = {
  config: Config;
  log: Log;
  pool: pg.Pool;
  databaseUrl: string;
  sources: readonly Source[];
  commitDeps: CommitDeps;
  /** Starts working on the queues of all sources. */
  work(): Worker;
  close(): Promise<void>;
};

/** A page is tried this often before it counts as failed. */
const attempts = 3;
/** A job that meets other writers this often has a bug. */
const mostConflicts = 20;

/** Opens the database (the embedded one without DATABASE_URL), brings it up to date, and connects the parts. */
export async function openApp(config: Config, log: Log, sources: readonly Source[]): Promise<App> {
  const embedded = config.databaseUrl === null ? await startEmbedded({ dir: config.dir, log }) : null;
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
  const pool = openPool(databaseUrl, 'variorum');
  const real = createWeb(config);
  const cleanUp = async () => {
    await real.close();
    await pool.end();
    await embedded?.stop();
  };
  try {
    await migrate(pool);
    const queue = await openQueue(pool, { supervise: true, onError: (error) => log.warn({ err: error }, 'queue') });
    await queue.ensure(sources.map(({ name }) => queueOf(name)));
    const jobs: CommitDeps['jobs'] = {
      web: real.web,
      sources,
      settings: config.sourceSettings,
      hostDelayMs: config.hostDelayMs,
      now,
      newId,
    };
    const commitDeps = { pool, queue, jobs };
    let worker: Worker | null = null;
    return {
      config,
      log,
      pool,
      databaseUrl,
      sources,
      commitDeps,
      work() {
        worker = startJobs(commitDeps, queue, config, log);
        return worker;
      },
      async close() {
        await worker?.stop();
        await queue.stop();
        await cleanUp();
      },
    };
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

function startJobs(deps: CommitDeps, queue: Queue, config: Config, log: Log): Worker {
  const websOfRuns = new Map<RunId | null, Promise<Web | null>>();
  const webOf = (runId: RunId | null): Promise<Web | null> => {
    const known = websOfRuns.get(runId) ?? replayOf(deps, runId);
    websOfRuns.set(runId, known);
    return known;
  };
  const conflicts = new Map<string, number>();
  /** Another writer was first: the job begins again from what now stands, and loses no attempt. Without end it would be a bug. */
  const afterLoss = ({ taken }: Work, error: Error): Work['result'] => {
    const times = (conflicts.get(taken?.id ?? '') ?? 0) + 1;
    if (taken) conflicts.set(taken.id, times);
    if (error instanceof Conflict && times <= mostConflicts) {
      return { kind: 'outcome', outcome: { end: 'snooze', until: deps.jobs.now(), because: error.message } };
    }
    log.error({ err: error, job: taken?.job }, 'a result could not be committed');
    return failed(error, taken);
  };
  return startWorker<Job, Work>(
    deps.jobs.sources.map(({ name }) => queueOf(name)),
    {
      queue,
      concurrency: config.concurrency,
      run: (taken, signal) => runJob(taken, deps, webOf, signal),
      async commit(works) {
        const { queues, enqueued } = await commit(deps, works, 'worker');
        // Fresh statistics, or the queue's own look-ups scan what was just added.
        if (enqueued > 1000) await deps.pool.query('analyze pgboss.job_common');
        return queues;
      },
      async lost(work, error) {
        await commit(deps, [{ ...work, result: afterLoss(work, error) }], 'worker');
      },
      onError: (error) => log.warn({ err: error }, 'worker'),
    },
  );
}

/** Runs one job to its result; whatever it throws becomes a failure with a cause. */
async function runJob(
  taken: Taken<Job>,
  deps: CommitDeps,
  webOf: (runId: RunId | null) => Promise<Web | null>,
  signal: AbortSignal,
): Promise<Work> {
  const { job } = taken;
  const origin = { source: job.source, runId: job.runId };
  if (!isSlow(job)) return { origin, taken, result: { kind: 'quick', job } };
  try {
    const replay = await webOf(job.runId);
    const own: Deps = {
      ...deps.jobs,
      ...(replay ? { web: replay, hostDelayMs: 0 } : {}),
      db: deps.pool,
      snapshot: (hash) => readSnapshot(deps.pool, hash),
    };
    const paused = await pauseOf(deps, job.source);
    const step = slowSteps[job.kind] as (job: Job, deps: Deps, signal: AbortSignal) => Promise<Outcome>;
    const outcome: Outcome = paused
      ? { end: 'snooze', until: new Date(deps.jobs.now().getTime() + 30_000), because: paused }
      : await step(job, own, signal);
    return { origin, taken, result: { kind: 'outcome', outcome } };
  } catch (error) {
    if (signal.aborted) {
      return {
        origin,
        taken,
        result: {
          kind: 'outcome',
          outcome: { end: 'snooze', until: deps.jobs.now(), because: 'The worker is stopping.' },
        },
      };
    }
    return { origin, taken, result: failed(error, taken) };
  }
}

function failed(error: unknown, taken: Taken<Job> | undefined): Work['result'] {
  const known =
    error instanceof WorkFailed
      ? error
      : new WorkFailed(
          error instanceof Conflict ? 'conflict' : 'bug',
          String(error instanceof Error ? error.message : error),
          null,
        );
  return { kind: 'failure', error: known, final: (taken?.attempt ?? attempts) >= attempts - 1 };
}

async function pauseOf(deps: CommitDeps, source: string): Promise<string | null> {
  const { rows } = await deps.pool.query<{ reason: string }>({
    name: 'source-paused',
    text: 'select reason from source_state where source = $1 and paused_at is not null',
    values: [source],
  });
  return rows[0]?.reason ?? null;
}

/** The recorded web a run was started on, or null for the real one. */
async function replayOf(deps: CommitDeps, runId: RunId | null): Promise<Web | null> {
  if (runId === null) return null;
  const { rows } = await deps.pool.query<{ replay: Replay | null }>('select replay from run where run_id = $1', [
    runId,
  ]);
  const replay = rows[0]?.replay;
  return replay ? createReplay({ dir: replay.dir, ...(replay.at ? { at: replay.at } : {}) }) : null;
}
