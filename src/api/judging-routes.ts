/** Questions and the words of curators on them; games arranged by hand, previewed first and undone one by one. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { App } from '../app.ts';
import { type Arranged, arrange, undoArrangement } from '../arrange.ts';
import { listArrangements } from '../catalogue/arrangements.ts';
import { readReviewDetail } from '../catalogue/review-detail.ts';
import { listReviews } from '../catalogue/reviews.ts';
import { judge, judgeAlike } from '../judge.ts';
import { Judgement, Problem, Reviews } from './contract.ts';
import * as contract from './contract-judging.ts';
import { problem } from './problem.ts';

const One = z.object({ id: z.string().max(100) });

export function judgingRoutes(plain: FastifyInstance, { pool, commitDeps }: App): void {
  const server = plain.withTypeProvider<ZodTypeProvider>();

  server.get('/api/reviews', { schema: { response: { 200: Reviews }, tags: ['reviews'] } }, (request) =>
    listReviews(pool, request.account.email),
  );

  server.get(
    '/api/reviews/:id',
    { schema: { params: One, response: { 200: contract.ReviewDetail, 404: Problem }, tags: ['reviews'] } },
    async (request, reply) =>
      (await readReviewDetail(pool, request.params.id, request.account.email)) ??
      problem(reply, 404, `There is no review ${request.params.id}.`),
  );

  server.post(
    '/api/reviews/:id/judgement',
    { schema: { params: One, body: Judgement, response: { 200: contract.Judged }, tags: ['reviews'] } },
    async (request) => {
      const said = { reviewId: request.params.id, ...request.body, actor: request.account.email };
      return { ok: true as const, arrangementId: await judge(commitDeps, said) };
    },
  );

  server.post(
    '/api/reviews/judgements',
    { schema: { body: contract.Judgements, response: { 200: contract.Arranged }, tags: ['reviews'] } },
    async (request) => counted(await judgeAlike(commitDeps, { ...request.body, actor: request.account.email })),
  );

  server.get(
    '/api/arrangements',
    { schema: { querystring: contract.ArrangementsQuery, response: { 200: contract.Arrangements }, tags: ['games'] } },
    async (request) => ({ arrangements: await listArrangements(pool, request.query) }),
  );

  server.post(
    '/api/arrangements',
    { schema: { body: contract.ArrangementRequest, response: { 200: contract.Arranged }, tags: ['games'] } },
    async (request) => counted(await arrange(commitDeps, { ...request.body, actor: request.account.email })),
  );

  server.post(
    '/api/arrangements/:id/undo',
    {
      schema: {
        params: One,
        body: contract.UndoArrangement,
        response: { 200: contract.Arranged },
        tags: ['games'],
      },
    },
    async (request) => {
      const wanted = { arrangementId: request.params.id, ...request.body, actor: request.account.email };
      return counted(await undoArrangement(commitDeps, wanted));
    },
  );
}

const counted = ({ pairs, ...rest }: Arranged) => ({ ...rest, pairs: pairs.length });
