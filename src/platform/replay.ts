/**
 * A recorded web in place of the network (`--replay DIR`). Only the asking differs: redirects, limits,
 * decompression and what an answer means are those of the live web.
 */
import { createReadStream } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { type Ask, converse } from './converse.ts';
import { failure } from './failure.ts';
import { asAsked, firstDay, type Recorded, readScript } from './replay-script.ts';
import type { Request, Web, WebLimits } from './web.ts';

export type ReplayOptions = Partial<WebLimits> & {
  dir: string;
  /** The day to replay, EDTF; the end of time when left out. */
  at?: string;
};

/**
 * Opens the recorded web in `dir`; throws one sentence when it cannot be used. Of the answers of a URL those
 * hold that have the newest `from` not after `at`; several such are given in turn, the last again and again.
 */
export function createReplay({ dir, at, fetchTimeoutMs = 30_000, maxBodyBytes = 64_000_000 }: ReplayOptions): Web {
  const turns = takeTurns(readScript(dir), at === undefined ? null : firstDay(at));
  const ask: Ask = async (url, request, signal) => {
    const recorded = turns(url.href, request.post);
    if (recorded?.fault === 'hang') {
      await setTimeout(fetchTimeoutMs, undefined, { signal });
      throw failure('timeout', 'the site kept silent too long');
    }
    if (recorded?.fault === 'reset') throw failure('interrupted', 'the connection broke off');
    const { status, body } = respond(recorded, request, signal);
    return { url, status, header: (name) => recorded?.headers.get(name) ?? null, body, discard: async () => {} };
  };
  const course = { fetchTimeoutMs, maxBodyBytes, ask, mayUsePort: () => true };
  return (request, signal) => converse(course, request, signal);
}

function respond(recorded: Recorded | null, request: Request, signal: AbortSignal) {
  if (!recorded) return { status: 404, body: nothing() };
  const etag = recorded.headers.get('etag');
  const isKnown = recorded.status === 200 && etag !== undefined && etag === request.etag;
  if (isKnown || !recorded.file) return { status: isKnown ? 304 : recorded.status, body: nothing() };
  return { status: recorded.status, body: readLazily(recorded.file, signal) };
}

/** Opens the file only when the body is wanted. */
async function* readLazily(file: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  yield* createReadStream(file, { signal });
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function takeTurns(script: Recorded[], at: string | null): (url: string, post?: string) => Recorded | null {
  const standing = new Map<string, Recorded[]>();
  for (const recorded of script) {
    if (at !== null && recorded.from > at) continue;
    const asked = exchangeOf(recorded.url, recorded.post);
    const rivals = standing.get(asked);
    const newest = rivals?.[0]?.from ?? '';
    if (!rivals || recorded.from > newest) standing.set(asked, [recorded]);
    else if (recorded.from === newest) rivals.push(recorded);
  }
  return (url, post) => {
    const answers = standing.get(exchangeOf(asAsked(url), post)) ?? [];
    return (answers.length > 1 ? answers.shift() : answers[0]) ?? null;
  };
}

/** A GET and every POST of another body are different questions. */
const exchangeOf = (url: string, post: string | undefined) => (post === undefined ? url : `${url} ${post}`);
