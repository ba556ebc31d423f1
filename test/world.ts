/** The whole program on a database of its own, reading a website on the loopback. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type App, openApp } from '../src/app.ts';
import { type ImportRequest, startImport } from '../src/commands.ts';
import type { Source } from '../src/domain/source.ts';
import { createLog } from '../src/platform/log.ts';
import type { Worker } from '../src/platform/worker.ts';
import { rebuild } from '../src/rebuild.ts';
import { createDatabase, type TestDatabase } from './database.ts';
import { type Site, startSite } from './site.ts';
import { testConfig } from './world.config.ts';

export type RunRow = {
  run_id: string;
  status: string;
  sources: Record<string, Record<string, number>>;
  failures: { source: string; cause: string; count: number; message: string; url: string | null }[];
};

export type World = {
  app: App;
  site: Site;
  db: TestDatabase;
  /** Imports to the end and returns the run. */
  import(request?: Partial<ImportRequest>): Promise<RunRow>;
  finished(runId: string, seconds?: number): Promise<RunRow>;
  count(table: string): Promise<number>;
  events(type?: string): Promise<number>;
  close(): Promise<void>;
};

export async function createWorld(sources: readonly Source[], env: Record<string, string> = {}): Promise<World> {
  const [db, site] = await Promise.all([createDatabase(), startSite()]);
  const config = testConfig({ DATABASE_URL: db.url, VARIORUM_CONNECT_TO: `*=127.0.0.1:${site.port}`, ...env });
  const app = await openApp(config, createLog('silent'), sources);
  let worker: Worker | null = null;
  const count = async (sql: string, values: unknown[] = []) =>
    Number((await db.pool.query(sql, values)).rows[0]?.count);
  const finished = async (runId: string, seconds = 60): Promise<RunRow> => {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(20)) {
      const { rows } = await db.pool.query<RunRow>(
        `select run_id, status, sources, failures from run where run_id = $1 and status <> 'running'`,
        [runId],
      );
      if (rows[0]) return rows[0];
    }
    const { rows } = await db.pool.query('select * from run_progress where run_id = $1', [runId]);
    throw new Error(`The run did not end within ${seconds} s: ${JSON.stringify(rows)}`);
  };
  return {
    app,
    site,
    db,
    async import(request = {}) {
      worker ??= app.work();
      const runId = await startImport(app.commitDeps, {
        sources: [],
        urls: [],
        trigger: 'command',
        actor: 'test',
        ...request,
      });
      worker.nudge(sources.map(({ name }) => `source.${name}`));
      return finished(runId);
    },
    finished,
    count: (table) => count(`select count(*) from ${table}`),
    events: (type) =>
      type
        ? count('select count(*) from import_event where event_type = $1', [type])
        : count('select count(*) from import_event'),
    async close() {
      await worker?.stop();
      // After any test of the suite: what the log tells is what the tables say.
      const { differences } = await rebuild(db.pool, true);
      await app.close();
      await site.close();
      await db.drop();
      if (differences.length > 0) throw new Error(`The views differ from the log: ${JSON.stringify(differences)}`);
    },
  };
}
