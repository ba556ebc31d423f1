/** Workers that die without a word: nothing is lost, nothing is done twice. */
import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { random } from '../bench/pages.ts';
import { startImport } from '../src/commands.ts';
import { verify } from '../src/platform/event-verify.ts';
import { rebuild } from '../src/rebuild.ts';
import { shelf } from './shelf.ts';
import { createWorld } from './world.ts';

const pages = 500;
const kills = 20;

test(`${kills} SIGKILLs at random moments of an import of ${pages} pages: each page ends imported once`, {
  timeout: 180_000,
}, async () => {
  const world = await createWorld([shelf('alpha')]);
  const keys = Array.from({ length: pages }, (_, n) => `${n}`);
  world.site.pages.set('alpha.test/list', JSON.stringify(keys));
  for (const key of keys) {
    world.site.pages.set(`alpha.test/game/${key}`, (_, response) => {
      setTimeout(() => response.end(JSON.stringify({ title: `Game number ${key}` })), 40);
    });
  }
  const runId = await startImport(world.app.commitDeps, { sources: [], urls: [], trigger: 'command', actor: 'test' });

  const start = () =>
    fork(new URL('crash.worker.ts', import.meta.url), [world.db.url, String(world.site.port)], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  const seed = Date.now() % 1_000_000;
  console.log(`seed ${seed}`);
  const next = random(seed);
  const workers: ChildProcess[] = [start(), start()];
  for (let kill = 0; kill < kills; kill++) {
    await sleep(100 + next() * 600);
    const index = kill % workers.length;
    workers[index]?.kill('SIGKILL');
    workers[index] = start();
  }
  const run = await world.finished(runId, 120).finally(() => {
    for (const worker of workers) worker.kill('SIGKILL');
  });

  expect(run.status).toBe('done');
  expect(run.sources.alpha).toMatchObject({ fetched: pages, records: pages, created: pages, failed: 0, broken: 0 });
  expect(await world.count('game')).toBe(pages);
  for (const type of ['PageDiscovered', 'PageFetched', 'RecordExtracted', 'RecordCompared', 'GamePublished']) {
    expect([type, await world.events(type)]).toEqual([type, pages]);
  }
  expect(await world.events('RunFinished')).toBe(1);
  expect((await verify(world.db.pool)).faults).toEqual([]);
  expect((await rebuild(world.db.pool, true)).differences).toEqual([]);
  await world.close();
});
