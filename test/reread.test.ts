/** A source learned to read more of its pages: what is stored is read again, and no site is asked. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Source } from '../src/domain/source.ts';
import { reread } from '../src/reread.ts';
import { shelf, shelve } from './shelf.ts';
import { createWorld, type World } from './world.ts';

let world: World;
/** What the source has learned by now. */
const skill = { dates: false, breaks: '' };

/** Reads dates only once it has learned to, and breaks on the page it is told to. */
const learning = (): Source => {
  const base = shelf('alpha', 80);
  return {
    ...base,
    extract(page) {
      if (skill.breaks !== '' && page.url.endsWith(skill.breaks))
        return { kind: 'broken', reason: `${page.url} is odd.` };
      const read = base.extract(page);
      if (read.kind !== 'records' || skill.dates) return read;
      return { ...read, records: read.records.map(({ releaseDate: _, ...record }) => record) };
    },
  };
};

beforeAll(async () => {
  world = await createWorld([learning()]);
  shelve(world.site.pages, 'alpha', {
    1: { title: 'Ash', releaseDate: '1998' },
    2: { title: 'Birch' },
    3: { title: 'Cedar', releaseDate: '2001' },
    4: { moved: 'http://alpha.test/game/1' },
  });
  await world.import();
});
afterAll(() => world.close());

const again = (dry: boolean) => {
  const [source] = world.app.sources;
  if (!source) throw new Error('no source');
  return reread(world.app.commitDeps, source, { dry, actor: 'test' });
};

test('while nothing was learned nothing changes, and nothing is appended', async () => {
  const before = [await world.events(), world.site.hits.length];
  expect(await again(false)).toMatchObject({ pages: 4, records: [], broken: [], mended: 0 });
  expect([await world.events(), world.site.hits.length]).toEqual(before);
});

test('a look says what would change, and keeps nothing', async () => {
  skill.dates = true;
  const before = await world.events();
  const result = await again(true);
  expect(result.fields).toEqual({ releaseDate: 2 });
  expect(result.records.map(({ title }) => title)).toEqual(['Ash', 'Cedar']);
  expect(result.records[0]?.fields).toEqual([{ field: 'releaseDate', before: null, now: '1998' }]);
  expect(await world.events()).toBe(before);
});

test('the real thing publishes just that, and asks no site', async () => {
  const hits = world.site.hits.length;
  const before = await world.events('RecordExtracted');
  expect(await again(false)).toMatchObject({ fields: { releaseDate: 2 } });
  expect(await world.events('RecordExtracted')).toBe(before + 2);
  expect(world.site.hits.length).toBe(hits);
  const { rows } = await world.db.pool.query(`select name from game where release_date is not null order by name`);
  expect(rows.map((row) => row.name)).toEqual(['Ash', 'Cedar']);
});

test('a page that can no longer be read is told, and mended when it can again', async () => {
  skill.breaks = '/2';
  expect(await again(false)).toMatchObject({ broken: [{ url: 'http://alpha.test/game/2' }], records: [] });
  expect(await again(false)).toMatchObject({ broken: [] });
  skill.breaks = '';
  expect(await again(false)).toMatchObject({ broken: [], mended: 1 });
  expect(await world.count('game')).toBe(3);
});
