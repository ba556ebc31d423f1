/** A website on the loopback, all hosts at once, with one page for each address and a record of who asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Page =
  | string
  | { status?: number; headers?: Record<string, string>; body?: string | Buffer }
  | ((request: IncomingMessage, response: ServerResponse) => void);

export type Site = {
  port: number;
  /** By `host/path?query`. */
  pages: Map<string, Page>;
  hits: string[];
  close(): Promise<void>;
};

export async function startSite(): Promise<Site> {
  const pages = new Map<string, Page>();
  const hits: string[] = [];
  const server = createServer((request, response) => {
    const address = `${request.headers.host}${request.url}`;
    hits.push(address);
    const page = pages.get(address);
    if (page === undefined) return void response.writeHead(404).end('not here');
    if (typeof page === 'function') return page(request, response);
    if (typeof page === 'string')
      return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    response
      .writeHead(page.status ?? 200, { 'content-type': 'text/html; charset=utf-8', ...page.headers })
      .end(page.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    pages,
    hits,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
