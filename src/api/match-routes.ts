/** What the API answers about the quality of matching, and how another of its models is used. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { App } from '../app.ts';
import { useModel } from '../match-models.ts';
import { readQuality } from '../match-quality.ts';
import * as contract from './contract-match.ts';

const Version = z.object({ version: z.coerce.number().int().min(0).max(1e9) });

export function matchRoutes(plain: FastifyInstance, app: App, nudge: () => void): void {
  const server = plain.withTypeProvider<ZodTypeProvider>();
  const { pool, commitDeps } = app;
  const tags = ['matching'];
  const quality = async (): Promise<contract.MatchQuality> => {
    const { models, unseen: _, precision: __, recall: ___, ...rest } = await readQuality(pool);
    return {
      ...rest,
      models: models.map(({ heldBack, ...model }) => {
        const { ece = null, logLoss = null, precision = null, recall = null } = heldBack?.new ?? {};
        return { ...model, ece, logLoss, precision, recall };
      }),
    };
  };

  server.get('/api/match/quality', { schema: { response: { 200: contract.MatchQuality }, tags } }, quality);

  server.post(
    '/api/match/models/:version/use',
    { schema: { params: Version, body: contract.UseModel, response: { 200: contract.MatchQuality }, tags } },
    async ({ params: { version }, body: { reason }, account }) => {
      await useModel(commitDeps, { version, reason, actor: account.email });
      nudge();
      return quality();
    },
  );
}
