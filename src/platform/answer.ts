/** From one HTTP exchange, live or recorded, to the answer it means. */

import { checkAnnouncedLength, readBody } from './body.ts';
import { now } from './clock.ts';
import { failure } from './failure.ts';
import type { Answer, Request, WebLimits } from './web.ts';

export type Exchange = {
  url: URL;
  status: number;
  /** A header's value by its lower-case name. */
  header(name: string): string | null;
  body: AsyncIterable<Uint8Array>;
};

/** A host may ask for more; it is asked again after a day. */
const longestPauseMs = 86_400_000;

/** What an exchange that is no redirect means; throws a failure for what cannot be used. */
export async function readAnswer(exchange: Exchange, request: Request, limits: WebLimits): Promise<Answer> {
  const { status, header } = exchange;
  if (status >= 200 && status < 300) {
    checkAnnouncedLength(header('content-length'), limits.maxBodyBytes);
    const body = await readBody(exchange.body, header('content-encoding') ?? '', limits.maxBodyBytes);
    return {
      kind: 'body',
      url: exchange.url.href,
      status,
      contentType: header('content-type'),
      body,
      etag: header('etag'),
      lastModified: header('last-modified'),
    };
  }
  if (status === 304 && isConditional(request)) return { kind: 'unchanged' };
  if (status === 404 || status === 410) return { kind: 'missing', status };
  if (status === 429 || status === 503) {
    const untilMs = pauseEnd(header('retry-after'), now().getTime());
    if (untilMs !== null) {
      const until = new Date(untilMs).toISOString();
      return {
        kind: 'pause',
        untilMs,
        because: `${exchange.url.host} answered ${status} and asks to wait until ${until}.`,
      };
    }
  }
  throw failure('status', `the site answered ${status}${status === 304 ? ' although we hold no copy' : ''}`);
}

function isConditional(request: Request): boolean {
  return request.etag !== undefined || request.lastModified !== undefined;
}

/** Reads Retry-After in both its forms, seconds and a date; null when it is absent or makes no sense. */
export function pauseEnd(retryAfter: string | null, nowMs: number): number | null {
  const text = retryAfter?.trim() ?? '';
  const wanted = /^\d+$/.test(text) ? nowMs + Number(text) * 1000 : /GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(wanted)) return null;
  return Math.min(Math.max(wanted, nowMs), nowMs + longestPauseMs);
}
