import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDatabase, type TestDatabase } from '../../test/database.ts';
import { transaction } from './postgres.ts';
import { openQueue, type Queue } from './queue.ts';

type Job = { name: string };
let db: TestDatabase;
let queue: Queue;
let name = '';
let count = 0;

beforeAll(async () => {
  db = await createDatabase();
  queue = await openQueue(db.pool, { supervise: true, onError: () => undefined });
});
afterAll(async () => {
  await queue.stop();
  await db.drop();
});
beforeEach(async () => {
  name = `source.test-${count++}`;
  await queue.ensure([name]);
});

const add = (key: string, startAfter?: Date) =>
  queue.enqueue<Job>(db.pool, [{ queue: name, key, job: { name: key }, startAfter }]);
const later = () => new Date(Date.now() + 3_600_000);
const states = async () =>
  (
    await db.pool.query<{ status: string }>('select status from import_task where queue = $1 order by status', [name])
  ).rows.map(({ status }) => status);

describe('enqueue', () => {
  test('stands and falls with the transaction it is part of', async () => {
    await transaction(db.pool, async (client) => {
      await queue.enqueue<Job>(client, [{ queue: name, key: 'a', job: { name: 'a' } }]);
      throw new Error('no');
    }).catch(() => undefined);
    expect(await queue.take(name, 10)).toEqual([]);
  });

  test('adds a job once while its twin waits, and says which were added', async () => {
    expect(await add('a')).toHaveLength(1);
    expect(await add('a')).toHaveLength(0);
    expect(await queue.take(name, 10)).toHaveLength(1);
  });

  test('asking for work sooner pulls the waiting twin forward', async () => {
    await add('a', later());
    expect(await queue.take(name, 10)).toEqual([]);
    await add('a');
    expect(await queue.take(name, 10)).toHaveLength(1);
  });

  test('a running twin does not block: the new one knows more', async () => {
    await add('a');
    await queue.take(name, 10);
    expect(await add('a')).toHaveLength(1);
  });
});

describe('settle', () => {
  test('is fenced: whose lease ran out cannot complete a job that another now holds', async () => {
    await add('a');
    const [first] = await queue.take<Job>(name, 1);
    if (!first) throw new Error('nothing to take');
    expect(await queue.retryLater(db.pool, first, { message: 'lost' })).toBe(true);
    await db.pool.query(`update pgboss.job set start_after = now() where name = $1`, [name]);
    const [second] = await queue.take<Job>(name, 1);
    if (!second) throw new Error('nothing to take again');
    expect(second.attempt).toBe(first.attempt + 1);
    expect(await queue.complete(db.pool, [first])).toEqual(new Set());
    expect(await queue.complete(db.pool, [second])).toEqual(new Set([second.id]));
  });

  test('a job that failed waits 2 to 4 seconds, then 4 to 8: the pauses grow', async () => {
    await add('a');
    for (const [least, most] of [
      [2, 4],
      [4, 8],
    ] as const) {
      const [taken] = await queue.take<Job>(name, 1);
      if (!taken) throw new Error('nothing to take');
      const wait = await transaction(db.pool, async (client) => {
        await queue.retryLater(client, taken, { message: 'it answered 500' });
        // now() stands still within a transaction, so this is the pause itself.
        const sql = 'select extract(epoch from start_after - now())::float8 as pause from pgboss.job where id = $1';
        return (await client.query<{ pause: number }>(sql, [taken.id])).rows[0]?.pause ?? 0;
      });
      expect(wait).toBeGreaterThanOrEqual(least);
      expect(wait).toBeLessThanOrEqual(most);
      await db.pool.query('update pgboss.job set start_after = now() where id = $1', [taken.id]);
    }
  });

  test('a snooze costs no attempt', async () => {
    await add('a');
    for (let n = 0; n < 5; n++) {
      const [taken] = await queue.take<Job>(name, 1);
      if (!taken) throw new Error('nothing to take');
      expect(taken.attempt).toBe(0);
      expect(await queue.snooze(db.pool, taken, new Date())).toBe('waiting');
    }
  });

  test('a snoozed job whose twin came to wait meanwhile gives way to it', async () => {
    await add('a');
    const [taken] = await queue.take<Job>(name, 1);
    await add('a');
    if (!taken) throw new Error('nothing to take');
    expect(await queue.snooze(db.pool, taken, new Date())).toBe('superseded');
    expect(await states()).toEqual(['completed', 'queued']);
  });

  test('a job that failed for good stands as failed, with a letter in the dead-letter queue', async () => {
    await add('a');
    const [taken] = await queue.take<Job>(name, 1);
    if (!taken) throw new Error('nothing to take');
    await queue.complete(db.pool, [taken]);
    await queue.bury(db.pool, taken, 'a', { message: 'it answered 500', job: taken.job });
    expect(await states()).toEqual(['failed']);
    expect((await db.pool.query(`select data from pgboss.job where name = 'dead'`)).rows).toContainEqual({
      data: { message: 'it answered 500', job: { name: 'a' } },
    });
  });
});

test('a job that outlived too many workers is given up, and handed out once to be booked', async () => {
  await add('killer');
  const [taken] = await queue.take<Job>(name, 1);
  if (!taken) throw new Error('nothing to take');
  await db.pool.query('update pgboss.job set retry_limit = 0 where id = $1', [taken.id]);
  await queue.retryLater(db.pool, taken, { message: 'dead again' });
  expect(await queue.takeCrashed(db.pool)).toEqual([{ queue: name, job: { name: 'killer' } }]);
  expect(await queue.takeCrashed(db.pool)).toEqual([]);
});

describe('lease', () => {
  let deaf: Queue;
  beforeEach(async () => {
    deaf = await openQueue(db.pool, { supervise: false, onError: () => undefined });
  });
  afterEach(() => deaf.stop());

  test('the job of a worker that fell silent is taken by another; of one that speaks, not', async () => {
    await add('silent');
    await add('speaking');
    const taken = await deaf.take<Job>(name, 2);
    const speaking = taken.filter(({ job }) => job.name === 'speaking');
    const started = performance.now();
    let again = await queue.take<Job>(name, 2);
    while (again.length === 0 && performance.now() - started < 40_000) {
      await deaf.beat(speaking);
      await sleep(500);
      again = await queue.take<Job>(name, 2);
    }
    console.log(`taken over after ${((performance.now() - started) / 1000).toFixed(1)} s`);
    expect(again.map(({ job, attempt }) => [job.name, attempt])).toEqual([['silent', 1]]);
  });
});
