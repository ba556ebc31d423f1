/** Wires everything, once: the database, the queue, the web, the sources, and the worker that runs the jobs. */
import type pg from 'pg';
import type { CommitDeps } from './commit.ts';
import type { Source } from './domain/source.ts';
import { catalogueQueue, queueOf } from './pipeline/work.ts';
import { newId, now } from './platform/clock.ts';
import type { Config } from './platform/config.ts';

import { startEmbedded } from './platform/embedded-postgres.ts';
import { createWeb } from './platform/fetch.ts';
import type { Log } from './platform/log.ts';
import { migrate } from './platform/migrate.ts';
import { openPool } from './platform/postgres.ts';
import { openQueue } from './platform/queue.ts';
import type { Worker } from './platform/worker.ts';
import { ensureRules } from './rules.ts';
import { startJobs } from './run-jobs.ts';

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
    await queue.ensure([catalogueQueue, ...sources.map(({ name }) => queueOf(name))]);
    const jobs: CommitDeps['jobs'] = {
      turns: pool,
      web: real.web,
      sources,
      settings: config.sourceSettings,
      hostDelayMs: config.hostDelayMs,
      now,
      newId,
    };
    const commitDeps = { pool, queue, jobs };
    await ensureRules(commitDeps);
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
