/** The API as a stranger, an operator and a program meet it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Server, startServer } from '../src/api/server.ts';
import { rebuild } from '../src/rebuild.ts';
import { shelf, shelve } from './shelf.ts';
import { createWorld, type World } from './world.ts';

let world: World;
let server: Server;
let cookie = '';
beforeAll(async () => {
  world = await createWorld([shelf('alpha', 80), shelf('beta', 40)], { PORT: '0' });
  const games = Object.fromEntries(
    Array.from({ length: 30 }, (_, n) => [
      `${n}`,
      {
        title: `Game ${String(n).padStart(2, '0')}`,
        credits: [{ role: 'author' as const, name: ['Novak', 'Осин', 'Lunin'][n % 3] ?? '' }],
      },
    ]),
  );
  shelve(world.site.pages, 'alpha', { ...games, doubt: { title: 'Дом', credits: [{ role: 'author', name: 'X' }] } });
  shelve(world.site.pages, 'beta', { 5: { title: 'game 05', descriptions: [{ language: 'en', text: 'A text.' }] } });
  await world.import({ sources: ['alpha'] });
  await world.import({ sources: ['beta'] });
  server = await startServer(world.app, () => undefined);
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const get = (path: string, headers: Record<string, string> = { cookie }) =>
  fetch(`${server.url}${path}`, { headers, redirect: 'manual' });
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', cookie, ...headers },
    body: JSON.stringify(body),
  });
const signIn = (email: string, password: string) =>
  fetch(`${server.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ email, password, next: '/games' }),
  });

describe('a stranger', () => {
  test.each(['/api/overview', '/api/games', '/api/openapi.json', '/api/live', '/api/nothing', '/assets/app.js', '/'])(
    'gets 401 at %s',
    async (path) => {
      const response = await get(path, {});
      expect(response.status).toBe(401);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    },
  );

  test('is sent from a page to the sign-in page, and back after it', async () => {
    const response = await get('/games?search=x', { accept: 'text/html' });
    expect(response.headers.get('location')).toBe('/sign-in?next=%2Fgames%3Fsearch%3Dx');
    expect(await (await get('/sign-in?next=/games', { 'accept-language': 'ru' })).text()).toContain('Войти');
  });

  test('sees whether the server is well', async () => {
    expect(await (await get('/healthz', {})).json()).toEqual({ ok: true });
  });

  test('does not get in with a wrong password', async () => {
    expect((await signIn(server.first?.email ?? '', 'not the password')).status).toBe(401);
    expect((await signIn('nobody@example.org', 'x')).status).toBe(401);
  });

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'is not led away to %s after signing in',
    async (next) => {
      const page = await (await get(`/sign-in?next=${encodeURIComponent(next)}`, {})).text();
      expect(page).toContain('name="next" value="/"');
    },
  );
});

describe('an operator', () => {
  test('signs in with the password that was printed once', async () => {
    const response = await signIn(server.first?.email ?? '', server.first?.password ?? '');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/games']);
    const cookies = response.headers.getSetCookie();
    expect(cookies.every((line) => /HttpOnly/i.test(line) && /SameSite=Lax/i.test(line))).toBe(true);
    cookie = cookies.map((line) => line.split(';')[0]).join('; ');
    expect(await world.events('SignedIn')).toBe(1);
  });

  test('sees the overview', async () => {
    expect(await (await get('/api/overview')).json()).toMatchObject({
      games: 31,
      reviewsOpen: 0,
      running: [],
      recent: [{ status: 'done' }, { status: 'done' }],
    });
  });

  test('pages through the games without gap or repeat', async () => {
    const titles: string[] = [];
    let after = '';
    do {
      const page = (await (await get(`/api/games?limit=7${after && `&after=${after}`}`)).json()) as {
        games: { title: string }[];
        total: number;
        next: string | null;
      };
      expect(page.total).toBe(31);
      titles.push(...page.games.map(({ title }) => title));
      after = page.next ?? '';
    } while (after);
    expect(titles).toEqual([...Array.from({ length: 30 }, (_, n) => `Game ${String(n).padStart(2, '0')}`), 'Дом']);
  });

  test('finds games by title, by author, and literally', async () => {
    const search = async (words: string) =>
      ((await (await get(`/api/games?search=${encodeURIComponent(words)}`)).json()) as { total: number }).total;
    expect(await search('GAME 05')).toBe(1);
    expect(await search('осин game')).toBe(10);
    expect(await search('100%')).toBe(0);
    expect(await search("'; drop table game; --")).toBe(0);
  });

  test('reads a game whose every value says where it comes from', async () => {
    const { games } = (await (await get('/api/games?search=game%2005')).json()) as { games: { gameId: string }[] };
    const game = (await (await get(`/api/games/${games[0]?.gameId}`)).json()) as {
      fields: { field: string; values: { claims: { source: string }[] }[] }[];
      history: unknown[];
    };
    expect(game.fields.map(({ field }) => field)).toEqual(['title', 'descriptions', 'credits']);
    for (const { values } of game.fields) for (const { claims } of values) expect(claims.length).toBeGreaterThan(0);
    expect(game.history.length).toBeGreaterThanOrEqual(4);
  });

  test('pauses a source with a reason, and an import of it is refused', async () => {
    expect((await post('/api/sources/alpha/pause', { reason: '' })).status).toBe(409);
    expect(await (await post('/api/sources/alpha/pause', { reason: 'moving' })).json()).toMatchObject({
      state: 'paused',
      why: 'moving',
    });
    expect(await (await post('/api/runs', { sources: ['alpha'] })).json()).toMatchObject({
      status: 409,
      detail: expect.stringContaining('moving'),
    });
    expect(await (await post('/api/sources/alpha/resume', {})).json()).toMatchObject({ state: 'ready' });
  });

  test('starts an import and follows it', async () => {
    const response = await post('/api/runs', { sources: ['alpha'] });
    expect(response.status).toBe(202);
    const { runId } = (await response.json()) as { runId: string };
    await world.finished(runId);
    expect(await (await get(`/api/runs/${runId}`)).json()).toMatchObject({ status: 'done', trigger: 'dashboard' });
  });

  test('hears what changes, live', async () => {
    const abort = new AbortController();
    const stream = await fetch(`${server.url}/api/live`, { headers: { cookie }, signal: abort.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await post('/api/runs', { sources: ['beta'] });
    let heard = '';
    while (!heard.includes('event: changed')) heard += (await reader?.read())?.value ?? '';
    abort.abort();
    expect(JSON.parse(heard.split('data: ')[1]?.split('\n')[0] ?? '{}')).toMatchObject({
      topics: expect.arrayContaining(['runs']),
    });
  });
});

describe('a curator', () => {
  test('answers a doubtful match, and the record joins the game', async () => {
    shelve(world.site.pages, 'beta', {
      5: { title: 'game 05' },
      dom: { title: 'Дом', credits: [{ role: 'author', name: 'Y' }] },
    });
    await world.import({ sources: ['beta'] });
    const { reviews } = (await (await get('/api/reviews')).json()) as {
      reviews: { reviewId: string; candidates: { gameId: string; evidence: { feature: string }[] }[] }[];
    };
    expect(reviews).toHaveLength(1);
    const [review] = reviews;
    expect(review?.candidates[0]?.evidence.map(({ feature }) => feature)).toEqual(['title', 'author', 'rare title']);
    expect((await post(`/api/reviews/${review?.reviewId}/judgement`, { judgement: 'same' })).status).toBe(409);
    const judgement = {
      judgement: 'same',
      gameId: review?.candidates[0]?.gameId,
      reason: 'a pen name',
    };
    // A double click: one word counts, the other is told that it came late.
    const judged = await Promise.all([1, 2].map(() => post(`/api/reviews/${review?.reviewId}/judgement`, judgement)));
    expect(judged.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await (await get('/api/reviews')).json()).toMatchObject({ open: 0 });
    expect(await world.count(`game where name = 'Дом' and cardinality(sources) = 2`)).toBe(1);
    expect((await post(`/api/reviews/${review?.reviewId}/judgement`, { judgement: 'different' })).status).toBe(409);
  });

  test('merges games, looks before, and takes it back', async () => {
    const { games } = (await (await get('/api/games?limit=2')).json()) as { games: { gameId: string }[] };
    const [one, other] = games.map(({ gameId }) => gameId);
    const order = { kind: 'merge', games: [one, other], reason: 'a trial' };
    const preview = await (await post('/api/arrangements', { ...order, preview: true })).json();
    expect(preview).toMatchObject({ arrangementId: null, before: [{}, {}], after: [{}] });
    expect((await get(`/api/games/${other}`)).status).toBe(200);
    const made = (await (await post('/api/arrangements', order)).json()) as { arrangementId: string };
    const read = async (id = '') => ((await (await get(`/api/games/${id}`)).json()) as { gameId: string }).gameId;
    expect(await read(one)).toBe(await read(other));
    const { arrangements } = (await (await get('/api/arrangements')).json()) as { arrangements: { kind: string }[] };
    expect(arrangements.map(({ kind }) => kind)).toEqual(['merge', 'same']);
    expect((await post(`/api/arrangements/${made.arrangementId}/undo`, {})).status).toBe(200);
    expect([await read(one), await read(other)]).toEqual([one, other]);
    expect((await post(`/api/arrangements/${made.arrangementId}/undo`, {})).status).toBe(409);
    expect((await post('/api/arrangements', { kind: 'merge', games: [one, one] })).status).toBe(409);
  });
});

describe('a program', () => {
  test('finds every route in the OpenAPI 3.1 document', async () => {
    const document = (await (await get('/api/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, unknown>;
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/overview',
        '/api/runs',
        '/api/runs/{id}',
        '/api/sources/{name}',
        '/api/games',
        '/api/games/{id}',
        '/api/events',
        '/api/reviews/{id}/judgement',
        '/healthz',
      ]),
    );
  });

  test.each([
    ['/api/games?limit=0', 400],
    ['/api/games?limit=many', 400],
    ['/api/games/none', 404],
    ['/api/games/00000000-0000-7000-8000-000000000000', 404],
    ['/api/sources/none', 404],
    ['/api/runs/none', 404],
    ['/api/nothing', 404],
    ['/api/games?after=%00', 200],
    ['/api/events?game=x&before=1e9', 200],
  ])('%s answers %i', async (path, status) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    if (status >= 400)
      expect(await response.json()).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
  });

  test('pages through the log, newest first', async () => {
    const first = (await (await get('/api/events?limit=5')).json()) as { events: { position: string }[]; next: string };
    const second = (await (await get(`/api/events?limit=5&before=${first.next}`)).json()) as {
      events: { position: string }[];
    };
    const positions = [...first.events, ...second.events].map(({ position }) => Number(position));
    expect(positions).toEqual([...positions].sort((a, b) => b - a));
    expect(new Set(positions).size).toBe(10);
  });

  test('of another site may not act with the session', async () => {
    expect((await post('/api/runs', {}, { origin: 'https://evil.example' })).status).toBe(403);
  });
});

test('the views still equal the log', async () => {
  expect((await rebuild(world.db.pool, true)).differences).toEqual([]);
});
