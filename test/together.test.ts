/** Many workers on one catalogue: two pages of one new game make one game, whenever they come. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp } from '../src/app.ts';
import { startImport } from '../src/commands.ts';
import { createLog } from '../src/platform/log.ts';
import { rebuild } from '../src/rebuild.ts';
import { shelf, shelve } from './shelf.ts';
import { testConfig } from './world.config.ts';
import { createWorld, type World } from './world.ts';

const pairs = 200;
let world: World;
beforeAll(async () => {
  world = await createWorld([shelf('alpha', 80), shelf('beta', 40)], { VARIORUM_CONCURRENCY: '4' });
});
afterAll(() => world.close());

test(`${pairs} pairs of pages, 4 workers: ${pairs} games`, async () => {
  const games = Object.fromEntries(Array.from({ length: pairs }, (_, n) => [`g${n}`, { title: `Маяк ${n}` }]));
  shelve(world.site.pages, 'alpha', games);
  shelve(world.site.pages, 'beta', games);
  const config = testConfig({
    DATABASE_URL: world.db.url,
    VARIORUM_CONNECT_TO: `*=127.0.0.1:${world.site.port}`,
    VARIORUM_CONCURRENCY: '4',
  });
  const apps = await Promise.all(
    Array.from({ length: 4 }, () => openApp(config, createLog('silent'), world.app.sources)),
  );
  for (const app of apps) app.work();
  const runId = await startImport(world.app.commitDeps, { sources: [], urls: [], trigger: 'command', actor: 'test' });
  const run = await world.finished(runId);
  await Promise.all(apps.map((app) => app.close()));

  expect(run.status).toBe('done');
  expect(await world.count('game')).toBe(pairs);
  expect(
    (await world.db.pool.query('select count(*)::int as n from game where cardinality(sources) = 2')).rows[0].n,
  ).toBe(pairs);
  expect((await rebuild(world.db.pool, true)).differences).toEqual([]);
});
