/** For tests: real servers on this machine that stand for `games.example`, and the real web that asks them. */
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { readConnectTo } from './connect-to.ts';
import { createWeb, type WebOptions } from './fetch.ts';
import type { Answer, Request } from './web.ts';

export const site = 'http://games.example';

export type Get = (path: string, request?: Partial<Request>, signal?: AbortSignal) => Promise<Answer>;

/** Starts servers and webs; `stop` ends all that were started. */
export function openLoopback() {
  const started: (() => unknown)[] = [];

  async function listen(server: Server): Promise<number> {
    const sockets = new Set<Socket>();
    server.on('connection', (socket) => sockets.add(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    started.push(() => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    });
    return (server.address() as AddressInfo).port;
  }

  /** A web in which games.example is at `port`. */
  function openWeb(port: number, options: Partial<WebOptions> = {}): Get {
    const { web, close } = createWeb({
      contact: null,
      connectTo: readConnectTo(`games.example:80=127.0.0.1:${port}`) ?? [],
      fetchTimeoutMs: 10_000,
      maxBodyBytes: 1_000_000,
      ...options,
    });
    started.push(close);
    return (path, request, signal) => web({ ...request, url: path.startsWith('/') ? site + path : path }, signal);
  }

  return {
    listen,
    openWeb,
    /** games.example answers like this. */
    serve: async (answer: RequestListener, options?: Partial<WebOptions>) =>
      openWeb(await listen(createServer(answer)), options),
    /** games.example is no HTTP server, but treats each connection like this. */
    serveRaw: async (talk: (socket: Socket) => void, options?: Partial<WebOptions>) =>
      openWeb(await listen(createTcpServer((socket) => talk(socket.on('error', () => undefined)))), options),
    stop: async () => {
      for (const stop of started.splice(0).reverse()) await stop();
    },
  };
}
