/** Rules that are applied to every game: seen in `why`, changed by an operator, and then applied anew. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readGame } from '../src/catalogue/game.ts';
import { why } from '../src/catalogue/why.ts';
import type { RuleBook } from '../src/domain/rule-book.ts';
import { rebuild } from '../src/rebuild.ts';
import { countUses, ensureRules, isRedrafting, readRules, resetRules, setRules, shippedRules } from '../src/rules.ts';
import { sources } from '../src/sources/all.ts';
import { previewRules, tryRules } from '../src/try-rules.ts';
import { shelf, shelve } from './shelf.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld([shelf('alpha', 80), shelf('beta', 40)]);
  const many = Object.fromEntries(Array.from({ length: 450 }, (_, n) => [`n${n}`, { title: `Игра № ${n}` }]));
  shelve(world.site.pages, 'alpha', {
    ...many,
    1: {
      title: 'Маяк',
      credits: [
        { role: 'author', name: 'Вася П.' },
        { role: 'artist', name: 'Аноним' },
      ],
      tags: [
        { category: 'platform', name: 'Inform 7' },
        { category: 'tag', name: 'РПГ' },
      ],
    },
  });
  shelve(world.site.pages, 'beta', {});
  await world.import({ sources: ['alpha'] });
});
afterAll(() => world.close());

const lighthouse = async () => {
  const { rows } = await world.db.pool.query(`select game_id from game where name = 'Маяк'`);
  const game = await readGame(world.db.pool, rows[0]?.game_id);
  if (!game) throw new Error('The lighthouse is gone.');
  return game;
};
const valuesOf = async (field: string) =>
  (await lighthouse()).fields
    .find((one) => one.field === field)
    ?.values.map(({ value }) => {
      const { slug, name } = value as { slug?: string; name?: string };
      return slug ?? name;
    });
const redrafted = async () => {
  while (await isRedrafting(world.db.pool)) await sleep(50);
};
const changed = async (change: (book: RuleBook) => RuleBook) => {
  const { book } = await readRules(world.db.pool);
  const standing = await setRules(world.app.commitDeps, {
    book: change(book),
    reason: 'a test',
    actor: 'op@example.org',
  });
  await redrafted();
  return standing;
};

test('the rules that come with the program are written down once', async () => {
  expect(await readRules(world.db.pool)).toMatchObject({ shipped: true, changedBy: 'system', version: 1 });
  await ensureRules(world.app.commitDeps);
  expect(await world.events('RulesChanged')).toBe(1);
});

test('the shipped rules name only sources that there are', () => {
  const named = shippedRules.rules.flatMap(({ when }) =>
    [...(when.match(/s in \[(.*)\]/)?.[1] ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1]),
  );
  expect(named).toHaveLength(8);
  expect(named.filter((name) => !sources.some((source) => source.name === name))).toEqual([]);
});

describe('a game that rules added to', () => {
  test('is published with what they add', async () => {
    expect(await valuesOf('tags')).toEqual(['Inform 7', 'g_rpg', 'parser', 'os_web', 'os_win', 'os_linux', 'os_macos']);
  });

  test('says of each value which rule it is from, and of which record', async () => {
    const { fields } = await lighthouse();
    const reasons = await why(
      world.db.pool,
      fields.filter(({ field }) => field === 'tags'),
    );
    expect(reasons.slice(0, 3)).toMatchObject([
      { value: 'Inform 7 · platform', rule: null, recordId: 'alpha|1', match: 'it was the first page of the game' },
      {
        value: 'g_rpg · genre',
        rule: { name: 'genre:рпг', why: expect.stringContaining('turns into it') },
        recordId: 'alpha|1',
        url: 'http://alpha.test/game/1',
        bytes: expect.any(Number),
      },
      {
        value: 'parser · control',
        rule: { name: 'parser-tools', why: expect.stringContaining('typing') },
        recordId: 'rule|parser-tools',
        source: 'rule',
        bytes: null,
      },
    ]);
  });

  test('names the rules in import_metadata among those who feed its list', async () => {
    const { rows } = await world.db.pool.query(`select import_metadata->'tags' as tags from game where name = 'Маяк'`);
    expect(rows[0]?.tags).toEqual(expect.arrayContaining(['alpha|1', 'rule|parser-tools', 'rule|genre:рпг']));
  });

  test('is counted with its rules', async () => {
    expect(await countUses(world.db.pool)).toEqual(
      expect.arrayContaining([{ rule: 'parser-tools', games: 1, failed: 0, failure: null }]),
    );
  });

  test('can be asked which rules act on it', async () => {
    const { gameId } = await lighthouse();
    const trials = await tryRules(world.app.commitDeps, gameId as never, (await readRules(world.db.pool)).book);
    expect(trials).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rule: 'linux-and-mac-tools', adds: ['tags: os · os_linux', 'tags: os · os_macos'] }),
      ]),
    );
  });
});

describe('a change of rules', () => {
  const add: RuleBook['rules'][number] = {
    name: 'numbered',
    when: 'title.startsWith("Игра")',
    do: [{ add: 'tag', category: 'tag', name: { cel: '"номерная " + releaseDate' } }],
    why: 'Games with numbers are numbered.',
  };

  test('can be looked at before', async () => {
    const { book } = await readRules(world.db.pool);
    const preview = await previewRules(world.app.commitDeps, { ...book, rules: [add] });
    expect(preview).toMatchObject({ looked: 451, games: 451, changed: 451, failing: 0 });
    expect(preview.examples).toHaveLength(10);
    expect(preview.examples[0]).toMatchObject({ adds: ['tags: tag · номерная '] });
  });

  test('drafts every game anew and publishes those that come out differently', async () => {
    const published = await world.events('GamePublished');
    expect(await changed((book) => ({ ...book, rules: [...book.rules, add] }))).toMatchObject({
      shipped: false,
      changedBy: 'op@example.org',
      version: 2,
    });
    expect(await world.events('GamePublished')).toBe(published + 450);
    expect(await world.count(`game where tags @> '[{"by": ["rule|numbered"]}]'`)).toBe(450);
  });

  test('redirects people, and a black-listed name is published nowhere', async () => {
    await changed((book) => ({ ...book, people: { redirects: { 'вася п.': 'Василий Пупкин' }, ignored: ['Аноним'] } }));
    expect(await valuesOf('credits')).toEqual(['Василий Пупкин']);
    expect(await world.count(`game where search like '%аноним%'`)).toBe(0);
    const reasons = await why(
      world.db.pool,
      (await lighthouse()).fields.filter(({ field }) => field === 'credits'),
    );
    expect(reasons).toMatchObject([
      { rule: { why: '«вася п.» is another name of «Василий Пупкин».' }, recordId: 'alpha|1' },
    ]);
  });

  test('that fails at some games leaves them otherwise whole, and is counted', async () => {
    const risky = { ...add, name: 'risky', when: 'title != "Маяк" && title.substring(0, 6) == "Игра №"' };
    await changed((book) => ({
      ...book,
      rules: [...book.rules, { ...risky, when: `size(title) < 2 || ${risky.when}` }],
    }));
    const broken = { ...risky, name: 'broken', when: 'title == "A" || title == "Lighthouse" || tags[7].slug == "x"' };
    await changed((book) => ({ ...book, rules: [...book.rules, broken] }));
    const uses = await countUses(world.db.pool);
    expect(uses.find(({ rule }) => rule === 'broken')).toMatchObject({
      games: 0,
      failed: 451,
      failure: expect.stringContaining('index'),
    });
    expect(await world.count('game')).toBe(451);
  });

  test('is refused with rule and place, without a reason, without a difference, or when somebody was faster', async () => {
    const { book } = await readRules(world.db.pool);
    const attempt = (change: Partial<RuleBook>, reason = 'a test', expected?: number) =>
      setRules(world.app.commitDeps, { book: { ...book, ...change }, reason, actor: 'op', expected });
    await expect(attempt({ rules: [{ ...add, when: 'titel == ""' }] })).rejects.toThrow(
      'The rule «numbered», when: is not understood: unknown variable: titel at «titel == ""».',
    );
    await expect(attempt({ rules: [] }, ' ')).rejects.toThrow('reason');
    await expect(attempt({})).rejects.toThrow('stand already');
    await expect(attempt({ rules: [] }, 'x', 1)).rejects.toThrow('Somebody else');
  });

  test('can be taken back, and the catalogue is as it was', async () => {
    await resetRules(world.app.commitDeps, 'enough', 'op');
    await redrafted();
    expect(await world.count(`game where tags @> '[{"by": ["rule|numbered"]}]'`)).toBe(0);
    expect(await valuesOf('credits')).toEqual(['Вася П.', 'Аноним']);
    expect(await countUses(world.db.pool)).not.toContainEqual(expect.objectContaining({ rule: 'numbered' }));
  });

  test('leaves views that equal the log', async () => {
    expect((await rebuild(world.db.pool, true)).differences).toEqual([]);
  });
});
