/**
 * The reconciliation service at `/reconcile`: the W3C draft 1.0, and beside it the form that OpenRefine speaks (0.2).
 * It only reads and answers anybody, from pages of other sites too; feedback alone wants a session (decision 0014).
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { App } from '../app.ts';
import { readFields } from '../catalogue/reconcile.ts';
import { suggestGames } from '../catalogue/suggest.ts';
import { type GameId, readGameId } from '../domain/ids.ts';
import { gameType, properties, propertyNamed, type ReconcileQuery } from '../domain/reconciliation.ts';
import { reconcile, TookTooLong } from '../reconcile.ts';
import { keepFeedback } from '../reconcile-feedback.ts';
import * as contract from './contract-reconcile.ts';
import { escaped } from './html.ts';
import { problem } from './problem.ts';
import { BadRequest, check, checkSize, readJson, readOldQueries, readQuery } from './read-queries.ts';
import { candidateOf, extensionOf, oldExtensionOf, suggestionsOf, suggestProperties } from './reconcile-answers.ts';
import { openToAnybody } from './reconcile-door.ts';
import { manifest, oldManifest } from './reconcile-manifest.ts';
import { flyoutOf, missingPage, previewPage, previewPolicy } from './reconcile-preview.ts';

const mostMs = 10_000;
const tags = ['reconcile'];
const One = z.object({ id: z.string().max(100).default('') });

export async function reconcileRoutes(plain: FastifyInstance, app: App): Promise<void> {
  const { pool } = app;
  const { config, inTurn } = await openToAnybody(plain, app.config.reconcile);
  const server = plain.withTypeProvider<ZodTypeProvider>();
  const baseOf = ({ protocol, host }: FastifyRequest) =>
    (app.config.publicUrl ?? `${protocol}://${host}`).replace(/\/+$/, '');

  const ask = (queries: readonly ReconcileQuery[]) =>
    inTurn(async () => {
      const start = performance.now();
      const found = await reconcile(pool, queries, { mostMs, isLate: () => performance.now() - start > mostMs });
      return found.map((candidates) => candidates.map(candidateOf));
    }).catch((error) => {
      throw error instanceof TookTooLong ? new BadRequest(error.message, 503) : error;
    });
  const match = async ({ queries }: z.infer<typeof contract.QueryBatch>) => {
    checkSize(queries.length);
    return { results: (await ask(queries.map(readQuery))).map((candidates) => ({ candidates })) };
  };
  const fieldsOf = (ids: readonly string[]) =>
    readFields(
      pool,
      ids.flatMap((id) => readGameId(id) ?? []),
    );

  /** Everything 0.2 does at one address, by parameters; null when there are none. */
  const old = async (parameters: Record<string, unknown>) => {
    const { queries, extend } = parameters;
    if (typeof queries === 'string') {
      const named = readOldQueries(queries);
      const found = await ask(named.map(({ query }) => query));
      return contract.OldResults.parse(
        Object.fromEntries(named.map(({ name }, index) => [name, { result: found[index] ?? [] }])),
      );
    }
    if (typeof extend !== 'string') return null;
    const { ids, properties: asked } = readJson('extend', extend, contract.ExtendQuery);
    return contract.OldExtension.parse(
      oldExtensionOf(
        await fieldsOf(ids),
        ids,
        asked.map(({ id }) => id),
      ),
    );
  };
  const entry = async (request: FastifyRequest, reply: FastifyReply, isOld: boolean) => {
    const answer = await old((request.query ?? {}) as Record<string, unknown>);
    if (answer) return answer;
    // OpenRefine asks in the way of jQuery, which draws no line between JSON and script.
    const likesOld = request.headers.accept?.includes('text/javascript') === true;
    reply.header('vary', 'accept');
    return isOld || likesOld
      ? contract.OldManifest.parse(oldManifest(baseOf(request)))
      : contract.Manifest.parse(manifest(baseOf(request)));
  };
  const submit = async ({ body }: FastifyRequest) => {
    const parameters = (body ?? {}) as Record<string, unknown>;
    if (Array.isArray(parameters.queries)) return match(check('body', body, contract.QueryBatch));
    // The same as JSON, not as a form.
    const written = Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    );
    const answer = await old(written);
    if (answer) return answer;
    throw new BadRequest('The request has neither queries nor extend; GET /reconcile says what this service can do.');
  };

  for (const path of ['/reconcile', '/reconcile/', '/reconcile/0.2']) {
    server.get(path, { config, schema: { tags, hide: path !== '/reconcile' } }, (request, reply) =>
      entry(request, reply, path === '/reconcile/0.2'),
    );
    server.post(path, { config, schema: { tags, hide: path !== '/reconcile' } }, submit);
  }
  server.post(
    '/reconcile/match',
    { config, schema: { body: contract.QueryBatch, response: { 200: contract.ResultBatch }, tags } },
    ({ body }) => match(body),
  );

  server.get(
    '/reconcile/suggest/entity',
    { config, schema: { querystring: contract.Prefix, response: { 200: contract.Suggestions }, tags } },
    async ({ query: { prefix, limit, offset, cursor } }) =>
      suggestionsOf(
        await suggestGames(
          pool,
          prefix.replaceAll('\0', '').toWellFormed(),
          Math.min(limit, contract.mostCandidates),
          offset ?? cursor ?? 0,
        ),
      ),
  );
  server.get(
    '/reconcile/suggest/property',
    { config, schema: { querystring: contract.Prefix, response: { 200: contract.Suggestions }, tags } },
    ({ query: { prefix, limit, offset, cursor } }) => {
      const from = offset ?? cursor ?? 0;
      const found = suggestProperties(prefix).slice(from, from + limit);
      return { result: found.map(({ id, name, description }) => ({ id, name, description })) };
    },
  );
  server.get(
    '/reconcile/suggest/type',
    { config, schema: { querystring: contract.Prefix, response: { 200: contract.Suggestions }, tags } },
    ({ query: { prefix, offset, cursor } }) => ({
      result:
        gameType.name.toLowerCase().startsWith(prefix.trim().toLowerCase()) && !(offset ?? cursor) ? [gameType] : [],
    }),
  );

  server.get('/reconcile/preview', { config, schema: { querystring: One, tags } }, async (request, reply) => {
    const { id } = request.query;
    const game = (await fieldsOf([id])).get((readGameId(id) ?? '') as GameId);
    return reply
      .code(game ? 200 : 404)
      .type('text/html; charset=utf-8')
      .header('content-security-policy', previewPolicy)
      .removeHeader('x-frame-options')
      .send(game ? previewPage(baseOf(request), (readGameId(id) ?? '') as GameId, game) : missingPage(id));
  });
  server.get(
    '/reconcile/flyout/:what',
    { config, schema: { querystring: One, response: { 200: contract.Flyout }, hide: true } },
    async (request, reply) => {
      const { what } = request.params as { what: string };
      const { id } = request.query;
      const property = propertyNamed(id);
      if (what === 'property' && property)
        return { id, html: `<div><h1>${escaped(property.name)}</h1>${escaped(property.description)}</div>` };
      if (what === 'type' && id === gameType.id) return { id, html: '<div><h1>Game</h1>a game of the catalogue</div>' };
      const game = what === 'entity' ? (await fieldsOf([id])).get((readGameId(id) ?? '') as GameId) : undefined;
      return game ? { id, html: flyoutOf(game) } : problem(reply, 404, `There is nothing by the id ${id}.`);
    },
  );

  server.post(
    '/reconcile/extend',
    { config, schema: { body: contract.ExtendQuery, response: { 200: contract.Extension }, tags } },
    async ({ body: { ids, properties: asked } }) =>
      extensionOf(
        await fieldsOf(ids),
        ids,
        asked.map(({ id }) => id),
      ),
  );
  server.get(
    '/reconcile/extend/propose',
    {
      config,
      schema: {
        querystring: z.object({ type: z.string().max(200).default(gameType.id), limit: contract.Limit.optional() }),
        response: { 200: contract.Proposal },
        tags,
      },
    },
    ({ query: { type, limit } }) => ({
      properties: properties.slice(0, limit).map(({ id, name }) => ({ id, name })),
      type,
      ...(limit !== undefined && { limit }),
    }),
  );

  server.post(
    '/reconcile/feedback',
    { schema: { body: contract.Feedback, response: { 201: contract.FeedbackKept }, tags } },
    async ({ body: { query, entity, judgement }, account }, reply) => {
      const asked =
        typeof query === 'string' ? { conditions: [{ matchType: 'name' as const, propertyValue: query }] } : query;
      const { conditions } = readQuery(contract.Query.parse(asked));
      const kept = await keepFeedback(app.commitDeps, { conditions, entity, judgement, actor: account.email });
      return kept ? reply.code(201).send({ query: kept }) : problem(reply, 404, `There is no game ${entity}.`);
    },
  );
}
