/** What the API answers: each route asks the catalogue or a command, and its answer is checked against the contract. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { App } from '../app.ts';
import { listEvents } from '../catalogue/events.ts';
import { readGame } from '../catalogue/game.ts';
import { listGames } from '../catalogue/games.ts';
import { openCounts, readOverview } from '../catalogue/overview.ts';
import { listReviews } from '../catalogue/reviews.ts';
import { readRun } from '../catalogue/runs.ts';
import { listSources, readSource } from '../catalogue/sources.ts';
import { judge, pauseSource, resumeSource, startImport } from '../commands.ts';
import { readGameId } from '../domain/ids.ts';
import * as contract from './contract.ts';
import { problem } from './problem.ts';

const One = z.object({ id: z.string().max(100) });
const Name = z.object({ name: z.string().max(100) });
const missing = { 404: contract.Problem };

export function apiRoutes(plain: FastifyInstance, app: App, nudge: () => void): void {
  const server = plain.withTypeProvider<ZodTypeProvider>();
  const { pool, sources, commitDeps } = app;
  const settings = commitDeps.jobs.settings;
  const counts = openCounts(pool);

  server.get(
    '/api/session',
    { schema: { response: { 200: contract.Session }, tags: ['session'] } },
    (request) => request.account,
  );

  server.get('/api/overview', { schema: { response: { 200: contract.Overview }, tags: ['operate'] } }, () =>
    readOverview(pool, counts),
  );

  server.post(
    '/api/runs',
    { schema: { body: contract.StartImport, response: { 202: z.object({ runId: z.string() }) }, tags: ['operate'] } },
    async (request, reply) => {
      const runId = await startImport(commitDeps, {
        ...request.body,
        trigger: 'dashboard',
        actor: request.account.email,
      });
      nudge();
      return reply.code(202).send({ runId });
    },
  );

  server.get(
    '/api/runs/:id',
    { schema: { params: One, response: { 200: contract.Run, ...missing }, tags: ['operate'] } },
    async (request, reply) =>
      (await readRun(pool, request.params.id)) ?? problem(reply, 404, `There is no run ${request.params.id}.`),
  );

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

  const Pause = z.object({ reason: z.string().max(500) });
  server.post(
    '/api/sources/:name/pause',
    { schema: { params: Name, body: Pause, response: { 200: contract.SourceRow }, tags: ['sources'] } },
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

  server.get(
    '/api/games',
    { schema: { querystring: contract.GamesQuery, response: { 200: contract.GamesPage }, tags: ['games'] } },
    (request) => listGames(pool, request.query, counts.games),
  );

  server.get(
    '/api/games/:id',
    { schema: { params: One, response: { 200: contract.Game, ...missing }, tags: ['games'] } },
    async (request, reply) => {
      const gameId = readGameId(request.params.id);
      const game = gameId && (await readGame(pool, gameId));
      return game ?? problem(reply, 404, `There is no game ${request.params.id}.`);
    },
  );

  server.get(
    '/api/events',
    { schema: { querystring: contract.EventsQuery, response: { 200: contract.EventsPage }, tags: ['events'] } },
    async (request) => {
      const { events, next } = await listEvents(pool, request.query);
      return { events: events.map((event) => ({ ...event, position: String(event.position) })), next };
    },
  );

  server.get('/api/reviews', { schema: { response: { 200: contract.Reviews }, tags: ['reviews'] } }, () =>
    listReviews(pool),
  );

  server.post(
    '/api/reviews/:id/judgement',
    {
      schema: {
        params: One,
        body: contract.Judgement,
        response: { 200: z.object({ ok: z.literal(true) }) },
        tags: ['reviews'],
      },
    },
    async (request) => {
      await judge(commitDeps, { reviewId: request.params.id, ...request.body, actor: request.account.email });
      return { ok: true as const };
    },
  );
}
