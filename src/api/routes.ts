/** What the API answers: each route asks the catalogue or a command, and its answer is checked against the contract. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { App } from '../app.ts';
import { listEvents } from '../catalogue/events.ts';
import { readGame } from '../catalogue/game.ts';
import { listGames } from '../catalogue/games.ts';
import { openCounts, readOverview } from '../catalogue/overview.ts';
import { readRun } from '../catalogue/runs.ts';
import { startImport } from '../commands.ts';
import { readGameId } from '../domain/ids.ts';
import * as contract from './contract.ts';
import { problem } from './problem.ts';

const One = z.object({ id: z.string().max(100) });
const missing = { 404: contract.Problem };

export function apiRoutes(plain: FastifyInstance, app: App, nudge: () => void): void {
  const server = plain.withTypeProvider<ZodTypeProvider>();
  const { pool, commitDeps } = app;
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
}
