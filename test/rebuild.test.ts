/** The catalogue can be thrown away: the log makes it again, the same to the byte. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rebuild } from '../src/rebuild.ts';
import { shelf, shelve } from './shelf.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld([shelf('alpha', 80), shelf('beta', 40)]);
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, n) => [
      n,
      { title: `Игра № ${n}`, credits: [{ role: 'author' as const, name: `Автор ${n % 7}` }] },
    ]),
  );
  shelve(world.site.pages, 'alpha', many);
  shelve(world.site.pages, 'beta', many);
  await world.import();
  shelve(
    world.site.pages,
    'alpha',
    Object.fromEntries(Object.entries(many).map(([key, game]) => [key, { ...game, releaseDate: '2020' }])),
  );
  world.site.pages.set('alpha.test/game/7', '{"broken": true}');
  await world.import();
});
afterAll(() => world.close());

test('--check finds the rebuilt views equal to the standing ones', async () => {
  expect((await rebuild(world.db.pool, true)).differences).toEqual([]);
});

test('--check finds any row that somebody changed behind the log', async () => {
  await world.db.pool.query(
    `update game set name = 'Подделка' where game_id = (select min(game_id::text)::uuid from game)`,
  );
  const { differences } = await rebuild(world.db.pool, true);
  expect(differences).toMatchObject([{ table: 'game', missing: 1, extra: 1 }]);
});

test('a rebuild heals it, keeps indexes and SQL views, and the next import goes on', async () => {
  const indexes = `select indexdef from pg_indexes where schemaname = 'public' order by 1`;
  const before = (await world.db.pool.query(indexes)).rows;
  await rebuild(world.db.pool, false);
  expect((await rebuild(world.db.pool, true)).differences).toEqual([]);
  expect((await world.db.pool.query(indexes)).rows).toEqual(before);
  expect(await world.count('source_url_state')).toBe(120);
  expect((await world.import()).status).toBe('partial');
  expect((await rebuild(world.db.pool, true)).differences).toEqual([]);
});
