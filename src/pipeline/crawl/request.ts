/** Asking a site, politely: waits for its turn at the host, and turns what went wrong into how the job ends. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Source } from '../../domain/source.ts';
import { pauseHost, reserve } from '../../platform/host-budget.ts';
import type { Answer, Request } from '../../platform/web.ts';
import type { Deps } from '../deps.ts';
import { type Outcome, WorkFailed } from '../outcome.ts';

/** A job waits this long for its turn; if the turn is later, it goes back to the queue. */
const mostWaitMs = 30_000;

type Useful = Extract<Answer, { kind: 'body' | 'unchanged' | 'missing' }>;

/** Returns an answer to work with, or how the job ends for want of one. Throws WorkFailed when trying again may help. */
export async function requestPage(
  deps: Deps,
  source: Source,
  request: Request,
  signal: AbortSignal,
): Promise<Useful | Outcome> {
  const host = new URL(request.url).host;
  const turn = await reserve(deps.turns, host, deps.hostDelayMs ?? source.hostDelayMs, mostWaitMs);
  if (turn.kind === 'full') {
    return {
      end: 'snooze',
      until: new Date(deps.now().getTime() + turn.waitMs),
      because: `${host} is asked often enough for now.`,
    };
  }
  if (turn.waitMs > 0) await sleep(turn.waitMs, undefined, { signal });
  const answer = await deps.web(request, signal);
  switch (answer.kind) {
    case 'body':
    case 'unchanged':
    case 'missing':
      return answer;
    case 'pause': {
      const until = new Date(answer.untilMs);
      await pauseHost(deps.turns, host, until);
      return { end: 'snooze', until, because: answer.because };
    }
    case 'failed':
      if (hopeless.has(answer.cause)) return { end: 'cancel', cause: answer.cause, because: answer.message };
      throw new WorkFailed(answer.cause, answer.message, request.url);
  }
}

/** Causes that the next attempt would meet again. */
const hopeless: ReadonlySet<string> = new Set([
  'too-large',
  'redirects',
  'refused-address',
  'not-http',
  'decompression',
]);

export function sourceOf(deps: Pick<Deps, 'sources'>, name: string): Source {
  const source = deps.sources.find((candidate) => candidate.name === name);
  if (!source) throw new Error(`There is no source ${name}.`);
  return source;
}
