/**
 * The course of a request, the same for the live and the recorded web: each address is checked before it is
 * asked, redirects are followed by hand, time is bounded, and whatever goes wrong ends as an answer.
 */
import { type Exchange, readAnswer } from './answer.ts';
import { failedAnswer, failure } from './failure.ts';
import type { Answer, Request, WebLimits } from './web.ts';

/** Asks one address once. */
export type Ask = (url: URL, request: Request, signal: AbortSignal) => Promise<Exchange & { discard(): Promise<void> }>;

export type Course = WebLimits & {
  ask: Ask;
  /** Beyond http and https, on which ports pages may be asked for. */
  mayUsePort(url: URL): boolean;
};

const mostRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);
/** A page on a slow line is worth waiting for, a drip of one byte a second is not. */
const totalTimeouts = 4;

/** Carries a request through to its answer. */
export async function converse(course: Course, request: Request, signal?: AbortSignal): Promise<Answer> {
  signal?.throwIfAborted();
  const trail = [request.url];
  const ending = new AbortController();
  const giveUp = () => ending.abort(signal?.reason);
  signal?.addEventListener('abort', giveUp, { once: true });
  const totalMs = totalTimeouts * course.fetchTimeoutMs;
  const timer = setTimeout(
    () => ending.abort(failure('timeout', `the answer was not complete after ${totalMs / 1000} s`)),
    totalMs,
  );
  try {
    return await followTrail(course, request, trail, ending.signal);
  } catch (error) {
    signal?.throwIfAborted();
    const last = trail.at(-1) ?? request.url;
    // What an aborted stream says of itself matters less than why it was aborted.
    const reason = ending.signal.aborted ? ending.signal.reason : error;
    return failedAnswer(reason, last === request.url ? last : `${request.url} (redirected to ${last})`);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
}

async function followTrail(course: Course, request: Request, trail: string[], signal: AbortSignal): Promise<Answer> {
  let url = checkedUrl(request.url, course);
  const seen = new Set<string>();
  for (;;) {
    seen.add(url.href);
    const exchange = await course.ask(url, trail.length === 1 ? request : redirected(request, url), signal);
    if (!redirects.has(exchange.status)) {
      if (exchange.status < 200 || exchange.status >= 300) await exchange.discard();
      return await readAnswer(exchange, request, course);
    }
    await exchange.discard();
    const location = exchange.header('location');
    if (!location) throw failure('redirects', 'it redirects without saying where');
    const next = URL.canParse(location, url.href) ? new URL(location, url.href).href : location;
    trail.push(next);
    url = checkedUrl(next, course);
    if (seen.has(url.href)) throw failure('redirects', 'it redirects in a circle');
    if (trail.length > mostRedirects + 1) throw failure('redirects', `it redirects more than ${mostRedirects} times`);
  }
}

/** What is still sent after a redirect: no body, and keys only to the host they are for. */
function redirected({ headers, post: _, ...rest }: Request, to: URL): Request {
  return headers && new URL(rest.url).origin === to.origin ? { ...rest, headers } : rest;
}

/** The parsed URL is what is checked and what is asked: no second parser may read it differently. */
function checkedUrl(text: string, course: Course): URL {
  if (!URL.canParse(text)) throw failure('not-http', 'it is not a URL');
  const url = new URL(text);
  url.hash = '';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw failure('not-http', `only http and https are fetched, not ${url.protocol.slice(0, -1)}`);
  }
  if (!course.mayUsePort(url)) {
    throw failure('refused-address', `no pages are fetched from port ${url.port} (VARIORUM_CONNECT_TO can permit it)`);
  }
  return url;
}
