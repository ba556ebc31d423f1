/** Live data: every commit tells what changed, and each open page hears it as a Server-Sent Event. */
import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import type { Changed } from './contract.ts';

type Topic = Changed['topics'][number];

/** Which parts of the screen a kind of fact puts out of date. */
function topicsOf(type: string): Topic[] {
  if (type === 'progress') return ['runs', 'sources'];
  if (type.startsWith('Run')) return ['runs', 'sources', 'events'];
  if (type.startsWith('Source')) return ['sources', 'events'];
  if (type.startsWith('Page')) return ['runs', 'sources', 'events'];
  if (type.startsWith('Review') || type === 'JudgementMade') return ['reviews', 'games', 'events'];
  return ['games', 'events'];
}

const everyMs = 500;
const pingMs = 20_000;
const reconnectMs = 2000;

/** Listens to the database on a connection of its own and sends `changed` to every open page, at most twice a second. */
export async function openLive(databaseUrl: string, onError: (error: Error) => void) {
  const open = new Set<ServerResponse>();
  const topics = new Set<Topic>();
  let position = '0';
  let closed = false;
  let client: pg.Client | null = null;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: databaseUrl, application_name: 'variorum-live' });
    next.on('notification', ({ payload }) => {
      const [types = '', at] = (payload ?? '').split('|');
      for (const type of types.split(',')) for (const topic of topicsOf(type)) topics.add(topic);
      if (at) position = at;
    });
    next.on('error', onError);
    next.on('end', () => {
      if (!closed) setTimeout(() => void connect().catch(onError), reconnectMs);
    });
    await next.connect();
    await next.query('listen variorum');
    client = next;
  }

  const send = (text: string) => {
    for (const response of open) response.write(text);
  };
  const telling = setInterval(() => {
    if (topics.size === 0) return;
    const changed: Changed = { topics: [...topics], position };
    topics.clear();
    send(`event: changed\ndata: ${JSON.stringify(changed)}\n\n`);
  }, everyMs);
  const pinging = setInterval(() => send(': still here\n\n'), pingMs);
  await connect();

  return {
    route(server: FastifyInstance): void {
      server.get(
        '/api/live',
        { schema: { description: 'Server-Sent Events: `changed` says what is out of date.', tags: ['live'] } },
        (request, reply) => {
          reply.hijack();
          reply.raw.writeHead(200, {
            'content-type': 'text/event-stream; charset=utf-8',
            'cache-control': 'no-store',
            'x-accel-buffering': 'no',
          });
          reply.raw.write('retry: 2000\n\n');
          open.add(reply.raw);
          request.raw.on('close', () => open.delete(reply.raw));
        },
      );
    },
    async close(): Promise<void> {
      closed = true;
      clearInterval(telling);
      clearInterval(pinging);
      for (const response of open) response.end();
      await client?.end();
    },
  };
}
