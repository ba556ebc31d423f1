/** A PostgreSQL for the benches: the embedded one in a temporary folder, or BENCH_DATABASE_URL. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../src/platform/embedded-postgres.ts';
import { createLog } from '../src/platform/log.ts';
import type { Server } from './figures.ts';

export async function withServer(use: (server: Server) => Promise<void>): Promise<void> {
  const given = process.env.BENCH_DATABASE_URL || null;
  const dir = given ? null : await mkdtemp(join(tmpdir(), 'variorum-bench-'));
  const embedded = dir ? await startEmbedded({ dir, log: createLog('silent') }) : null;
  const url = given ?? embedded?.url ?? '';
  const created: string[] = [];
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  try {
    await use({
      url,
      async create(name) {
        const database = `bench_${name}_${process.pid}`;
        await admin(`create database ${database}`);
        created.push(database);
        const own = new URL(url);
        own.pathname = `/${database}`;
        return own.href;
      },
    });
  } finally {
    for (const database of created) await admin(`drop database if exists ${database} with (force)`);
    await embedded?.stop();
    if (dir) await rm(dir, { recursive: true, force: true });
  }
}
