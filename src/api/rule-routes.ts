/** What the API answers about the rules, and how they are changed. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { App } from '../app.ts';
import { readGameId } from '../domain/ids.ts';
import { countUses, isRedrafting, readRules, setRules, shippedRules } from '../rules.ts';
import { previewRules, tryRules } from '../try-rules.ts';
import { Problem } from './contract.ts';
import * as contract from './contract-rules.ts';
import { problem } from './problem.ts';

const One = z.object({ id: z.string().max(100) });

export function ruleRoutes(plain: FastifyInstance, app: App, nudge: () => void): void {
  const server = plain.withTypeProvider<ZodTypeProvider>();
  const { pool, commitDeps } = app;
  const tags = ['rules'];
  const rules = async () => ({
    ...(await readRules(pool)),
    redrafting: await isRedrafting(pool),
    uses: await countUses(pool),
  });

  server.get('/api/rules', { schema: { response: { 200: contract.Rules }, tags } }, rules);

  server.put(
    '/api/rules',
    { schema: { body: contract.SetRules, response: { 200: contract.Rules }, tags } },
    async ({ body: { book, reason, version }, account }) => {
      await setRules(commitDeps, { book, reason, actor: account.email, expected: version });
      nudge();
      return rules();
    },
  );

  server.get('/api/rules/shipped', { schema: { response: { 200: contract.RuleBook }, tags } }, () => shippedRules);

  server.post(
    '/api/rules/preview',
    { schema: { body: z.object({ book: contract.RuleBook }), response: { 200: contract.RulesPreview }, tags } },
    (request) => previewRules(commitDeps, request.body.book),
  );

  server.get(
    '/api/games/:id/rules',
    {
      schema: {
        params: One,
        response: { 200: z.object({ rules: z.array(contract.RuleTrial) }), 404: Problem },
        tags,
      },
    },
    async (request, reply) => {
      const gameId = readGameId(request.params.id);
      const trials = gameId && (await tryRules(commitDeps, gameId, (await readRules(pool)).book));
      return trials ? { rules: trials } : problem(reply, 404, `There is no game ${request.params.id}.`);
    },
  );
}
