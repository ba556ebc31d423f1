/** Runs the jobs of the queues: each step with what it may touch, its result to commit, its failure to a cause. */
import { type CommitDeps, commit, commitWithin } from './commit.ts';
import type { Fact, Recorded, Replay } from './domain/events.ts';
import type { RunId } from './domain/ids.ts';
import type { Deps } from './pipeline/deps.ts';
import { isSlow, type Job, jobSubject } from './pipeline/jobs.ts';
import { type Outcome, WorkFailed } from './pipeline/outcome.ts';
import { slowSteps } from './pipeline/steps.ts';
import { catalogueQueue, failureOf, queueOf, type Work } from './pipeline/work.ts';
import type { Config } from './platform/config.ts';
import { Conflict } from './platform/event-store.ts';
import type { Log } from './platform/log.ts';
import { sqlState, transaction } from './platform/postgres.ts';
import type { Queue, Taken } from './platform/queue.ts';
import { createReplay } from './platform/replay.ts';
import { readSnapshot } from './platform/snapshots.ts';
import type { Web } from './platform/web.ts';
import { startWorker, type Worker } from './platform/worker.ts';

/** A page is tried this often before it counts as failed. */
const attempts = 3;
/** A job that meets other writers this often has a bug. */
const mostConflicts = 20;
const sweepMs = 5000;

/** Starts working on the queues of all sources. */
export function startJobs(deps: CommitDeps, queue: Queue, config: Config, log: Log): Worker {
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
    if ((error instanceof Conflict || isPassing(error)) && times <= mostConflicts) {
      return { kind: 'outcome', outcome: { end: 'snooze', until: soon(deps), because: error.message } };
    }
    log.error({ err: error, job: taken?.job }, 'a result could not be committed');
    return failed(error, taken);
  };
  const tell = (works: readonly Work[], facts: readonly Recorded<Fact>[]) => {
    for (const { origin, result } of works) {
      const failure = failureOf(result);
      if (failure) log.warn({ source: origin.source, cause: failure.cause, url: failure.url }, failure.message);
    }
    for (const fact of facts)
      if (fact.type === 'RunFinished')
        log.info({ run: fact.payload.runId, status: fact.payload.status }, 'an import ended');
  };
  const worker = startWorker<Job, Work>([catalogueQueue, ...deps.jobs.sources.map(({ name }) => queueOf(name))], {
    queue: {
      beat: queue.beat,
      // A paused source's jobs stay where they are.
      take: async (name, count) => ((await isPaused(deps, name)) ? [] : queue.take(name, count)),
    },
    concurrency: config.concurrency,
    run: (taken, signal) => runJob(taken, deps, webOf, signal),
    async commit(works) {
      const { queues, enqueued, facts } = await commit(deps, works, 'worker');
      tell(works, facts);
      // Fresh statistics, or the queue's own look-ups scan what was just added.
      if (enqueued > 1000) await deps.pool.query('analyze pgboss.job_common');
      return queues;
    },
    async lost(work, error) {
      await commit(deps, [{ ...work, result: afterLoss(work, error) }], 'worker');
    },
    onError: (error) => log.warn({ err: error }, 'worker'),
  });
  const sweeping = setInterval(
    () => void sweep(deps, queue).catch((error) => log.warn({ err: error }, 'sweep')),
    sweepMs,
  );
  return {
    nudge: worker.nudge,
    async stop(graceMs) {
      clearInterval(sweeping);
      await worker.stop(graceMs);
    },
  };
}

/** Books jobs the queue gave up because they outlived too many workers, or their runs would never end; forgets old minutes. */
async function sweep(deps: CommitDeps, queue: Queue): Promise<void> {
  await transaction(deps.pool, async (client) => {
    const works = (await queue.takeCrashed<Job>(client)).map(({ job }): Work => {
      const error = new WorkFailed(
        'crashed',
        `${jobSubject(job)} was given up: workers died over it again and again.`,
        urlOf(job),
      );
      return { origin: { source: job.source, runId: job.runId }, result: { kind: 'failure', error, final: true } };
    });
    if (works.length > 0) await commitWithin(client, deps, works, 'worker');
    await client.query("delete from throughput where minute < now() - interval '2 days'");
  });
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
    const step = slowSteps[job.kind] as (job: Job, deps: Deps, signal: AbortSignal) => Promise<Outcome>;
    const outcome = await step(job, own, signal);
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

/** The database was away, or two writers met: no fault of the page. */
const isPassing = (error: Error): boolean => /^(08|53|57|23505)|^E(CONN|PIPE|TIMEDOUT)/.test(sqlState(error) ?? '');
const soon = (deps: CommitDeps): Date => new Date(deps.jobs.now().getTime() + 200);

function failed(error: unknown, taken: Taken<Job> | undefined): Work['result'] {
  const final = (taken?.job.failures ?? 0) + 1 >= attempts;
  if (error instanceof WorkFailed) return { kind: 'failure', error, final };
  const cause = error instanceof Conflict ? 'conflict' : 'bug';
  const message = error instanceof Error ? error.message : String(error);
  const where = taken ? `${jobSubject(taken.job)}: ` : '';
  return {
    kind: 'failure',
    error: new WorkFailed(cause, `${where}${message}`, taken ? urlOf(taken.job) : null),
    final,
  };
}

const urlOf = (job: Job): string | null => ('url' in job ? job.url : null);

async function isPaused(deps: CommitDeps, queue: string): Promise<boolean> {
  const { rows } = await deps.pool.query({
    name: 'source-paused',
    text: "select from source_state where 'source.' || source = $1 and paused_at is not null",
    values: [queue],
  });
  return rows.length > 0;
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
