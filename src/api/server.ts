/** The web server: API, live data, sign-in and the dashboard's files. Only the sign-in page and /healthz answer a stranger. */

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import fastifySwagger from '@fastify/swagger';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import type { App } from '../app.ts';
import { commitFact } from '../commands.ts';
import { fact } from '../domain/events.ts';
import { arrangementRoutes } from './arrangement-routes.ts';
import { type Account, openAuth } from './auth.ts';
import { judgingRoutes } from './judging-routes.ts';
import { openLive } from './live.ts';
import { matchRoutes } from './match-routes.ts';
import { handleProblems, problem } from './problem.ts';
import { reconcileRoutes } from './reconcile-routes.ts';
import { apiRoutes } from './routes.ts';
import { ruleRoutes } from './rule-routes.ts';
import { headersOf, signInRoutes } from './sign-in.ts';
import { sourceRoutes } from './source-routes.ts';

declare module 'fastify' {
  interface FastifyRequest {
    account: Account;
  }
}

export const dashboardFiles = fileURLToPath(new URL('../../dist/dashboard', import.meta.url));
const open = new Set(['/sign-in', '/healthz']);

export type Server = { url: string; first: { email: string; password: string } | null; close(): Promise<void> };

/** Starts serving; `nudge` wakes the worker after a request gave it work. */
export async function startServer(app: App, nudge: () => void): Promise<Server> {
  const server = Fastify({
    loggerInstance: app.log.child({ part: 'api' }, { level: app.log.level === 'info' ? 'warn' : app.log.level }),
    bodyLimit: 1_000_000,
    // Behind a proxy of our own the client's address and host stand in its headers; from anybody else they would be lies.
    trustProxy: app.config.publicUrl !== null,
  }) as unknown as FastifyInstance;
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  handleProblems(server);
  const auth = await openAuth(app.pool, app.databaseUrl, app.config.publicUrl);
  const live = await openLive(app.databaseUrl, (error) => app.log.warn({ err: error }, 'live'));

  await server.register(fastifyHelmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    hsts: false,
    // With no-referrer browsers send `Origin: null` from our own forms, and we could not tell them from foreign ones.
    referrerPolicy: { policy: 'same-origin' },
  });
  await server.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Variorum', version: '0.1.0', description: 'The catalogue of games, and the import behind it.' },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );

  server.decorateRequest('account', null as unknown as Account);
  server.addHook('onRequest', async (request, reply) => {
    // Only reads, and looks at no cookie: anybody may ask, from any page.
    if (request.routeOptions.config.open) return;
    if (isForeign(request)) return problem(reply, 403, 'The request came from a page of another site.');
    const path = request.url.split('?')[0] ?? '';
    if (open.has(path)) return;
    const session = await auth.session(headersOf(request));
    if (session) {
      request.account = session.account;
      if (session.cookies.length > 0) reply.header('set-cookie', session.cookies);
      return;
    }
    if (request.method === 'GET' && request.headers.accept?.includes('text/html'))
      return reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`);
    return problem(reply, 401, 'Sign in at /sign-in.');
  });

  server.get('/healthz', { schema: { tags: ['operate'] } }, async (_request, reply) => {
    const ok = await app.pool.query('select 1').then(
      () => true,
      () => false,
    );
    return reply.code(ok ? 200 : 503).send({ ok });
  });
  server.get('/api/openapi.json', { schema: { hide: true } }, () => server.swagger());
  signInRoutes(server, auth, (email) => commitFact(app.commitDeps, fact('SignedIn', { email }), email));
  await server.register(async (scope) => {
    apiRoutes(scope, app, nudge);
    arrangementRoutes(scope, app);
    sourceRoutes(scope, app, nudge);
    ruleRoutes(scope, app, nudge);
    judgingRoutes(scope, app);
    matchRoutes(scope, app, nudge);
    live.route(scope);
  });
  await server.register((scope) => reconcileRoutes(scope, app));
  await serveDashboard(server);

  const close = async () => {
    await live.close();
    await server.close();
    await auth.close();
  };
  // What is open must not outlive a port that is taken; and the first password must not be lost with it.
  const url = await server.listen({ host: app.config.host, port: app.config.port }).catch(async (error) => {
    await close();
    throw error;
  });
  const first = await auth.firstAdministrator();
  if (first) await commitFact(app.commitDeps, fact('AccountCreated', { email: first.email }), 'system');
  return {
    url,
    first,
    close,
  };
}

/** A form or script of another site must not act with this person's session. */
function isForeign({ method, headers: { origin }, host }: FastifyRequest): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}

async function serveDashboard(server: FastifyInstance): Promise<void> {
  const built = existsSync(dashboardFiles);
  if (built)
    await server.register(fastifyStatic, { root: dashboardFiles, wildcard: false, maxAge: '1h', immutable: false });
  server.setNotFoundHandler((request, reply) => {
    const page =
      request.method === 'GET' && !request.url.startsWith('/api/') && request.headers.accept?.includes('text/html');
    if (!page) return problem(reply, 404, `There is nothing at ${request.url.slice(0, 200)}.`);
    if (!built) return problem(reply, 404, 'The dashboard is not built: run `npm run build`.');
    return reply.header('cache-control', 'no-store').sendFile('index.html');
  });
}
