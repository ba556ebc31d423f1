/** Starts one PostgreSQL for the whole suite, the embedded one unless TEST_DATABASE_URL names another, and prepares the template. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../src/platform/embedded-postgres.ts';
import { createLog } from '../src/platform/log.ts';
import { migrate } from '../src/platform/migrate.ts';
import { openPool } from '../src/platform/postgres.ts';
import { openQueue } from '../src/platform/queue.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    serverUrl: string;
    template: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL || null;
  const dir = given ? null : await mkdtemp(join(tmpdir(), 'variorum-test-'));
  const embedded = dir ? await startEmbedded({ dir, log: createLog('silent') }) : null;
  const serverUrl = given ?? embedded?.url ?? '';
  const template = `variorum_template_${process.pid}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  console.log(
    (await admin.query<{ version: string }>('select version()')).rows[0]?.version.split(' on ')[0],
    given ? '(TEST_DATABASE_URL)' : '(embedded)',
  );
  await admin.query(`create database ${template}`);
  const url = new URL(serverUrl);
  url.pathname = `/${template}`;
  const pool = openPool(url.href, 'template');
  await migrate(pool);
  const queue = await openQueue(pool, { supervise: false, onError: () => undefined });
  await queue.stop();
  await pool.end();
  project.provide('serverUrl', serverUrl);
  project.provide('template', template);
  return async () => {
    await admin.query(`drop database if exists ${template} with (force)`);
    await admin.end();
    await embedded?.stop();
    if (dir) await rm(dir, { recursive: true, force: true });
  };
}
