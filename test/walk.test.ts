/** One record's way through everything, and what a second import adds. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shelf, shelve } from './shelf.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld([shelf('alpha', 80), shelf('beta', 40)]);
  shelve(world.site.pages, 'alpha', {
    1: {
      title: 'Маяк',
      credits: [{ role: 'author', name: 'A. Novak' }],
      descriptions: [{ language: 'ru', text: 'Смотритель маяка теряет свет.' }],
      releaseDate: '2019',
      urls: [{ category: 'game_page', url: 'http://alpha.test/game/1' }],
    },
    2: { title: 'Дом' },
  });
  shelve(world.site.pages, 'beta', {
    'x-1': {
      title: 'маяк!',
      credits: [{ role: 'author', name: 'a. novak' }],
      descriptions: [
        { language: 'ru', text: 'Другой текст.' },
        { language: 'en', text: 'A keeper loses the light.' },
      ],
      releaseDate: '2019-06-03',
      tags: [{ category: 'tag', name: 'sea' }],
    },
  });
});
afterAll(() => world.close());

test('a first import publishes every game, and pages of one game meet in it', async () => {
  const run = await world.import();
  expect(run.status).toBe('done');
  expect(run.sources.alpha).toMatchObject({ fetched: 2, records: 2, failed: 0 });
  expect(run.sources.beta).toMatchObject({ fetched: 1, records: 1, failed: 0 });
  expect(await world.count('game')).toBe(2);
});

test('every value says whose it is, and what others say stands beside it', async () => {
  const { rows } = await world.db.pool.query(
    `select title, descriptions, release_date, import_metadata from game where name = 'Маяк'`,
  );
  const [game] = rows;
  expect(game.title).toEqual({ value: 'Маяк', by: ['alpha|1'], variants: [{ value: 'маяк!', by: ['beta|x-1'] }] });
  expect(game.descriptions).toEqual([
    { language: 'en', value: 'A keeper loses the light.', by: ['beta|x-1'], variants: [] },
    {
      language: 'ru',
      value: 'Смотритель маяка теряет свет.',
      by: ['alpha|1'],
      variants: [{ value: 'Другой текст.', by: ['beta|x-1'] }],
    },
  ]);
  expect(game.release_date).toEqual({ value: '2019-06-03', by: ['beta|x-1', 'alpha|1'], variants: [] });
  expect(game.import_metadata['descriptions.en']).toMatchObject({
    source: 'beta',
    url: 'http://beta.test/game/x-1',
    recordId: 'beta|x-1',
  });
});

test('the same import again appends no game, record or match event', async () => {
  const before = await world.events();
  const run = await world.import();
  expect(run.sources.alpha).toMatchObject({ fetched: 0, unchanged: 2, records: 0 });
  expect(await world.events()).toBe(before + 2);
  expect(await world.events('RunFinished')).toBe(2);
});

test('a changed page changes its game and nothing else', async () => {
  shelve(world.site.pages, 'alpha', {
    1: { title: 'Маяк', descriptions: [{ language: 'ru', text: 'Новый текст.' }] },
    2: { title: 'Дом' },
  });
  const published = await world.events('GamePublished');
  const run = await world.import();
  expect(run.sources.alpha).toMatchObject({ fetched: 1, unchanged: 1, records: 1, updated: 1 });
  expect(await world.events('GamePublished')).toBe(published + 1);
});
