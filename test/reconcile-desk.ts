/** A small catalogue with its server, as clients of the reconciliation service meet it. */
import { type Server, startServer } from '../src/api/server.ts';
import { shelf, shelve } from './shelf.ts';
import { createWorld, type World } from './world.ts';

export type Candidate = {
  id: string;
  name: string;
  score: number;
  match: boolean;
  type: unknown[];
  features: { id: string; name: string; value: number }[];
};

export type Desk = {
  world: World;
  server: Server;
  /** Of the signed-in administrator. */
  cookie: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  send(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  form(fields: Record<string, string>, path?: string): Promise<Response>;
  /** Candidates for one query. */
  match(...conditions: object[]): Promise<Candidate[]>;
  close(): Promise<void>;
};

export const name = (propertyValue: unknown, more: object = {}) => ({ matchType: 'name', propertyValue, ...more });
export const property = (propertyId: string, propertyValue: unknown, more: object = {}) => ({
  matchType: 'property',
  propertyId,
  propertyValue,
  ...more,
});
const author = (name: string) => [{ role: 'author' as const, name }];

export async function openDesk(env: Record<string, string> = {}): Promise<Desk> {
  const world = await createWorld([shelf('alpha', 80), shelf('beta', 40)], { PORT: '0', ...env });
  shelve(world.site.pages, 'alpha', {
    doom: {
      title: 'Grimhold',
      credits: author('Vera Lunina'),
      releaseDate: '1993-12-10',
      tags: [{ category: 'platform', name: 'DOS' }],
      identifiers: [{ scheme: 'tuid', value: 'grim-1' }],
      urls: [{ category: 'game_page', url: 'https://grimhold.example/' }],
    },
    doom2: { title: 'Grimhold II', credits: author('Vera Lunina'), releaseDate: '1994' },
    doom3: { title: 'Grimhold 3', credits: author('Vera Lunina'), releaseDate: '2004' },
    soundtrack: { title: 'Grimhold Soundtrack', credits: author('Oleg Osin') },
    twin1: { title: 'Silent Harbour', credits: author('Anna Berg'), releaseDate: '1998' },
    twin2: { title: 'Silent Harbour', credits: author('Karl Novak'), releaseDate: '2016' },
    lamp: { title: 'Зелёная лампа', alternativeTitles: [{ title: 'The Green Lamp' }] },
    evil: {
      title: '<script>alert(1)</script> & "Sons"',
      descriptions: [{ language: 'en', text: '<img src=x onerror=alert(2)>' }],
    },
  });
  shelve(world.site.pages, 'beta', { 1: { title: 'Grimhold', credits: author('Vera Lunina') } });
  await world.import({ sources: ['alpha'] });
  await world.import({ sources: ['beta'] });
  const server = await startServer(world.app, () => undefined);
  const response = await fetch(`${server.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ ...server.first, next: '/' } as Record<string, string>),
  });
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const send: Desk['send'] = (path, body, headers = {}) =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    world,
    server,
    cookie,
    get: (path, headers = {}) => fetch(`${server.url}${path}`, { headers }),
    send,
    form: (fields, path = '/reconcile') =>
      fetch(`${server.url}${path}`, { method: 'POST', body: new URLSearchParams(fields) }),
    async match(...conditions) {
      const response = await send('/reconcile/match', { queries: [{ conditions }] });
      if (response.status !== 200) throw new Error(await response.text());
      const { results } = (await response.json()) as { results: { candidates: Candidate[] }[] };
      return results[0]?.candidates ?? [];
    },
    async close() {
      await server.close();
      await world.close();
    },
  };
}
