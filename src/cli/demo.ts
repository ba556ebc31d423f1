/** `variorum demo`: the real program on the bundled sample, at two dates, so that there is something to see. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import pg from 'pg';
import { type App, openApp } from '../app.ts';
import { openCounts, readOverview } from '../catalogue/overview.ts';
import type { Config } from '../platform/config.ts';
import { startEmbedded } from '../platform/embedded-postgres.ts';
import { createLog } from '../platform/log.ts';
import { sources } from '../sources/all.ts';
import { ensureDashboard } from './dashboard.ts';
import { importAndWait } from './import.ts';
import { count, note, runSummary, say } from './screen.ts';
import { serve } from './serve.ts';
import { configOf, type Exit, quiet, Unusable } from './session.ts';

const sample = fileURLToPath(new URL('../../samples/web', import.meta.url));
const dates = ['2024-01-01', '2026-06-15'] as const;

/** The sites that the sample holds; the others would only be missing in it. */
const inSample = ['instead-games', 'instead-lists', 'ifdb', 'appstream', 'debian-packages'];

export function demoCommand(exit: Exit): Command {
  return new Command('demo')
    .description('Imports the bundled sample into a database of its own and serves the dashboard.')
    .option('--once', 'print the summary and exit instead of serving')
    .addHelpText('after', '\nExample:\n  $ variorum demo --once')
    .action(async (options: { once?: boolean }) => {
      await demo(options.once === true);
      exit(0);
    });
}

async function demo(once: boolean): Promise<void> {
  const config = demoConfig();
  if (!once) await ensureDashboard();
  const log = createLog(quiet(config).logLevel);
  note('Starting the embedded PostgreSQL …');
  await mkdir(config.dir, { recursive: true });
  const embedded = await startEmbedded({ dir: config.dir, log });
  const guard = await emptied(embedded.url);
  const app = await openApp({ ...config, databaseUrl: embedded.url }, log, sources);
  try {
    const worker = app.work();
    for (const at of dates) {
      say(`\nThe sites as they were on ${at}:`);
      const run = await importAndWait(
        app,
        { sources: inSample, urls: [], replay: { dir: sample, at }, trigger: 'demo', actor: 'demo' },
        worker,
      );
      if (run.status === 'running') return;
      say(runSummary(run));
    }
    await summary(app);
    if (!once) await serve(app, worker);
  } finally {
    await app.close();
    await guard.end();
    await embedded.stop();
  }
}

/** The demo's own folder and archive; a real DATABASE_URL is never touched. */
function demoConfig(): Config {
  const { DATABASE_URL: _, ...env } = process.env;
  const config = configOf({ ...env, VARIORUM_DEBIAN_ARCHIVE: 'http://archive.example/debian' });
  return { ...config, dir: join(config.dir, 'demo') };
}

/** Empties the demo's database, unless another demo is at work on it; the connection returned keeps others off. */
async function emptied(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ free: boolean }>(
    "select pg_try_advisory_lock(hashtext('variorum.demo')) as free",
  );
  if (!rows[0]?.free) {
    await client.end();
    throw new Unusable(
      'A demo is running on this folder already: stop it first, or set VARIORUM_DIR to another folder.',
    );
  }
  await client.query('drop schema if exists pgboss, auth, public cascade; create schema public');
  return client;
}

async function summary(app: App): Promise<void> {
  const { games, records, events, reviewsOpen } = await readOverview(app.pool, openCounts(app.pool));
  say(
    `\nThe catalogue has ${count(games, 'game')} from ${count(records, 'record')}, ${count(reviewsOpen, 'question')} for a curator, and ${count(events, 'event')} that tell how it came about.`,
  );
}
