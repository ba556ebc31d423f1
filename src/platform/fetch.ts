/** The one function that asks websites. Nothing else in the program opens a connection to the outside. */
import { Agent } from 'undici';
import { guardedConnector, type Resolve } from './address-guard.ts';
import type { Config } from './config.ts';
import { findConnectTo } from './connect-to.ts';
import { type Ask, converse } from './converse.ts';
import type { Request, Web } from './web.ts';

export type WebOptions = Pick<Config, 'contact' | 'connectTo' | 'fetchTimeoutMs' | 'maxBodyBytes'> & {
  /** How names become addresses; the system's way when left out. */
  resolve?: Resolve;
};

const usualPorts = new Set(['', '80', '443', '8080', '8443']);
const connectionsPerOrigin = 8;
const longestConnectMs = 10_000;
/** So much of an unwanted body is read to keep the connection. */
const discardBytes = 64 * 1024;

/** Opens the web; `close` ends its connections. */
export function createWeb(options: WebOptions): { web: Web; close(): Promise<void> } {
  const { connectTo, fetchTimeoutMs, resolve } = options;
  const timeoutMs = Math.min(fetchTimeoutMs, longestConnectMs);
  const agent = new Agent({
    connect: guardedConnector({ connectTo, timeoutMs, ...(resolve && { resolve }) }),
    connections: connectionsPerOrigin,
    allowH2: false,
    headersTimeout: fetchTimeoutMs,
    bodyTimeout: fetchTimeoutMs,
  });
  const userAgent = `Variorum/0.1${options.contact ? ` (+${options.contact})` : ''}`;

  const ask: Ask = async (url, request, signal) => {
    const { statusCode, headers, body } = await agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: request.post === undefined ? 'GET' : 'POST',
      ...(request.post !== undefined && { body: request.post }),
      headers: { 'user-agent': userAgent, ...requestHeaders(request), ...request.headers },
      signal,
    });
    return {
      url,
      status: statusCode,
      header: (name) => readHeader(headers[name]),
      body,
      discard: () => body.dump({ limit: discardBytes, signal }).then(noop, noop),
    };
  };
  const mayUsePort = (url: URL) =>
    usualPorts.has(url.port) || findConnectTo(connectTo, url.hostname, Number(url.port)) !== null;

  return {
    web: (request, signal) => converse({ ...options, ask, mayUsePort }, request, signal),
    close: () => agent.destroy(),
  };
}

function requestHeaders({ etag, lastModified }: Request): Record<string, string> {
  return {
    accept: '*/*',
    'accept-encoding': 'gzip, br, zstd, deflate',
    ...(etag && isSendable(etag) && { 'if-none-match': etag }),
    ...(lastModified && isSendable(lastModified) && { 'if-modified-since': lastModified }),
  };
}

/** Validators are a site's own words, and not every site's words may be sent back. */
function isSendable(value: string): boolean {
  return /^[ -~]+$/.test(value);
}

/** A header given twice counts by its first value. */
function readHeader(value: string | string[] | undefined): string | null {
  const text = Array.isArray(value) ? value[0] : value;
  // Raw bytes in a redirect (Cyrillic names): kept as they are, whatever their charset was.
  return text?.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`) ?? null;
}

function noop(): void {}
