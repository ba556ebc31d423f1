/** What the API answers about questions, and how curators answer them: one by one, or many that are alike. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { App } from '../app.ts';
import { readReviewDetail } from '../catalogue/review-detail.ts';
import { listReviews } from '../catalogue/reviews.ts';
import { judge, judgeAlike } from '../judge.ts';
import { Judgement, Problem, Reviews } from './contract.ts';
import { Arranged } from './contract-arrangements.ts';
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
    { schema: { body: contract.Judgements, response: { 200: Arranged }, tags: ['reviews'] } },
    (request) => judgeAlike(commitDeps, { ...request.body, actor: request.account.email }),
  );
}
