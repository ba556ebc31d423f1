/** Faults of the importer we replace, each as the behaviour that must not come back (reference: test cases R). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCounts, readOverview } from '../src/catalogue/overview.ts';
import type { Source } from '../src/domain/source.ts';
import { shelf, shelve } from './shelf.ts';
import { createWorld, type World } from './world.ts';

let world: World;

/** Its listing names further ones and ignores which was asked for; its pages want an address beside them. */
const odd = (): Source => {
  const base = shelf('odd', 50);
  return {
    ...base,
    list(page) {
      const read = base.list(page);
      if (read.kind !== 'listed') return read;
      const number = Number(/\?page=(\d+)/.exec(page.asked ?? page.url)?.[1] ?? 1);
      return { ...read, next: [`http://odd.test/list?page=${number + 1}`] };
    },
    beside: ({ asked = '' }) => (asked.endsWith('/links') ? ['http://odd.test/file?1', 'http://odd.test/file?2'] : []),
    extract(page) {
      const read = base.extract(page);
      if (read.kind !== 'records' || !page.beside) return read;
      const urls = [...page.beside].map(([, { text }]) => ({ category: 'download_direct' as const, url: text.trim() }));
      return { ...read, records: read.records.map((record) => ({ ...record, ...(urls.length > 0 && { urls }) })) };
    },
  };
};

beforeAll(async () => {
  world = await createWorld([shelf('alpha', 80), shelf('beta', 40), odd()], { VARIORUM_HOST_DELAY_MS: '5' });
});
afterAll(() => world.close());

const game = async (name: string) => (await world.db.pool.query('select * from game where name = $1', [name])).rows;

describe('R1, R2: no game without a title', () => {
  test('a page without its markers, or with a blank title, is broken and makes nothing', async () => {
    shelve(world.site.pages, 'alpha', { none: {}, blank: { title: '   ' }, good: { title: 'Good' } });
    const run = await world.import({ sources: ['alpha'] });
    expect(run.sources.alpha).toMatchObject({ broken: 2, records: 1, created: 1 });
    expect(await world.count('game')).toBe(1);
  });
});

test('R9: the same page twice in one import has one effect', async () => {
  shelve(world.site.pages, 'alpha', { twice: { title: 'Twice' } });
  const url = 'http://alpha.test/game/twice';
  await world.import({ urls: [url, url] });
  expect(await game('Twice')).toHaveLength(1);
});

test('R17: a record joined to a game is merged at once, without waiting for a change', async () => {
  shelve(world.site.pages, 'alpha', { lamp: { title: 'Lamp of the Deep' } });
  shelve(world.site.pages, 'beta', { lamp: { title: 'Lamp of the Deep', releaseDate: '2001' } });
  await world.import({ urls: ['http://alpha.test/game/lamp'] });
  await world.import({ urls: ['http://beta.test/game/lamp'] });
  expect((await game('Lamp of the Deep'))[0].release_date.value).toBe('2001');
});

test('R18: a tag that its only source takes back disappears', async () => {
  shelve(world.site.pages, 'alpha', { reef: { title: 'Reef', tags: [{ category: 'tag', name: 'wrong' }] } });
  await world.import({ urls: ['http://alpha.test/game/reef'] });
  expect(JSON.stringify((await game('Reef'))[0].tags)).toContain('wrong');
  shelve(world.site.pages, 'alpha', { reef: { title: 'Reef' } });
  await world.import({ urls: ['http://alpha.test/game/reef'] });
  expect(JSON.stringify((await game('Reef'))[0].tags)).not.toContain('wrong');
});

test('R20: a listing that ignores its page number comes to an end', async () => {
  shelve(world.site.pages, 'odd', { a: { title: 'Odd one' } });
  for (let page = 2; page < 50; page++) world.site.pages.set(`odd.test/list?page=${page}`, '["a"]');
  const before = world.site.hits.length;
  const run = await world.import({ sources: ['odd'] });
  expect(run.status).toBe('done');
  expect(world.site.hits.slice(before).filter((hit) => hit.includes('/list'))).toEqual([
    'odd.test/list',
    'odd.test/list?page=2',
  ]);
});

test('R19: a listing that shrinks by half raises an alarm, and nothing is marked missing', async () => {
  const all = Object.fromEntries(
    Array.from({ length: 30 }, (_, number) => [`g${number}`, { title: `Garden ${number} of ${number * 7}` }]),
  );
  shelve(world.site.pages, 'beta', all);
  await world.import({ sources: ['beta'] });
  expect(await world.events('ListingShrank')).toBe(0);
  shelve(world.site.pages, 'beta', Object.fromEntries(Object.entries(all).slice(0, 10)));
  await world.import({ sources: ['beta'] });
  const { rows } = await world.db.pool.query(
    `select payload->>'source' as source, payload->'found' as found from import_event where event_type = 'ListingShrank'`,
  );
  expect(rows).toEqual([{ source: 'beta', found: 10 }]);
  expect(
    Number(
      (await world.db.pool.query(`select count(*) from page where source = 'beta' and state = 'missing'`)).rows[0]
        .count,
    ),
  ).toBe(0);
  expect((await readOverview(world.db.pool, openCounts(world.db.pool))).sourcesIll).toContainEqual({
    source: 'beta',
    why: expect.stringMatching(/^its listing shrank: 10 pages were found, 3\d are known$/),
  });
});

describe('R22: links that only lead on are asked for like pages', () => {
  test('their answers reach the record, and their bytes are kept', async () => {
    shelve(world.site.pages, 'odd', { links: { title: 'Linked' } });
    world.site.pages.set('odd.test/file?1', 'http://cdn.test/one.zip');
    world.site.pages.set('odd.test/file?2', { status: 404 });
    await world.import({ urls: ['http://odd.test/game/links'] });
    const { rows } = await world.db.pool.query(
      `select record->'urls' as urls from source_record where record_id = 'odd|links'`,
    );
    expect(rows[0].urls).toEqual([{ category: 'download_direct', url: 'http://cdn.test/one.zip' }]);
    const { rows: beside } = await world.db.pool.query(
      `select jsonb_array_length(beside) as n from page where page_id = 'odd|links'`,
    );
    expect(beside[0].n).toBe(1);
  });

  test('and wait for their turn at the host', async () => {
    const { rows } = await world.db.pool.query(`select host from host_budget where host = 'odd.test'`);
    expect(rows).toHaveLength(1);
  });
});

describe('R31, R32: titles that are nearly alike, and addresses that are shared', () => {
  test('two of three words are no match', async () => {
    shelve(world.site.pages, 'alpha', { abv: { title: 'Ash Birch Cedar' } });
    shelve(world.site.pages, 'beta', { ab: { title: 'Ash Birch' } });
    await world.import({ urls: ['http://alpha.test/game/abv', 'http://beta.test/game/ab'] });
    expect(await game('Ash Birch')).toHaveLength(1);
  });

  test('a shared address under another title is asked about, not silently a second game', async () => {
    const urls = [{ category: 'game_page' as const, url: 'http://third.test/it' }];
    shelve(world.site.pages, 'alpha', { own: { title: 'The Cold Harbour', urls } });
    shelve(world.site.pages, 'beta', { own: { title: 'Midnight Tram', urls } });
    await world.import({ urls: ['http://alpha.test/game/own'] });
    await world.import({ urls: ['http://beta.test/game/own'] });
    expect(await game('Midnight Tram')).toHaveLength(0);
    const { rows } = await world.db.pool.query(`select title from review where status = 'open'`);
    expect(rows).toEqual([{ title: 'Midnight Tram' }]);
  });
});
