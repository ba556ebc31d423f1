/** The rules through the doors: the API that the dashboard asks, and the command line. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Server, startServer } from '../src/api/server.ts';
import type { RuleBook } from '../src/domain/rule-book.ts';
import { shelf, shelve } from './shelf.ts';
import { createWorld, type World } from './world.ts';

const bin = fileURLToPath(new URL('../bin/variorum', import.meta.url));
let world: World;
let server: Server;
let cookie = '';
let dir = '';
let gameId = '';
beforeAll(async () => {
  world = await createWorld([shelf('alpha', 80)], { PORT: '0' });
  shelve(world.site.pages, 'alpha', { 1: { title: 'Маяк', tags: [{ category: 'platform', name: 'Inform 7' }] } });
  await world.import();
  server = await startServer(world.app, () => undefined);
  const { email = '', password = '' } = server.first ?? {};
  const signedIn = await fetch(`${server.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ email, password, next: '/' }),
  });
  cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  dir = await mkdtemp(join(tmpdir(), 'variorum-rules-'));
  gameId = (await world.db.pool.query('select game_id from game')).rows[0]?.game_id;
});
afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
  await server.close();
  await world.close();
});

const ask = async (path: string, method = 'GET', body?: object) => {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const env = { PATH: process.env.PATH, DATABASE_URL: world.db.url };
    execFile(process.execPath, [bin, 'rules', ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    );
  });
const saved = async (document: unknown) => {
  const file = join(dir, 'rules.json');
  await writeFile(file, typeof document === 'string' ? document : JSON.stringify(document));
  return file;
};
const standing = async () => (await ask('/api/rules')).body as { book: RuleBook; version: number };

describe('the API', () => {
  test('answers the rules with what each did', async () => {
    const { status, body } = await ask('/api/rules');
    expect(status).toBe(200);
    expect(body).toMatchObject({ shipped: true, version: 1 });
    expect(body.uses).toContainEqual({ rule: 'parser-tools', games: 1, failed: 0, failure: null });
  });

  test('takes other ones, from who is signed in and says why', async () => {
    const { book } = await standing();
    const rules = book.rules.map((rule) => (rule.name === 'parser-tools' ? { ...rule, why: 'It listens.' } : rule));
    const changed = { book: { ...book, rules }, reason: 'a better sentence', version: 1 };
    expect(await ask('/api/rules', 'PUT', changed)).toMatchObject({
      status: 200,
      body: { shipped: false, version: 2, changedBy: server.first?.email, reason: 'a better sentence' },
    });
    expect(await ask('/api/rules', 'PUT', { ...changed, book })).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('Somebody else') },
    });
    expect(JSON.stringify((await ask(`/api/games/${gameId}`)).body)).toContain('It listens.');
  });

  test('says in one sentence which rule is wrong, and where', async () => {
    const { book } = await standing();
    const wrong = { ...book, rules: [{ ...book.rules[0], when: 'tags.like("platform")' }] };
    for (const [path, method] of [
      ['/api/rules', 'PUT'],
      ['/api/rules/preview', 'POST'],
    ] as const) {
      expect(await ask(path, method, { book: wrong, reason: 'x' })).toMatchObject({
        status: 409,
        body: { detail: expect.stringMatching(/^The rule «parser-tools», when: is not understood: .*\.$/) },
      });
    }
    const misspelt = { ...book, rules: [{ ...book.rules[0], wen: 'true' }] };
    expect(await ask('/api/rules', 'PUT', { book: misspelt, reason: 'x' })).toMatchObject({ status: 400 });
  });

  test('tells what they do for one game, and what others would change', async () => {
    const { body } = await ask(`/api/games/${gameId}/rules`);
    expect(body.rules).toContainEqual({
      rule: 'web-tools',
      why: 'Games made with this tool run in a browser.',
      failed: null,
      adds: ['tags: os · os_web'],
      takes: [],
    });
    expect((await ask('/api/games/none/rules')).status).toBe(404);
    const { book } = await standing();
    const preview = await ask('/api/rules/preview', 'POST', { book: { ...book, rules: [] } });
    expect(preview.body).toMatchObject({ looked: 1, changed: 1, examples: [{ title: 'Маяк', adds: [] }] });
  });
});

describe('the command line', () => {
  test('shows the rules as the document that it takes', async () => {
    expect((await run('list')).out).toContain('parser-tools');
    expect((await run('show', 'dos-tools')).out).toContain('tags.like("platform", "dosurq")');
    expect(await run('show', 'nothing')).toMatchObject({ code: 2, err: expect.stringContaining('parser-tools') });
    const { out } = await run('show');
    expect(JSON.parse(out)).toEqual((await standing()).book);
    expect((await run('check', await saved(out))).code).toBe(0);
    expect(await run('set', await saved(out), '--reason', 'x')).toMatchObject({
      code: 2,
      err: expect.stringContaining('nothing would change'),
    });
  });

  test('names rule and place of each mistake', async () => {
    const { book } = await standing();
    const [first] = book.rules;
    const checked = async (document: unknown) => (await run('check', await saved(document), '--json')).out;
    const mistakes = async (document: unknown) =>
      (JSON.parse(await checked(document)) as { mistakes: string[] }).mistakes;
    expect(await mistakes({ ...book, rules: [{ ...first, do: [{ add: 'tag', category: 'colour' }] }] })).toEqual([
      expect.stringMatching(/^The rule «parser-tools», do\[0\]\.category: /),
    ]);
    expect(await mistakes({ ...book, rules: [{ ...first, when: '1' }] })).toEqual([
      'The rule «parser-tools», when: gives int where bool is wanted.',
    ]);
    expect(await mistakes('{')).toEqual([expect.stringContaining('no JSON')]);
    expect((await run('check', join(dir, 'none.json'))).err).toContain('cannot be read');
  });

  test('tries a document on a game, puts it in force, and goes back', async () => {
    const { book } = await standing();
    const file = await saved({ ...book, rules: [], genres: [], lowerCase: [] });
    expect((await run('try', gameId)).out).toContain('adds tags: os · os_web');
    expect((await run('try', gameId, '--rules', file)).out).toBe('No rule applies to this game.\n');
    expect((await run('set', file, '--reason', 'none at all')).code).toBe(0);
    expect((await standing()).book.rules).toEqual([]);
    expect((await run('reset', '--reason', 'enough')).code).toBe(0);
    expect((await ask('/api/rules')).body).toMatchObject({ shipped: true, reason: 'enough' });
  });
});
