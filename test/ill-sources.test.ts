/** Sources fall ill, each in its own way; the others go on, and the run says who failed and why. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rebuild } from '../src/rebuild.ts';
import { mended, shelf, shelve } from './shelf.ts';
import { createWorld, type RunRow, type World } from './world.ts';

/** A body of so many bytes, sent as fast as it is read. */
const endless = (bytes: number) => (_: unknown, response: ServerResponse) => {
  const piece = Buffer.alloc(65_536, 'a');
  let left = bytes;
  const send = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= piece.length;
      if (!response.write(piece)) return void response.once('drain', send);
    }
    response.end();
  };
  send();
};

let world: World;
let run: RunRow;
const names = ['healthy', 'failing', 'hanging', 'garbage', 'throwing', 'hostile'];
beforeAll(async () => {
  world = await createWorld(
    names.map((name) => shelf(name)),
    { VARIORUM_FETCH_TIMEOUT_MS: '300', VARIORUM_MAX_BODY_MB: '8' },
  );
  for (const name of names) shelve(world.site.pages, name, { a: { title: `${name} a` }, b: { title: `${name} b` } });
  world.site.pages.set('failing.test/game/a', { status: 500, body: 'down' });
  world.site.pages.set('failing.test/game/b', { status: 500, body: 'down' });
  world.site.pages.set('hanging.test/list', () => undefined);
  world.site.pages.set('garbage.test/game/a', '\u0000\u0001<<<');
  world.site.pages.set('garbage.test/game/b', '{"no": "title"}');
  shelve(world.site.pages, 'throwing', { a: { title: 'THROW' }, b: { title: 'throwing b' } });
  shelve(world.site.pages, 'hostile', {
    big: { title: 'x' },
    bomb: { title: 'x' },
    loop: { title: 'x' },
    inside: { title: 'x' },
  });
  world.site.pages.set('hostile.test/game/big', endless(200_000_000));
  world.site.pages.set('hostile.test/game/bomb', {
    headers: { 'content-encoding': 'gzip' },
    body: gzipSync(Buffer.alloc(50_000_000)),
  });
  world.site.pages.set('hostile.test/game/loop', { status: 302, headers: { location: '/game/loop' } });
  world.site.pages.set('hostile.test/game/inside', { status: 302, headers: { location: 'file:///etc/passwd' } });
  run = await world.import();
}, 120_000);
afterAll(() => world.close());

test('the healthy source finishes, the run is partial', () => {
  expect(run.status).toBe('partial');
  expect(run.sources.healthy).toMatchObject({ fetched: 2, created: 2, failed: 0 });
});

describe('each failure is counted by its cause, with a sentence and an address', () => {
  test.each([
    ['failing', 'status', 2, /failing\.test\/game\/[ab].*500/],
    ['hanging', 'timeout', 1, /hanging\.test\/list/],
    ['garbage', 'broken', 2, /garbage\.test\/game\/[ab] has no title/],
    ['throwing', 'bug', 1, /a bug in the source/],
    ['hostile', 'too-large', 2, /hostile\.test\/game\/(big|bomb)/],
    ['hostile', 'redirects', 1, /hostile\.test\/game\/loop/],
    ['hostile', 'not-http', 1, /hostile\.test\/game\/inside/],
  ])('%s: %s', (source, cause, count, message) => {
    expect(run.failures.filter((failure) => failure.source === source && failure.cause === cause)).toMatchObject([
      { cause, count, message: expect.stringMatching(message) },
    ]);
  });
});

test('a page that makes its source throw takes no other page along', () => {
  expect(run.sources.throwing).toMatchObject({ fetched: 2, created: 1, failed: 1 });
});

test('once the source is mended, the page it threw on is read, although its bytes did not change', async () => {
  mended.add('throwing');
  const again = await world.import({ sources: ['throwing'] });
  expect(again.status).toBe('done');
  expect(await world.count(`game where name = 'THROW'`)).toBe(1);
});

test('a page without its markers changes nothing that was there', async () => {
  world.site.pages.set('healthy.test/game/a', '{}');
  const again = await world.import({ sources: ['healthy'] });
  expect(again.status).toBe('partial');
  expect(again.sources.healthy).toMatchObject({ fetched: 1, unchanged: 1, broken: 1, updated: 0 });
  expect(await world.count(`game where name = 'healthy a'`)).toBe(1);
});

test('a broken page is read again although its bytes did not change, and recovers', async () => {
  const still = await world.import({ sources: ['healthy'] });
  expect(still.sources.healthy).toMatchObject({ unchanged: 1, broken: 1 });
  world.site.pages.set('healthy.test/game/a', JSON.stringify({ title: 'healthy a', releaseDate: '2020' }));
  expect((await world.import({ sources: ['healthy'] })).status).toBe('done');
});

test('an empty listing fails its source and marks nothing', async () => {
  world.site.pages.set('healthy.test/list', '[]');
  const empty = await world.import({ sources: ['healthy'] });
  expect(empty.status).toBe('failed');
  expect(empty.failures).toMatchObject([{ cause: 'broken listing' }]);
});

test('what failed for good stands in import_task as failed', async () => {
  expect(await world.count(`import_task where status = 'failed' and error_message is not null`)).toBeGreaterThanOrEqual(
    4,
  );
  expect(await world.count(`import_task where status in ('queued', 'processing')`)).toBe(0);
});

test('the views still equal the log', async () => {
  expect((await rebuild(world.db.pool, true)).differences).toEqual([]);
});
