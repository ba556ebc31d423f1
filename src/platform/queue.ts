/**
 * The queue is pg-boss, used only here: one queue a source, and every change made with the caller's own
 * transaction, so that facts and the work they cause stand or fall together.
 */

import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import { importTaskView } from './import-task.ts';
import { type Db, sqlState } from './postgres.ts';

/** A job as taken from the queue. `attempt` fences every later word about it: a worker whose lease ran out has none. */
export type Taken<J> = { id: string; queue: string; attempt: number; job: J };

export type NewJob<J> = { queue: string; key: string; job: J; startAfter?: Date | undefined; priority?: number };

export type Queue = Awaited<ReturnType<typeof openQueue>>;

/** A worker is taken for dead when it has not spoken for this long; its jobs then run elsewhere. */
const leaseSeconds = 10;
const watchSeconds = 1;
/** A job that has killed this many workers is not given to another. */
const mostAttempts = 20;
/** Pauses between failures grow from 2 to 4 seconds up to this. */
const longestPauseSeconds = 300;
export const deadLetters = 'dead';

/** What pg-boss answers to a settle; its own types leave it empty. */
type Settled = { affected?: number; settled?: string[] };

const adapter = (db: Db) => ({ executeSql: (text: string, values?: unknown[]) => db.query(text, values) });

/** Opens the queue over the pool. `supervise`: also look for workers that died (every worker process does). */
export async function openQueue(pool: pg.Pool, options: { supervise: boolean; onError: (error: Error) => void }) {
  const boss = new PgBoss({
    db: adapter(pool),
    supervise: options.supervise,
    schedule: false,
    monitorIntervalSeconds: watchSeconds,
    superviseIntervalSeconds: watchSeconds,
    queueCacheIntervalSeconds: 60,
    monitorVacuum: false,
  });
  boss.on('error', options.onError);
  await boss.start();
  // Two starters may both get here; the loser of the race finds the view made.
  await pool.query(importTaskView).catch((error: unknown) => {
    if (!['23505', 'XX000', '42P07'].includes(sqlState(error) ?? '')) throw error;
  });
  const known = new Set<string>();

  /** Makes sure the queues exist; cheap after the first time. */
  async function ensure(names: readonly string[]): Promise<void> {
    for (const name of [deadLetters, ...names]) {
      if (known.has(name)) continue;
      // Work waits as long as it must: a queue that forgets would leave its run open for ever.
      const own =
        name === deadLetters
          ? { retentionSeconds: 90 * 86_400 }
          : { deadLetter: deadLetters, heartbeatSeconds: leaseSeconds, retentionSeconds: 10 * 365 * 86_400 };
      await boss.createQueue(name, {
        policy: 'short',
        retryLimit: mostAttempts,
        // No delay of its own: the job of a worker that died has waited out a lease already.
        retryDelay: 0,
        expireInSeconds: 3600,
        ...own,
      });
      known.add(name);
    }
  }

  /**
   * Adds jobs inside the caller's transaction. A job whose twin (same key) already waits is not added: the
   * twin is pulled forward when the new one wants to start sooner. Returns the jobs added.
   */
  async function enqueue<J extends object>(db: Db, jobs: readonly NewJob<J>[]): Promise<NewJob<J>[]> {
    if (jobs.length === 0) return [];
    const added: NewJob<J>[] = [];
    for (const [queue, all] of Map.groupBy(jobs, (job) => job.queue)) {
      const distinct = [...new Map(all.map((job) => [job.key, job])).values()];
      const { rows: twins } = await db.query<{ singleton_key: string }>(
        `update pgboss.job as waiting set start_after = least(waiting.start_after, wanted.at)
           from unnest($2::text[], $3::timestamptz[]) as wanted(key, at)
          where waiting.name = $1 and coalesce(waiting.singleton_key, '') = wanted.key
            and waiting.state = 'created' and waiting.policy = 'short'
        returning waiting.singleton_key`,
        [queue, distinct.map((job) => job.key), distinct.map((job) => (job.startAfter ?? new Date(0)).toISOString())],
      );
      const waiting = new Set(twins.map((row) => row.singleton_key));
      const fresh = distinct.filter((job) => !waiting.has(job.key));
      const inserted = await boss.insert(
        queue,
        fresh.map(({ key, job, startAfter, priority }) => ({
          singletonKey: key,
          data: job,
          ...(startAfter ? { startAfter } : {}),
          ...(priority ? { priority } : {}),
        })),
        { db: adapter(db), returnId: true },
      );
      if (inserted?.length === fresh.length) added.push(...fresh);
      else added.push(...(await onlyInserted(db, queue, fresh, inserted ?? [])));
    }
    return added;
  }

  /** Takes up to `count` jobs that are due. */
  async function take<J extends object>(queue: string, count: number): Promise<Taken<J>[]> {
    const jobs = await boss.fetch<J>(queue, { batchSize: count, includeMetadata: true });
    return jobs.map((job) => ({ id: job.id, queue, attempt: job.retryCount, job: job.data }));
  }

  /** Settles jobs as completed inside the caller's transaction; returns the ids that were still ours. */
  async function complete(db: Db, taken: readonly Taken<unknown>[], output: object = {}): Promise<Set<string>> {
    const ours = new Set<string>();
    for (const [queue, jobs] of Map.groupBy(taken, (job) => job.queue)) {
      const { settled } = (await boss.complete(
        queue,
        jobs.map(({ id, attempt }) => ({ id, retryCount: attempt })),
        output,
        { db: adapter(db) },
      )) as Settled;
      for (const id of settled ?? []) ours.add(id);
    }
    return ours;
  }

  /** Marks jobs just completed as failed for good, and leaves a letter about each. */
  async function bury(
    db: Db,
    { id, queue }: Taken<unknown>,
    key: string,
    letter: { message: string; job: object },
  ): Promise<void> {
    await db.query(`update pgboss.job set state = 'failed', output = $3 where name = $1 and id = $2`, [
      queue,
      id,
      JSON.stringify(letter),
    ]);
    await enqueue(db, [{ queue: deadLetters, key, job: letter }]);
  }

  /** Fails one job: it is tried again later, with growing pauses. */
  async function retryLater(db: Db, { queue, id, attempt }: Taken<unknown>, output: object): Promise<boolean> {
    const { affected } = (await boss.fail(queue, [{ id, retryCount: attempt }], output, {
      db: adapter(db),
    })) as Settled;
    if (affected !== 1) return false;
    // Failures are counted apart from attempts: a worker that died is not the page's fault. Each doubles the pause.
    await db.query(
      `update pgboss.job
          set data = data || jsonb_build_object('failures', failed.times),
              start_after = now() + least(power(2, failed.times) * (1 + random()), ${longestPauseSeconds}) * interval '1 s'
         from (select coalesce((data->>'failures')::int, 0) + 1 as times from pgboss.job where name = $1 and id = $2) as failed
        where name = $1 and id = $2 and state = 'retry'`,
      [queue, id],
    );
    return true;
  }

  /**
   * Puts one job back to wait until `until`, as if it had never been taken: no attempt is lost. A twin that
   * came to wait meanwhile takes its place. Returns `gone` when the job was no longer ours.
   */
  async function snooze(
    db: Db,
    { queue, id, attempt }: Taken<unknown>,
    until: Date,
  ): Promise<'waiting' | 'superseded' | 'gone'> {
    const { rows } = await db.query<{ twin: boolean }>(
      `select exists (select from pgboss.job twin where twin.name = job.name and twin.singleton_key = job.singleton_key
                         and twin.state = 'created' and twin.id <> job.id) as twin
         from pgboss.job where name = $1 and id = $2 and state = 'active' and retry_count = $3 for update of job`,
      [queue, id, attempt],
    );
    if (!rows[0]) return 'gone';
    if (rows[0].twin) {
      await complete(db, [{ queue, id, attempt, job: null }], { superseded: true });
      return 'superseded';
    }
    await db.query(
      `update pgboss.job set state = 'created', start_after = $3, started_on = null, heartbeat_on = null,
              keep_until = greatest(keep_until, $3::timestamptz + interval '14 days') where name = $1 and id = $2`,
      [queue, id, until.toISOString()],
    );
    return 'waiting';
  }

  /** Jobs that were given up because they outlived too many workers, each handed out once, inside the caller's transaction. */
  async function takeCrashed<J>(db: Db): Promise<{ queue: string; job: J }[]> {
    const { rows } = await db.query<{ queue: string; job: J }>(
      `with crashed as (select id from pgboss.job where name = $1 and state = 'created' and source_id is not null
                          order by id for update skip locked limit 100)
       update pgboss.job as letter set state = 'completed', completed_on = now() from crashed
        where letter.name = $1 and letter.id = crashed.id returning letter.source_name as queue, letter.data as job`,
      [deadLetters],
    );
    return rows;
  }

  /** Says that the jobs are being worked on. */
  async function beat(taken: readonly Taken<unknown>[]): Promise<void> {
    for (const [queue, jobs] of Map.groupBy(taken, (job) => job.queue)) {
      await boss.touch(
        queue,
        jobs.map(({ id, attempt }) => ({ id, retryCount: attempt })),
      );
    }
  }

  return {
    ensure,
    enqueue,
    take,
    complete,
    bury,
    retryLater,
    snooze,
    takeCrashed,
    beat,
    stop: () => boss.stop({ graceful: false, close: false }),
  };
}

async function onlyInserted<J>(db: Db, queue: string, jobs: NewJob<J>[], ids: readonly string[]): Promise<NewJob<J>[]> {
  const { rows } = await db.query<{ singleton_key: string }>(
    'select singleton_key from pgboss.job where name = $1 and id = any($2::uuid[])',
    [queue, ids],
  );
  const keys = new Set(rows.map((row) => row.singleton_key));
  return jobs.filter((job) => keys.has(job.key));
}
