/** The quality of matching and its models through the doors: the API that the dashboard asks, and the command line. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MatchQuality } from '../src/api/contract-match.ts';
import { type Server, startServer } from '../src/api/server.ts';
import { arrange } from '../src/arrange.ts';
import { shelf, shelve } from './shelf.ts';
import { createWorld, type World } from './world.ts';

const bin = fileURLToPath(new URL('../bin/variorum', import.meta.url));
let world: World;
let server: Server;
let cookie = '';
beforeAll(async () => {
  world = await createWorld([shelf('alpha', 80), shelf('beta', 40)], { PORT: '0' });
  const page = (name: string) => ({ title: 'The Quiet Pier', credits: [{ role: 'author' as const, name }] });
  shelve(world.site.pages, 'alpha', { pier: page('Vera Lunina') });
  shelve(world.site.pages, 'beta', { pier: page('Lantern Team') });
  await world.import();
  await arrange(world.app.commitDeps, {
    kind: 'pairs',
    pairs: [{ a: 'alpha|pier', b: 'beta|pier', judgement: 'same' }],
    actor: 'curator',
  });
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
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const ask = async (path: string, body?: object) => {
  const response = await fetch(`${server.url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const env = { PATH: process.env.PATH, DATABASE_URL: world.db.url };
    execFile(process.execPath, [bin, 'match', ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    );
  });

describe('before anything is trained', () => {
  test('the API answers quality with the shipped model alone', async () => {
    const { status, body } = await ask('/api/match/quality');
    expect(status).toBe(200);
    const quality = MatchQuality.parse(body);
    expect(quality.bins).toHaveLength(10);
    expect(quality).toMatchObject({ judged: 1, weeks: [{ judged: 1 }], recomparing: false });
    expect(quality.models).toEqual([
      {
        version: 0,
        trainedAt: null,
        pairs: 0,
        inForce: true,
        verdict: 'shipped',
        ece: null,
        logLoss: null,
        precision: null,
        recall: null,
      },
    ]);
  });

  test('the commands say the same', async () => {
    expect((await run('models')).out).toMatch(/0 \(in force\).*shipped/);
    expect((await run('quality')).out).toMatch(/^1 judged pair; model 0, in force, has not learnt from 1 of them/);
    expect(JSON.parse((await run('quality', '--json')).out)).toMatchObject({ judged: 1, unseen: 1 });
  });
});

describe('a model from too few judgements', () => {
  test('is trained when somebody says so, and not used', async () => {
    expect(await run('train')).toMatchObject({ code: 0, out: expect.stringContaining('too few judgements') });
    const { body } = await ask('/api/match/quality');
    expect(body.models).toMatchObject([{ version: 1, pairs: 1, inForce: false, verdict: 'too few' }, { version: 0 }]);
  });

  test('can be used all the same by the API, and left by the command', async () => {
    const used = await ask('/api/match/models/1/use', { reason: 'a trial' });
    expect(used).toMatchObject({ status: 200, body: { models: [{ version: 1, inForce: true }, { inForce: false }] } });
    expect(await run('use', '0', '--reason', 'the trial is over')).toMatchObject({ code: 0 });
    expect((await run('models')).out).toMatch(/0 \(in force\)/);
  });

  test('what cannot be is refused in one sentence', async () => {
    expect((await ask('/api/match/models/9/use', { reason: 'a trial' })).status).toBe(409);
    expect((await ask('/api/match/models/1/use', { reason: ' ' })).status).toBe(400);
    expect(await run('use', 'newest', '--reason', 'a trial')).toMatchObject({
      code: 2,
      err: '«newest» is no version: see `variorum match models`.\n',
    });
    expect((await run('use', '0', '--reason', 'again')).err).toBe('The model 0 is in force already.\n');
  });
});
