/** Every kind of job, one union. `runId` is null for work that no import asked for. */
import type { Because, Beside } from '../domain/events.ts';
import type { EventId, GameId, PageId, RecordId, RunId } from '../domain/ids.ts';
import type { Doubt } from '../domain/match.ts';
import type { UrlCategory } from '../domain/record.ts';

/** Whose work it is: the source that set it off, and the import that asked for it. */
export type Origin = { source: string; runId: RunId | null };
type Common = Origin & {
  causedBy?: EventId;
  /** How often it failed so far; kept by the queue. */
  failures?: number;
};

/** `person`: the page of somebody credited. `moved`: where a page of the source itself leads. */
export type Link = { as: UrlCategory | 'person' | 'moved'; url: string };

/** Waits in the source's queue: it needs the network, or there is much of it. */
export type SlowJob =
  | (Common & {
      kind: 'discover';
      url: string;
      limit: number | null;
      /** What the listing that led here named: one that names the same again ignores its page number. */
      after?: string;
      /** How many listings led here. */
      depth?: number;
    })
  | (Common & { kind: 'fetch'; pageId: PageId; url: string })
  /** After a drift has ended: readings that were held are published, some at a time. */
  | (Common & { kind: 'release'; after: RecordId | null; fields: string[] })
  /** After the rules changed (`rules`: their hash): games are drafted anew, some at a time. */
  | (Common & { kind: 'redraft'; after: GameId | null; rules: string })
  /** There are enough new judgements to learn from. */
  | (Common & { kind: 'train' })
  /** After another model came into force (`choice`: its place in the log): records are compared anew, some at a time. */
  | (Common & { kind: 'recompare'; after: RecordId | null; choice: string });

/** Runs at once, in the transaction of the fact that set it off; queued apart only when it failed there. */
export type QuickJob =
  | (Common & {
      kind: 'extract';
      pageId: PageId;
      url: string;
      from: string;
      snapshot: string;
      contentType: string | null;
      beside?: Beside[];
      /** Kept bytes are read once more: only what comes out differently is a fact. */
      again?: true;
    })
  /** Links that may lead to pages of sources. */
  | (Common & { kind: 'follow'; pageId: PageId; recordId: RecordId | null; links: Link[] })
  /** Held readings are published, but for those that still lack one of the fields. */
  | (Common & { kind: 'unhold'; after: RecordId | null; fields: string[] })
  /** `again`: only another model may have changed what it says. */
  | (Common & { kind: 'match'; recordId: RecordId; again?: true })
  /** There is a new judgement: is it time to train? */
  | (Common & { kind: 'learn' })
  /** Something changed that these records' games rest on. */
  | (Common & { kind: 'cluster'; records: RecordId[]; because: Because })
  /** What is in doubt about these games now; other questions about them have no object any more. */
  | (Common & { kind: 'ask'; games: GameId[]; doubts: Doubt[]; because: Because })
  /** `arranged`: by hand, so that a large change is meant. */
  | (Common & { kind: 'draft'; gameId: GameId; arranged?: true })
  | (Common & { kind: 'refine'; gameId: GameId; draftHash: string })
  /** `undone`: the answer that may have let the game in was taken back. */
  | (Common & { kind: 'gate'; gameId: GameId; draftHash: string; approved: boolean; undone?: true });

export type Job = SlowJob | QuickJob;
export type JobKind = Job['kind'];

export const isSlow = (job: Job): job is SlowJob => slowKinds.has(job.kind);
const slowKinds: ReadonlySet<JobKind> = new Set(['discover', 'fetch', 'release', 'redraft', 'train', 'recompare']);

/** Two waiting jobs with one key are one job. */
export function jobKey(job: Job): string {
  const run = job.runId ?? '';
  switch (job.kind) {
    case 'discover':
      return `discover|${job.url}|${run}`;
    case 'fetch':
    case 'extract':
      return `${job.kind}|${job.pageId}|${run}`;
    case 'follow':
      return `follow|${job.recordId ?? job.pageId}|${run}`;
    case 'release':
      return `release|${job.source}|${job.after ?? ''}`;
    case 'unhold':
      return `unhold|${job.source}|${job.after ?? ''}`;
    case 'redraft':
      return `redraft|${job.rules}|${job.after ?? ''}`;
    case 'train':
    case 'learn':
      return job.kind;
    case 'recompare':
      return `recompare|${job.choice}|${job.after ?? ''}`;
    case 'match':
      return `match|${job.recordId}|${run}`;
    case 'cluster':
      return `cluster|${job.causedBy ?? job.records.join()}`;
    case 'ask':
      return `ask|${job.games[0] ?? ''}|${run}`;
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
    case 'follow':
      return job.pageId;
    case 'release':
    case 'unhold':
      return job.source;
    case 'redraft':
    case 'train':
    case 'learn':
    case 'recompare':
      return 'the catalogue';
    case 'match':
      return job.recordId;
    case 'cluster':
      return job.records[0] ?? '';
    case 'ask':
      return job.games[0] ?? '';
    case 'draft':
    case 'refine':
    case 'gate':
      return job.gameId;
  }
}
