/** Where pages lead: to other pages of the same game, to people, and away from old addresses. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shelf, shelve } from './shelf.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  // Gamma keeps people and games at like addresses.
  const gamma = { ...shelf('gamma', 30), claims: (url: string) => url.startsWith('http://gamma.test/') };
  world = await createWorld([shelf('alpha', 80), shelf('beta', 40), gamma]);
});
afterAll(() => world.close());

const pagesIn = async (state: string) => {
  const { rows } = await world.db.pool.query('select page_id from page where state = $1 order by page_id', [state]);
  return rows.map((row) => row.page_id as string);
};

test("a page that links to the same game elsewhere leads to that site's page", async () => {
  shelve(world.site.pages, 'alpha', {
    lighthouse: {
      title: 'Lighthouse',
      urls: [
        { category: 'game_page', url: 'http://beta.test/game/light' },
        { category: 'forum', url: 'http://beta.test/game/thread' },
      ],
    },
  });
  shelve(world.site.pages, 'beta', { light: { title: 'Lighthouse', releaseDate: '2019' }, thread: { title: 'Talk' } });
  await world.import({ sources: ['alpha'] });
  expect(await pagesIn('fetched')).toEqual(['alpha|lighthouse', 'beta|light']);
  expect(await world.count('game')).toBe(1);
});

test('an unrelated page that is linked is read, but is no second identity of the game', async () => {
  shelve(world.site.pages, 'alpha', {
    storm: { title: 'Storm', urls: [{ category: 'game_page', url: 'http://beta.test/game/engine' }] },
  });
  shelve(world.site.pages, 'beta', { engine: { title: 'A Text Game Engine for Everybody' } });
  await world.import({ urls: ['http://alpha.test/game/storm'] });
  expect(await pagesIn('fetched')).toContain('beta|engine');
  const { rows } = await world.db.pool.query(
    `select name from source_record join game using (game_id) where record_id in ('alpha|storm', 'beta|engine') order by name`,
  );
  expect(rows).toEqual([{ name: 'Storm' }]);
  const { rows: asked } = await world.db.pool.query(`select kind, title from review where status = 'open'`);
  expect(asked).toEqual([{ kind: 'match', title: 'A Text Game Engine for Everybody' }]);
});

test('a page that only points elsewhere makes no game, and its address joins those of the game it leads to', async () => {
  shelve(world.site.pages, 'alpha', {
    old: { moved: 'http://alpha.test/game/lighthouse' },
    lighthouse: { title: 'Lighthouse' },
  });
  await world.import({ urls: ['http://alpha.test/game/old'] });
  expect(await pagesIn('moved')).toEqual(['alpha|old']);
  const { rows } = await world.db.pool.query(
    `select record->'urls' as urls from source_record where record_id = 'alpha|lighthouse'`,
  );
  expect(JSON.stringify(rows[0].urls)).toContain('http://alpha.test/game/old');
});

test('it leads there too when the other page was never seen before', async () => {
  shelve(world.site.pages, 'alpha', {
    before: { moved: 'http://alpha.test/game/after' },
    after: { title: 'Moved House' },
  });
  await world.import({ urls: ['http://alpha.test/game/before'] });
  const { rows } = await world.db.pool.query(
    `select record->'urls' as urls from source_record where record_id = 'alpha|after'`,
  );
  expect(rows[0].urls).toEqual([{ category: 'game_page', url: 'http://alpha.test/game/before' }]);
});

test('pages that lead in a circle are broken, and say so', async () => {
  shelve(world.site.pages, 'alpha', {
    a: { moved: 'http://alpha.test/game/b' },
    b: { moved: 'http://alpha.test/game/a' },
    self: { moved: 'http://alpha.test/game/self' },
    away: { moved: 'http://gamma.test/' },
  });
  await world.import({
    urls: ['http://alpha.test/game/a', 'http://alpha.test/game/self', 'http://alpha.test/game/away'],
  });
  const { rows } = await world.db.pool.query(
    `select page_id, reason from page where state = 'broken' order by page_id`,
  );
  expect(rows.map((row) => row.page_id)).toEqual(['alpha|away', 'alpha|b', 'alpha|self']);
  expect(rows[1].reason).toMatch(/leads to .* and that leads back/);
});

test('credits lead to the pages of people, by whatever name', async () => {
  shelve(world.site.pages, 'alpha', {
    isle: {
      title: 'Isle',
      credits: [{ role: 'author', name: 'V. Lunina', url: 'http://alpha.test/person/old-lunina' }],
    },
  });
  world.site.pages.set('alpha.test/person/old-lunina', JSON.stringify({ moved: 'http://alpha.test/person/lunina' }));
  world.site.pages.set('alpha.test/person/lunina', JSON.stringify({ name: 'Vera Lunina', bio: 'Writes games.' }));
  await world.import({ urls: ['http://alpha.test/game/isle'] });
  const { rows } = await world.db.pool.query('select person_id, name, person from person');
  expect(rows).toMatchObject([
    {
      person_id: 'alpha|lunina',
      name: 'Vera Lunina',
      person: { otherNames: ['old-lunina'], biography: { text: 'Writes games.' } },
    },
  ]);
});

test('every game of a page is followed, but not those of a whole catalogue', async () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, number) => ({
      title: `${['Amber', 'Basalt', 'Coral'][number % 3]} Tower ${number}`,
      urls: [{ category: 'game_page' as const, url: `http://beta.test/game/tower-${count}-${number}` }],
    }));
  shelve(world.site.pages, 'alpha', { few: { title: 'x', many: many(3) }, all: { title: 'x', many: many(25) } });
  await world.import({ urls: ['http://alpha.test/game/few', 'http://alpha.test/game/all'] });
  const { rows } = await world.db.pool.query(
    `select key from page where source = 'beta' and key like 'tower-%' order by key`,
  );
  expect(rows.map((row) => row.key)).toEqual(['tower-3-0', 'tower-3-1', 'tower-3-2']);
});

test('pages that a limited import only found wait for the next whole one', async () => {
  shelve(world.site.pages, 'alpha', {
    wait: { title: 'Waiting Room', urls: [{ category: 'game_page', url: 'http://beta.test/game/waits' }] },
  });
  shelve(world.site.pages, 'beta', { waits: { title: 'Waiting Room' } });
  await world.import({ sources: ['alpha'], limit: 1 });
  expect(await pagesIn('discovered')).toEqual(['beta|waits']);
  await world.import({ sources: ['beta'] });
  expect(await pagesIn('discovered')).toEqual([]);
});

test('a person whose page moved is no game, even where games have like addresses', async () => {
  shelve(world.site.pages, 'gamma', {
    fog: { title: 'Fog', credits: [{ role: 'author', name: 'P. Osin', url: 'http://gamma.test/person/osin' }] },
  });
  world.site.pages.set('gamma.test/person/osin', JSON.stringify({ moved: 'http://gamma.test/person/p-osin' }));
  world.site.pages.set('gamma.test/person/p-osin', JSON.stringify({ name: 'Pyotr Osin' }));
  await world.import({ urls: ['http://gamma.test/game/fog'] });
  const { rows } = await world.db.pool.query(`select page_id, state from page where source = 'gamma' order by page_id`);
  expect(rows).toEqual([
    { page_id: 'gamma|fog', state: 'fetched' },
    { page_id: 'gamma|person:osin', state: 'moved' },
    { page_id: 'gamma|person:p-osin', state: 'fetched' },
  ]);
});

test('the same imports again bring nothing new', async () => {
  const before = [
    await world.events('RecordExtracted'),
    await world.events('PersonExtracted'),
    await world.events('PageMoved'),
  ];
  await world.import({
    urls: ['http://alpha.test/game/isle', 'http://alpha.test/game/old', 'http://alpha.test/game/before'],
  });
  expect([
    await world.events('RecordExtracted'),
    await world.events('PersonExtracted'),
    await world.events('PageMoved'),
  ]).toEqual(before);
});
