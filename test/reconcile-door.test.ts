/** The reconciliation service as strangers, foreign pages and people of ill will meet it; and what is kept of feedback. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, name, openDesk, property } from './reconcile-desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

describe('feedback', () => {
  const said = async (judgement: string, entity?: string) => {
    const [{ id = '' } = {}] = await desk.match(name('Grimhold'));
    return { query: 'Grimhold', entity: entity ?? id, judgement };
  };

  test('is kept as an event with who said it', async () => {
    const response = await desk.send('/reconcile/feedback', await said('same'), { cookie: desk.cookie });
    expect(response.status).toBe(201);
    const { query } = (await response.json()) as { query: string };
    const { rows } = await desk.world.db.pool.query(
      `select stream, actor, payload from import_event where event_type = 'ReconciliationJudged'`,
    );
    expect(rows).toEqual([
      {
        stream: `reconcile:${query}`,
        actor: 'admin@variorum.local',
        payload: expect.objectContaining({
          query: [{ property: null, values: ['Grimhold'] }],
          judgement: 'same',
        }),
      },
    ]);
  });

  test('wants a session, however the address is spelled, and a page of ours', async () => {
    const body = await said('different');
    expect((await desk.send('/reconcile/feedback', body)).status).toBe(401);
    expect((await desk.send('/reconcile/%66eedback', body)).status).toBe(401);
    expect(
      (await desk.send('/reconcile/feedback', body, { cookie: desk.cookie, origin: 'https://evil.example' })).status,
    ).toBe(403);
    expect(await desk.world.events('ReconciliationJudged')).toBe(1);
  });

  test('about no game, or without a clear word, is refused', async () => {
    expect((await desk.send('/reconcile/feedback', await said('maybe'), { cookie: desk.cookie })).status).toBe(400);
    expect((await desk.send('/reconcile/feedback', await said('same', 'x'), { cookie: desk.cookie })).status).toBe(404);
  });
});

describe('pages of other sites', () => {
  test('may ask, with a preflight, and never with cookies', async () => {
    const origin = 'http://127.0.0.1:3333';
    const preflight = await fetch(`${desk.server.url}/reconcile/match`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
    const asked = await desk.send('/reconcile/match', { queries: [] }, { origin });
    for (const { headers } of [
      preflight,
      asked,
      await desk.get('/reconcile', { origin }),
      await desk.send('/reconcile/match', '{', { origin }),
    ]) {
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    }
    expect(await asked.json()).toEqual({ results: [] });
  });

  test('get nothing else', async () => {
    const response = await desk.get('/api/games', { origin: 'http://127.0.0.1:3333' });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([401, null]);
    expect((await desk.get('/reconcile/nothing')).status).toBe(401);
  });
});

describe('what cannot be used', () => {
  const sentence = async (response: Response) => {
    const { status, detail } = (await response.json()) as { status: number; detail: string };
    return `${status} ${detail}`;
  };

  test.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /^400 .+/],
    ['no batch', [], /^400 .+/],
    ['no queries', {}, /^400 queries: must be a list/],
    ['no condition', { queries: [{ conditions: [] }] }, /^400 queries\.0\.conditions: must have at least one/],
    [
      'an unknown kind of match',
      { queries: [{ conditions: [{ matchType: 'x', propertyValue: 1 }] }] },
      /must be "name" or "property"/,
    ],
    ['no value', { queries: [{ conditions: [{ matchType: 'name' }] }] }, /^400 .*propertyValue/],
    [
      'a property without its id',
      { queries: [{ conditions: [{ matchType: 'property', propertyValue: 1 }] }] },
      /must have a propertyId/,
    ],
    ['a limit of nothing', { queries: [{ conditions: [name('x')], limit: 0 }] }, /from 1 on/],
  ])('%s is answered with a sentence', async (_, body, expected) => {
    expect(await sentence(await desk.send('/reconcile/match', body))).toMatch(expected);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['no JSON', { queries: '{q0' }, /^400 The parameter queries is not JSON/],
    ['a list', { queries: '[]' }, /^400 queries must be an object/],
    ['an empty query', { queries: '{"q0":{}}' }, /^400 queries\.q0 must have a query or properties\.$/],
    ['a bad limit', { queries: '{"q0":{"query":"x","limit":-1}}' }, /^400 queries\.q0\.limit must be/],
    ['nothing', {}, /^400 The request has neither/],
    ['an odd extension', { extend: '{"ids":"x"}' }, /^400 extend\.ids must be a list/],
  ])('%s in the form of 0.2 too', async (_, fields, expected) => {
    expect(await sentence(await desk.form(fields))).toMatch(expected);
  });

  test('more than a batch is 413, in either form, and so is a body without end', async () => {
    const many = Array.from({ length: 51 }, () => ({ conditions: [name('x')] }));
    expect(await sentence(await desk.send('/reconcile/match', { queries: many }))).toMatch(/^413 .*at most 50/);
    const old = Object.fromEntries(many.map((_, index) => [`q${index}`, { query: 'x' }]));
    expect(await sentence(await desk.form({ queries: JSON.stringify(old) }))).toMatch(/^413 /);
    expect((await desk.send('/reconcile/match', { queries: 'x'.repeat(1_100_000) })).status).toBe(413);
  });

  test.each([
    ['a command', `'; drop table game; --`],
    ['signs of patterns', '%_\\'],
    ['half a letter', '\u0000\ud800 half'],
    ['brackets', '(((((((((((((((((((('],
    ['nothing', '   '],
    ['ten thousand words', 'a '.repeat(10_000)],
    ['one long number', '0'.repeat(100_000)],
    ['a part of the language', '__proto__'],
    ['a template', '{id} {{id}}'],
    ['pictures', '🎮🎮🎮'],
    ['half an address', 'http://'],
  ])('as a name, %s is a name like any other', async (_, hostile) => {
    const ids = ['authors', 'date', 'identifiers', 'url', 'platforms'];
    const conditions = [name(hostile), ...ids.map((id) => property(id, hostile))];
    const response = await desk.send('/reconcile/match', { queries: [{ conditions }] });
    expect([response.status, await response.json()]).toEqual([200, { results: [{ candidates: expect.any(Array) }] }]);
    const prefix = encodeURIComponent(hostile.toWellFormed().slice(0, 400));
    expect((await desk.get(`/reconcile/suggest/entity?prefix=${prefix}`)).status).toBe(200);
    expect(await desk.world.count('game')).toBe(8);
  });

  test('queries named like parts of the language come back by their names', async () => {
    const answer = await (
      await desk.form({ queries: '{"constructor":{"query":"Grimhold"},"toString":{"query":"x"}}' })
    ).json();
    expect(Object.keys(answer as object)).toEqual(['constructor', 'toString']);
  });
});

test('with VARIORUM_RECONCILE=closed a stranger gets nothing, and who is signed in all', async () => {
  const closed = await openDesk({ VARIORUM_RECONCILE: 'closed' });
  const asked = [await closed.get('/reconcile'), await closed.send('/reconcile/match', { queries: [] })];
  expect(asked.map(({ status }) => status)).toEqual([401, 401]);
  expect((await closed.get('/reconcile', { cookie: closed.cookie })).status).toBe(200);
  await closed.close();
});

test('who asks too often is told when to come back', async () => {
  const answers: Response[] = [];
  for (let round = 0; round < 31; round++) {
    const some = Array.from({ length: 20 }, () => desk.get('/reconcile/suggest/type'));
    answers.push(...(await Promise.all(some)));
  }
  const refused = answers.find(({ status }) => status === 429);
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused?.headers.get('access-control-allow-origin')).toBe('*');
  expect(await refused?.json()).toMatchObject({
    detail: expect.stringMatching(/^At most 600 requests a minute: wait \d+ s\.$/),
  });
});
