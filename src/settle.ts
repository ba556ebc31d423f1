/** What a commit does to the queue: settles the jobs whose work it takes, and adds those the facts set in motion. */
import type { Tally } from './operate/tally.ts';
import { saveFailedPoll } from './pipeline/crawl/poll.ts';
import { type Job, jobKey, type Origin } from './pipeline/jobs.ts';
import { endsJob, failureOf, queueOf, type Result, type Work } from './pipeline/work.ts';
import type { Db } from './platform/postgres.ts';
import type { NewJob, Queue, Taken } from './platform/queue.ts';

export type QueueDeps = { queue: Pick<Queue, 'ensure' | 'enqueue' | 'complete' | 'bury' | 'retryLater' | 'snooze'> };

/** Settles the jobs first: work whose lease another worker now holds is left out of everything that follows. */
export async function settle(
  db: Db,
  deps: QueueDeps,
  works: readonly Work[],
  tally: Tally,
  now: Date,
): Promise<Work[]> {
  const finished = works.filter((work) => work.taken && endsJob(work.result));
  const completed = await deps.queue.complete(
    db,
    finished.flatMap(({ taken }) => taken ?? []),
  );
  const ours: Work[] = [];
  for (const work of works) {
    const { taken, result, origin } = work;
    if (!taken) {
      ours.push(work);
      const given = failureOf(result);
      // A job the queue itself gave up: nothing to settle any more, but its run still counts it.
      if (given) {
        tally.add(origin, 'open', -1);
        tally.failure({ ...origin, ...given });
      }
      continue;
    }
    if (!(await isOurs(db, deps, taken, result, completed, tally, origin))) continue;
    if (endsJob(result)) {
      ours.push(work);
      tally.add(origin, 'open', -1);
    }
    const failure = failureOf(result);
    if (!failure) continue;
    if (taken.job.kind === 'fetch') await saveFailedPoll(db, taken.job.pageId, failure.message, now);
    if (!endsJob(result)) continue;
    tally.failure({ ...origin, ...failure, url: failure.url ?? ('url' in taken.job ? taken.job.url : null) });
    await deps.queue.bury(db, taken, jobKey(taken.job), { job: taken.job, ...failure });
  }
  return ours;
}

/** Says the queue how the job ended; false when its lease had run out and another worker holds it. */
async function isOurs(
  db: Db,
  deps: QueueDeps,
  taken: Taken<Job>,
  result: Result,
  completed: ReadonlySet<string>,
  tally: Tally,
  origin: Origin,
): Promise<boolean> {
  if (endsJob(result)) return completed.has(taken.id);
  if (result.kind === 'failure') return deps.queue.retryLater(db, taken, { message: result.error.message });
  if (result.kind !== 'outcome' || result.outcome.end !== 'snooze') return false;
  const slept = await deps.queue.snooze(db, taken, result.outcome.until);
  if (slept === 'superseded') tally.add(origin, 'open', -1);
  return slept !== 'gone';
}

/** Adds the jobs to their sources' queues and returns those that were not waiting there already. */
export async function enqueue(db: Db, deps: QueueDeps, jobs: readonly Job[], tally: Tally): Promise<NewJob<Job>[]> {
  const wanted = jobs.map((job) => ({
    queue: queueOf(job.source),
    key: jobKey(job),
    job,
    priority: job.kind === 'fetch' ? 0 : 1,
  }));
  await deps.queue.ensure([...new Set(wanted.map(({ queue }) => queue))]);
  const added = await deps.queue.enqueue(db, wanted);
  for (const { job } of added) tally.add(job, 'open', 1);
  return added;
}
