/** Errors as RFC 9457 says: a title, a status, and one sentence of detail. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { Refused } from '../refused.ts';

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Cannot be done as asked',
  413: 'Too large',
  415: 'Unsupported media type',
  429: 'Too many requests',
  500: 'Something went wrong',
  503: 'Not now',
};

export function problem(reply: FastifyReply, status: number, detail?: string): FastifyReply {
  const body = { type: 'about:blank', title: titles[status] ?? 'Error', status, ...(detail ? { detail } : {}) };
  return reply.code(status).type('application/problem+json').send(JSON.stringify(body));
}

export function handleProblems(server: FastifyInstance): void {
  server.setErrorHandler((error: unknown, request, reply) => {
    if (error instanceof Refused) return problem(reply, 409, error.message);
    if (hasZodFastifySchemaValidationErrors(error)) {
      const detail = error.validation
        .map(
          ({ instancePath, message }) =>
            `${instancePath.replace(/^\//, '').replaceAll('/', '.') || 'the request'}: ${message}`,
        )
        .join('; ');
      return problem(reply, 400, detail);
    }
    const status =
      typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
        ? error.statusCode
        : 500;
    if (status >= 500) request.log.error({ err: error }, 'request failed');
    return problem(
      reply,
      status,
      status < 500 && error instanceof Error ? error.message : 'The server failed on this request; its log says why.',
    );
  });
}
