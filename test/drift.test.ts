/** A site changes its layout: pages still have a title, but a field is gone. The catalogue keeps what it has. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endDrift } from '../src/commands.ts';
import { type ShelfGame, shelf, shelve } from './shelf.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld([shelf('alpha', 80)]);
});
afterAll(() => world.close());

/** `whole`: every page with its date; otherwise the first so many lost it. */
function shelveGames(lost: number, text = 'A text.'): void {
  const games: Record<string, ShelfGame> = {};
  for (let number = 1; number <= 60; number++) {
    games[String(number)] = {
      title: `Game of ${['ash', 'birch', 'cedar', 'elder', 'fir'][number % 5]} ${number}`,
      descriptions: [{ language: 'en', text }],
      ...(number > lost && { releaseDate: `19${10 + number}` }),
    };
  }
  shelve(world.site.pages, 'alpha', games);
}

const dated = async () =>
  Number((await world.db.pool.query('select count(*) from game where release_date is not null')).rows[0].count);
const held = () => world.count('held_record');
const drifts = async () => (await world.db.pool.query('select field, usual, recent from source_drift')).rows;

test('as long as pages give what they gave, nothing is held', async () => {
  shelveGames(0);
  await world.import();
  shelveGames(2, 'Another text.');
  await world.import();
  expect([await dated(), await held(), await drifts()]).toEqual([58, 0, []]);
});

test('when the field vanishes, the drift is an event, and no game loses its value', async () => {
  shelveGames(0, 'A third text.');
  await world.import();
  shelveGames(60, 'A new layout.');
  await world.import();
  expect(await drifts()).toMatchObject([{ field: 'releaseDate', recent: 0 }]);
  expect(await world.events('DriftDetected')).toBe(1);
  expect(await dated()).toBe(60);
  expect(await held()).toBe(60);
  const { rows } = await world.db.pool.query(
    `select count(*) from game where descriptions::text like '%A third text%'`,
  );
  expect(Number(rows[0].count)).toBe(60);
});

test('it goes on being held, page by page', async () => {
  shelveGames(60, 'The new layout again.');
  await world.import();
  expect([await dated(), await held(), (await drifts()).length]).toEqual([60, 60, 1]);
});

test('pages that give the field again end it, and what is whole is published', async () => {
  shelveGames(0, 'Mended.');
  await world.import();
  expect(await drifts()).toEqual([]);
  await expect.poll(held).toBe(0);
  const { rows } = await world.db.pool.query(`select count(*) from game where descriptions::text like '%Mended%'`);
  expect(Number(rows[0].count)).toBe(60);
  expect(await dated()).toBe(60);
});

test('a person who knows better ends it too: then even readings without the field are published', async () => {
  shelveGames(60, 'Dates are gone for good.');
  await world.import();
  expect(await held()).toBe(60);
  await expect(endDrift(world.app.commitDeps, 'alpha', ' ', 'test')).rejects.toThrow('needs a reason');
  await endDrift(world.app.commitDeps, 'alpha', 'the site dropped its dates', 'test');
  await expect.poll(held, { timeout: 10_000 }).toBe(0);
  await expect.poll(dated, { timeout: 10_000 }).toBe(0);
  await expect(endDrift(world.app.commitDeps, 'alpha', 'again', 'test')).rejects.toThrow('holds nothing');
});
