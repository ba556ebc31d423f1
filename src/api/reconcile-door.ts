/** Who may ask the reconciliation service and how often: anybody, from any page, never with cookies, within limits. */
import rateLimit from '@fastify/rate-limit';
import type { FastifyContextConfig, FastifyInstance } from 'fastify';
import { BadRequest } from './read-queries.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers without a session, and to pages of other sites. */
    open?: boolean;
  }
}

export const requestsAMinute = 600;
/** Batches worked on at once; others wait, but not too many. */
const atOnce = 2;
const mostWaiting = 50;

export type Door = {
  /** For each route that answers strangers. */
  config: FastifyContextConfig;
  /** Runs work when it is its turn; refuses it when too much waits already. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
};

/** Opens a scope of routes to all origins, with limits. `closed`: they want a session as all others do. */
export async function openToAnybody(scope: FastifyInstance, mode: 'open' | 'closed'): Promise<Door> {
  const config: FastifyContextConfig = { open: mode === 'open' };
  scope.addHook('onRequest', async (_request, reply) => {
    // A star never goes together with cookies: browsers see to that.
    reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
  });
  await scope.register(rateLimit, {
    max: requestsAMinute,
    timeWindow: 60_000,
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    errorResponseBuilder: (_request, { ttl }) =>
      new BadRequest(`At most ${requestsAMinute} requests a minute: wait ${Math.ceil(ttl / 1000)} s.`, 429),
  });
  for (const path of ['/reconcile', '/reconcile/*']) {
    scope.options(path, { config, schema: { hide: true } }, (_request, reply) =>
      reply
        .code(204)
        .header('access-control-allow-methods', 'GET, POST, OPTIONS')
        .header('access-control-allow-headers', 'content-type')
        .header('access-control-max-age', '86400')
        .send(),
    );
  }
  return { config, inTurn: turns() };
}

function turns(): Door['inTurn'] {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (waiting.length >= mostWaiting)
      throw new BadRequest('Too many batches wait already: try again in a few seconds.', 503);
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Whoever waits longest takes over the place.
      if (next) next();
      else running -= 1;
    }
  };
}
