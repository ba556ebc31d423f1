/** Every kind of job, one union. `runId` is null for work that no import asked for. */
import type { EventId, GameId, PageId, RecordId, RunId } from '../domain/ids.ts';

/** Whose work it is: the source that set it off, and the import that asked for it. */
export type Origin = { source: string; runId: RunId | null };
type Common = Origin & {
  causedBy?: EventId;
  /** How often it failed so far; kept by the queue. */
  failures?: number;
};

/** Waits in the source's queue: it needs the network. */
export type SlowJob =
  | (Common & { kind: 'discover'; url: string; limit: number | null })
  | (Common & { kind: 'fetch'; pageId: PageId; url: string });

/** Runs at once, in the transaction of the fact that set it off; queued apart only when it failed there. */
export type QuickJob =
  | (Common & {
      kind: 'extract';
      pageId: PageId;
      url: string;
      from: string;
      snapshot: string;
      contentType: string | null;
    })
  | (Common & { kind: 'match'; recordId: RecordId })
  | (Common & { kind: 'ask'; recordId: RecordId })
  | (Common & { kind: 'cluster'; recordId: RecordId; gameId: GameId; because: 'match' | 'judgement' })
  | (Common & { kind: 'draft'; gameId: GameId })
  | (Common & { kind: 'refine'; gameId: GameId; draftHash: string })
  | (Common & { kind: 'gate'; gameId: GameId; draftHash: string; approved: boolean });

export type Job = SlowJob | QuickJob;
export type JobKind = Job['kind'];

export const isSlow = (job: Job): job is SlowJob => job.kind === 'discover' || job.kind === 'fetch';

/** Two waiting jobs with one key are one job. */
export function jobKey(job: Job): string {
  const run = job.runId ?? '';
  switch (job.kind) {
    case 'discover':
      return `discover|${job.url}|${run}`;
    case 'fetch':
    case 'extract':
      return `${job.kind}|${job.pageId}|${run}`;
    case 'match':
    case 'ask':
    case 'cluster':
      return `${job.kind}|${job.recordId}|${run}`;
    case 'draft':
    case 'refine':
    case 'gate':
      return `${job.kind}|${job.gameId}|${run}`;
  }
}

/** The address or id a person knows the job by. */
export function jobSubject(job: Job): string {
  switch (job.kind) {
    case 'discover':
    case 'fetch':
    case 'extract':
      return job.url;
    case 'match':
    case 'ask':
    case 'cluster':
      return job.recordId;
    case 'draft':
    case 'refine':
    case 'gate':
      return job.gameId;
  }
}
