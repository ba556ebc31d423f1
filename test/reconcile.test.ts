/** The reconciliation service as OpenRefine and clients of the draft 1.0 use it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Candidate, type Desk, name, openDesk, property } from './reconcile-desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const matched = async (...conditions: object[]) =>
  (await desk.match(...conditions)).filter((candidate) => candidate.match).map((candidate) => candidate.name);

describe('the manifest', () => {
  test('is that of the draft 1.0', async () => {
    const manifest = (await (await desk.get('/reconcile')).json()) as Record<string, unknown>;
    expect(manifest).toEqual({
      versions: ['1.0-draft'],
      name: expect.any(String),
      dir: 'auto',
      serviceVersion: expect.any(String),
      view: { url: `${desk.server.url}/games/{id}` },
      defaultTypes: [{ id: 'game', name: 'Game' }],
      preview: { width: expect.any(Number), height: expect.any(Number) },
      suggest: { entity: true, property: true, type: true },
      extend: { proposeProperties: true, propertySettings: [] },
      batchSize: 50,
      standardizedScore: true,
    });
  });

  test('is that of 0.2 at its own address, and for OpenRefine, which asks as jQuery does', async () => {
    const own = await (await desk.get('/reconcile/0.2')).json();
    const accept = 'application/json, text/javascript, */*; q=0.01';
    const asked = await desk.get('/reconcile', { accept });
    expect(asked.headers.get('vary')).toContain('accept');
    expect(await asked.json()).toEqual(own);
    expect(own).toMatchObject({
      versions: ['0.1', '0.2'],
      identifierSpace: `${desk.server.url}/games/`,
      schemaSpace: expect.stringContaining('http'),
      view: { url: `${desk.server.url}/games/{{id}}` },
      preview: { url: `${desk.server.url}/reconcile/preview?id={{id}}` },
      suggest: { entity: { service_url: desk.server.url, service_path: '/reconcile/suggest/entity' } },
      extend: { propose_properties: { service_url: desk.server.url, service_path: '/reconcile/extend/propose' } },
    });
  });
});

describe('a query of the draft 1.0', () => {
  test('finds the game with a score, features and the decision', async () => {
    const [best] = await desk.match(name('Grimhold'), property('authors', 'Vera Lunina'));
    expect(best).toMatchObject({ name: 'Grimhold', match: true, type: [{ id: 'game', name: 'Game' }] });
    expect(best?.score).toBeGreaterThan(95);
    expect(best?.score).toBeLessThanOrEqual(100);
    const features = new Map(best?.features.map(({ id, value }) => [id, value]));
    expect(features.size).toBe(best?.features.length);
    expect(features.get('title')).toBeGreaterThan(0);
    expect(features.get('author')).toBeGreaterThan(0);
  });

  test.each([
    ['Grimhold', ['Grimhold']],
    ['Grimhold 2', ['Grimhold II']],
    ['Grimhold III', ['Grimhold 3']],
    ['Grimhold IV', []],
    ['Grimhold Soundtrack', ['Grimhold Soundtrack']],
  ])('«%s» matches %j and no other of its series', async (title, names) => {
    expect(await matched(name(title))).toEqual(names);
  });

  test('is no match while two games are as likely, and is one when a property tells them apart', async () => {
    const both = await desk.match(name('Silent Harbour'));
    expect(both.map((candidate) => [candidate.name, candidate.match])).toEqual([
      ['Silent Harbour', false],
      ['Silent Harbour', false],
    ]);
    const [best, next] = await desk.match(
      name('Silent Harbour'),
      property('authors', ['Karl Novak']),
      property('year', 2016),
    );
    expect(best?.match).toBe(true);
    expect(best?.score).toBeGreaterThan(next?.score ?? 0);
  });

  test('finds by other titles, by scripts and spellings, by identifier, by address and by id', async () => {
    expect(await matched(name('The Green Lamp'))).toEqual(['Зелёная лампа']);
    expect(await matched(name('Зеленая лампа'))).toEqual(['Зелёная лампа']);
    expect((await desk.match(name('Silennt Harbuor'))).map((candidate) => candidate.name)).toContain('Silent Harbour');
    expect(await matched(name('Grim hold'), property('identifiers', 'tuid:grim-1'))).toEqual(['Grimhold']);
    expect(await matched(name('http://www.grimhold.example'))).toEqual(['Grimhold']);
    const [best] = await desk.match(name('Grimhold II'));
    const [itself] = await desk.match(name(best?.id));
    expect(itself).toMatchObject({ id: best?.id, score: 100, match: true });
  });

  test('leaves out what does not fulfil a required condition', async () => {
    const years = async (more: object) =>
      (await desk.match(name('Silent Harbour'), property('releaseDate', '1998', more))).length;
    expect(await years({})).toBe(2);
    expect(await years({ required: true })).toBe(1);
    expect(await years({ matchQuantifier: 'none' })).toBe(1);
    expect(
      await desk.match(name('Silent Harbour'), property('authors', ['Anna Berg', 'Karl Novak'], { required: true })),
    ).toHaveLength(2);
    expect(
      await desk.match(
        name('Silent Harbour'),
        property('authors', ['Anna Berg', 'Karl Novak'], { required: true, matchQuantifier: 'all' }),
      ),
    ).toEqual([]);
    expect(await desk.match(name('Silent Harbour'), property('spouse', 'Anna Berg', { required: true }))).toEqual([]);
  });

  test('takes no more candidates than its limit, and answers in the order of the batch', async () => {
    const queries = ['Silent Harbour', 'No such game at all', 'Grimhold'].map((title) => ({
      conditions: [name(title)],
      limit: 1,
      type: 'game',
    }));
    const { results } = (await (await desk.send('/reconcile/match', { queries })).json()) as {
      results: { candidates: Candidate[] }[];
    };
    expect(results.map(({ candidates }) => candidates.map((candidate) => candidate.name))).toEqual([
      ['Silent Harbour'],
      [],
      ['Grimhold'],
    ]);
  });
});

describe('OpenRefine', () => {
  const queries = JSON.stringify({
    q0: {
      query: 'Grimhold',
      type: 'game',
      type_strict: 'should',
      limit: 6,
      properties: [{ pid: 'authors', v: 'Vera Lunina' }],
    },
    q1: { query: 'Nothing of the kind', limit: '3' },
  });

  test.each(['/reconcile', '/reconcile/0.2'])('sends its queries as a form to %s, or in the address', async (path) => {
    const posted = (await (await desk.form({ queries }, path)).json()) as Record<string, { result: Candidate[] }>;
    expect(Object.keys(posted)).toEqual(['q0', 'q1']);
    expect(posted.q0?.result[0]).toMatchObject({ name: 'Grimhold', match: true });
    expect(posted.q1?.result).toEqual([]);
    expect(await (await desk.get(`${path}?queries=${encodeURIComponent(queries)}`)).json()).toEqual(posted);
  });

  test('or another client may send the same as JSON, in either form', async () => {
    const answered = async (queries: unknown) =>
      JSON.stringify(await (await desk.send('/reconcile', { queries })).json());
    expect(await answered({ q0: { query: 'Grimhold' } })).toMatch(/^\{"q0":\{"result":\[\{"id"/);
    expect(await answered([{ conditions: [name('Grimhold')] }])).toMatch(/^\{"results":\[\{"candidates":\[\{"id"/);
  });

  test('fetches columns, with an empty cell where there is no value', async () => {
    const [{ id = '' } = {}] = await desk.match(name('Grimhold II'));
    const extend = JSON.stringify({ ids: [id], properties: [{ id: 'authors' }, { id: 'platforms' }] });
    expect(await (await desk.form({ extend })).json()).toEqual({
      meta: [
        { id: 'authors', name: 'Authors' },
        { id: 'platforms', name: 'Platforms' },
      ],
      rows: { [id]: { authors: [{ str: 'Vera Lunina' }], platforms: [{}] } },
    });
  });

  test('shows flyouts', async () => {
    const [{ id = '' } = {}] = await desk.match(name('Grimhold'));
    expect(await (await desk.get(`/reconcile/flyout/entity?id=${id}`)).json()).toMatchObject({
      id,
      html: expect.stringContaining('1993'),
    });
    expect(await (await desk.get('/reconcile/flyout/property?id=authors')).json()).toMatchObject({ id: 'authors' });
    expect((await desk.get('/reconcile/flyout/entity?id=nothing')).status).toBe(404);
  });
});

describe('beside matching', () => {
  const suggested = async (path: string) =>
    ((await (await desk.get(`/reconcile/suggest/${path}`)).json()) as { result: { id: string; name: string }[] })
      .result;

  test('games are suggested by their beginning, by what they hold, and by id', async () => {
    expect((await suggested('entity?prefix=grim&limit=2')).map((one) => one.name)).toEqual(['Grimhold', 'Grimhold 3']);
    expect((await suggested('entity?prefix=grim&limit=2&offset=2')).map((one) => one.name)).toEqual([
      'Grimhold II',
      'Grimhold Soundtrack',
    ]);
    expect((await suggested('entity?prefix=harb')).map((one) => one.name)).toEqual([
      'Silent Harbour',
      'Silent Harbour',
    ]);
    expect(await suggested('entity?prefix=%25')).toEqual([]);
    expect((await suggested('entity?prefix=')).length).toBe(8);
    const [{ id = '' } = {}] = await desk.match(name('Grimhold'));
    expect((await suggested(`entity?prefix=${id}`)).map((one) => one.id)).toEqual([id]);
  });

  test('properties and types are suggested', async () => {
    expect((await suggested('property?prefix=auth')).map((one) => one.id)).toEqual(['authors']);
    expect((await suggested('property?prefix=')).length).toBeGreaterThan(8);
    expect(await suggested('type?prefix=g')).toEqual([{ id: 'game', name: 'Game' }]);
  });

  test('properties are proposed and their values fetched', async () => {
    expect(await (await desk.get('/reconcile/extend/propose?type=game&limit=2')).json()).toEqual({
      type: 'game',
      limit: 2,
      properties: [
        { id: 'authors', name: 'Authors' },
        { id: 'publishers', name: 'Publishers' },
      ],
    });
    const [{ id = '' } = {}] = await desk.match(name('Grimhold'));
    const body = { ids: [id, 'unknown'], properties: [{ id: 'releaseDate' }, { id: 'identifiers' }] };
    expect(await (await desk.send('/reconcile/extend', body)).json()).toMatchObject({
      rows: [
        {
          id,
          properties: [
            { id: 'releaseDate', values: [{ str: '1993-12-10' }] },
            { id: 'identifiers', values: [{ str: 'tuid:grim-1' }] },
          ],
        },
        { id: 'unknown', properties: [{ values: [] }, { values: [] }] },
      ],
    });
  });

  test('a preview shows a game in a frame of any page, and runs nothing', async () => {
    const [{ id = '' } = {}] = await desk.match(name('<script>alert(1)</script> & "Sons"'));
    const response = await desk.get(`/reconcile/preview?id=${id}`);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors \*/);
    expect(response.headers.get('x-frame-options')).toBeNull();
    const html = await response.text();
    expect(html).toContain('&#60;script&#62;');
    expect(html).not.toMatch(/<script|<img/);
    const flyout = (await (await desk.get(`/reconcile/flyout/entity?id=${id}`)).json()) as { html: string };
    expect(flyout.html).not.toMatch(/<script/);
    const missing = await desk.get('/reconcile/preview?id=%3Cb%3E');
    expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining('&#60;b&#62;')]);
  });
});
