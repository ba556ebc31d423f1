/** What the API answers about sources, their pages and the people on them, and what may be done to a source. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { App } from '../app.ts';
import { readPage } from '../catalogue/page.ts';
import { listPeople, readPerson } from '../catalogue/people.ts';
import { listSources, readSource } from '../catalogue/sources.ts';
import { endDrift, pauseSource, resumeSource } from '../commands.ts';
import { checkFixtures } from '../fixtures.ts';
import { readSnapshot } from '../platform/snapshots.ts';
import { Problem } from './contract.ts';
import * as contract from './contract-sources.ts';
import { problem } from './problem.ts';

const Name = z.object({ name: z.string().max(100) });
const OnePage = z.object({ page: z.string().max(3000) });
const OnePerson = z.object({ person: z.string().max(3000) });
const Reason = z.object({ reason: z.string().max(500) });
const missing = { 404: Problem };

export function sourceRoutes(plain: FastifyInstance, app: App, nudge: () => void): void {
  const server = plain.withTypeProvider<ZodTypeProvider>();
  const { pool, sources, commitDeps } = app;
  const settings = commitDeps.jobs.settings;
  const fixtures = new Map<string, ReturnType<typeof checkFixtures>>();

  server.get(
    '/api/sources',
    { schema: { response: { 200: z.object({ sources: z.array(contract.SourceRow) }) }, tags: ['sources'] } },
    async () => ({
      sources: await listSources(pool, sources, settings),
    }),
  );

  server.get(
    '/api/sources/:name',
    { schema: { params: Name, response: { 200: contract.SourceDetail, ...missing }, tags: ['sources'] } },
    async (request, reply) =>
      (await readSource(pool, request.params.name, sources, settings)) ??
      problem(reply, 404, `There is no source ${request.params.name}.`),
  );

  server.post(
    '/api/sources/:name/pause',
    { schema: { params: Name, body: Reason, response: { 200: contract.SourceRow }, tags: ['sources'] } },
    async (request) => {
      await pauseSource(commitDeps, request.params.name, request.body.reason, request.account.email);
      return sourceRow(request.params.name);
    },
  );
  server.post(
    '/api/sources/:name/resume',
    { schema: { params: Name, response: { 200: contract.SourceRow }, tags: ['sources'] } },
    async (request) => {
      await resumeSource(commitDeps, request.params.name, request.account.email);
      nudge();
      return sourceRow(request.params.name);
    },
  );
  async function sourceRow(name: string) {
    const [row] = await listSources(
      pool,
      sources.filter((source) => source.name === name),
      settings,
    );
    if (!row) throw new Error(`There is no source ${name}.`);
    return row;
  }

  server.post(
    '/api/sources/:name/release',
    { schema: { params: Name, body: Reason, response: { 200: contract.SourceRow }, tags: ['sources'] } },
    async (request) => {
      await endDrift(commitDeps, request.params.name, request.body.reason, request.account.email);
      nudge();
      return sourceRow(request.params.name);
    },
  );

  server.get(
    '/api/sources/:name/fixtures',
    { schema: { params: Name, response: { 200: contract.Fixtures, ...missing }, tags: ['sources'] } },
    async (request, reply) => {
      const source = sources.find(({ name }) => name === request.params.name);
      if (!source) return problem(reply, 404, `There is no source ${request.params.name}.`);
      // They cannot change while the program runs, and reading hundreds of pages takes a while.
      const checked = fixtures.get(source.name) ?? checkFixtures(source);
      fixtures.set(source.name, checked);
      return { fixtures: checked };
    },
  );

  server.get(
    '/api/pages',
    { schema: { querystring: OnePage, response: { 200: contract.PageReading, ...missing }, tags: ['sources'] } },
    async (request, reply) =>
      (await readPage(pool, request.query.page)) ?? problem(reply, 404, `There is no page ${request.query.page}.`),
  );

  // A page from outside, as it came: the browser must not run, load or send anything for it, nor take it for ours. In its
  // frame it has no origin, so none can be keyed.
  server.get('/api/pages/raw', { schema: { querystring: OnePage, tags: ['sources'] } }, async (request, reply) => {
    const page = await readPage(pool, request.query.page);
    const body = page?.snapshot ? await readSnapshot(pool, page.snapshot) : null;
    if (!page || !body) return problem(reply, 404, `Nothing is kept of the page ${request.query.page}.`);
    // Only what can be shown without harm is named, and never in the site's own words.
    const shown = /^text\/(html|plain)(?:;\s*charset=[\w-]+)?/i.exec(page.contentType ?? '')?.[0];
    return reply
      .header(
        'content-security-policy',
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
      )
      .header('x-content-type-options', 'nosniff')
      .header('x-frame-options', 'SAMEORIGIN')
      .header('referrer-policy', 'no-referrer')
      .header('cross-origin-opener-policy', 'same-origin')
      .header('cache-control', 'private, no-store')
      .removeHeader('origin-agent-cluster')
      .type(shown ?? 'text/plain; charset=utf-8')
      .send(Buffer.from(body));
  });

  const Search = z.object({
    search: z.string().max(200).default(''),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  });
  server.get(
    '/api/people',
    { schema: { querystring: Search, response: { 200: contract.People }, tags: ['people'] } },
    async (request) => ({ people: await listPeople(pool, request.query.search, request.query.limit) }),
  );
  server.get(
    '/api/person',
    { schema: { querystring: OnePerson, response: { 200: contract.Person, ...missing }, tags: ['people'] } },
    async (request, reply) =>
      (await readPerson(pool, request.query.person)) ??
      problem(reply, 404, `There is nobody known as ${request.query.person}.`),
  );
}
