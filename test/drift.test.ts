/** A site changes its layout: pages still have a title, but a field is gone. The catalogue keeps what it has. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endDrift } from '../src/commands.ts';
import { type ShelfGame, shelf, shelve } from './shelf.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(['alpha', 'beta', 'gamma', 'delta', 'epsilon'].map((name) => shelf(name, 50)));
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
const drifts = async () => (await world.db.pool.query('select field, recent from source_drift order by field')).rows;

test('as long as pages give what they gave, nothing is held', async () => {
  shelveGames(0);
  await world.import({ sources: ['alpha'] });
  shelveGames(2, 'Another text.');
  await world.import({ sources: ['alpha'] });
  expect([await dated(), await held(), await drifts()]).toEqual([58, 0, []]);
});

test('when the field vanishes, the drift is an event, and no game loses its value', async () => {
  shelveGames(0, 'A third text.');
  await world.import({ sources: ['alpha'] });
  shelveGames(60, 'A new layout.');
  await world.import({ sources: ['alpha'] });
  expect(await drifts()).toEqual([{ field: 'releaseDate', recent: 0 }]);
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
  await world.import({ sources: ['alpha'] });
  expect([await dated(), await held(), (await drifts()).length]).toEqual([60, 60, 1]);
});

test('pages that give the field again end it, and what is whole is published', async () => {
  shelveGames(0, 'Mended.');
  await world.import({ sources: ['alpha'] });
  expect(await drifts()).toEqual([]);
  await expect.poll(held).toBe(0);
  const { rows } = await world.db.pool.query(`select count(*) from game where descriptions::text like '%Mended%'`);
  expect(Number(rows[0].count)).toBe(60);
  expect(await dated()).toBe(60);
});

test('a person who knows better ends it too: then even readings without the field are published', async () => {
  shelveGames(60, 'Dates are gone for good.');
  await world.import({ sources: ['alpha'] });
  expect(await held()).toBe(60);
  await expect(endDrift(world.app.commitDeps, 'alpha', ' ', 'test')).rejects.toThrow('needs a reason');
  await endDrift(world.app.commitDeps, 'alpha', 'the site dropped its dates', 'test');
  await expect.poll(held, { timeout: 10_000 }).toBe(0);
  await expect.poll(dated, { timeout: 10_000 }).toBe(0);
  await expect(endDrift(world.app.commitDeps, 'alpha', 'again', 'test')).rejects.toThrow('holds nothing');
});

describe('what a second pair of eyes found', () => {
  /** Games of a source of their own; each test has one. */
  const put = (name: string, count: number, game: (number: number) => ShelfGame) => {
    const games: Record<string, ShelfGame> = {};
    for (let number = 1; number <= count; number++) games[String(number).padStart(3, '0')] = game(number);
    shelve(world.site.pages, name, games);
  };
  const tags = [{ category: 'tag' as const, name: 'sea' }];
  const descriptions = (text: string) => [{ language: 'en', text }];
  const tagged = async (source: string) =>
    Number(
      (
        await world.db.pool.query(`select count(*) from game where sources = array[$1] and tags::text like '%"sea"%'`, [
          source,
        ])
      ).rows[0].count,
    );

  test('a first import whose old games lack a field is no drift', async () => {
    put('beta', 120, (number) => ({ title: `Beta ${number} of ${number * 7}`, ...(number <= 60 && { tags }) }));
    await world.import({ sources: ['beta'] });
    expect([await drifts(), await held()]).toEqual([[], 0]);
  });

  test('of two fields that vanish, one that comes back does not let the other one go', async () => {
    const game = (text: string, whole: ShelfGame) => (number: number) => ({
      title: `Gamma ${number} of ${number * 7}`,
      releaseDate: '1999',
      ...whole,
      ...(text && { descriptions: descriptions(text) }),
    });
    put('gamma', 40, game('One.', { tags }));
    await world.import({ sources: ['gamma'] });
    put('gamma', 40, game('', {}));
    await world.import({ sources: ['gamma'] });
    expect((await drifts()).map(({ field }) => field)).toEqual(['descriptions', 'tags']);
    put('gamma', 40, game('Two.', {}));
    await world.import({ sources: ['gamma'] });
    expect((await drifts()).length).toBe(2);
    expect(await tagged('gamma')).toBe(40);
    put('gamma', 40, game('Three.', { tags }));
    await world.import({ sources: ['gamma'] });
    expect(await drifts()).toEqual([]);
    await expect.poll(held, { timeout: 10_000 }).toBe(0);
    expect(await tagged('gamma')).toBe(40);
  });

  test('after a drift nothing that was fine stays held: neither what never had the field nor what is new', async () => {
    const game = (text: string, without: number) => (number: number) => ({
      title: `Delta ${number} of ${number * 7}`,
      descriptions: descriptions(text),
      ...(number > without && number !== 20 && { tags }),
    });
    put('delta', 40, game('One.', 0));
    await world.import({ sources: ['delta'] });
    put('delta', 41, game('Two.', 41));
    await world.import({ sources: ['delta'] });
    expect((await drifts()).length).toBe(1);
    put('delta', 41, (number) =>
      number === 41 ? { title: 'Delta 41 of 287', descriptions: descriptions('Two.') } : game('Three.', 0)(number),
    );
    await world.import({ sources: ['delta'] });
    expect(await drifts()).toEqual([]);
    await expect.poll(held, { timeout: 10_000 }).toBe(0);
    expect(await tagged('delta')).toBe(39);
  });

  test('pages that were fine are not put back by a fall that begins around them', async () => {
    put('epsilon', 12, (number) => ({
      title: `Epsilon ${number} of ${number * 7}`,
      descriptions: descriptions('One.'),
      tags,
    }));
    await world.import({ sources: ['epsilon'] });
    put('epsilon', 12, (number) => ({
      title: `Epsilon ${number} of ${number * 7}`,
      descriptions: descriptions('Two.'),
      ...(number % 6 === 0 && { tags }),
    }));
    await world.import({ sources: ['epsilon'] });
    const { rows } = await world.db.pool.query(
      `select record->'descriptions'->0->>'text' as text from source_record where record_id = 'epsilon|006' or record_id = 'epsilon|012'`,
    );
    for (const { text } of rows) expect(['One.', 'Two.']).toContain(text);
    expect(await tagged('epsilon')).toBe(12);
  });
});
