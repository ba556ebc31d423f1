/** What the API answers about arranging games by hand: merging, splitting, moving, telling apart, undoing, each with a preview. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { App } from '../app.ts';
import { arrange, undoArrangement } from '../arrange.ts';
import { listArrangements } from '../catalogue/arrangements.ts';
import * as contract from './contract-arrangements.ts';

const One = z.object({ id: z.string().max(100) });
const tags = ['arrangements'];

export function arrangementRoutes(plain: FastifyInstance, app: App): void {
  const server = plain.withTypeProvider<ZodTypeProvider>();

  server.get(
    '/api/arrangements',
    { schema: { querystring: contract.ArrangementsQuery, response: { 200: contract.Arrangements }, tags } },
    async (request) => ({ arrangements: await listArrangements(app.pool, request.query.limit, request.query.game) }),
  );

  server.post(
    '/api/arrangements',
    { schema: { body: contract.StartArrangement, response: { 200: contract.Arranged }, tags } },
    (request) => arrange(app.commitDeps, { ...request.body, actor: request.account.email }),
  );

  server.post(
    '/api/arrangements/:id/undo',
    { schema: { params: One, body: contract.UndoArrangement, response: { 200: contract.Arranged }, tags } },
    (request) =>
      undoArrangement(app.commitDeps, {
        ...request.body,
        arrangementId: request.params.id,
        actor: request.account.email,
      }),
  );
}
