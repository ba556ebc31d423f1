/**
 * How a job may end. A job cannot write: it returns what happened, and `commit` makes it so. Anything
 * thrown is a failure or a bug, and means "again later".
 */
import type { Fact } from '../domain/events.ts';
import type { PageId } from '../domain/ids.ts';
import type { Job } from './jobs.ts';

export type Outcome =
  | { end: 'done'; facts: NewFact[]; snapshots?: Snapshot[]; polls?: Poll[]; jobs?: Job[] }
  /** "The host wants a pause": no failure, costs no attempt. */
  | { end: 'snooze'; until: Date; because: string }
  /** Trying again would not help: the page counts as failed, at once. */
  | { end: 'cancel'; cause: string; because: string; facts?: NewFact[]; polls?: Poll[] };

/** `expected`: the version the stream must be at, 0 for a stream that must not exist; left out: any. */
export type NewFact = Fact & { expected?: number };

/** Raw bytes to keep, named by their sha256 in hex. */
export type Snapshot = { hash: string; body: Uint8Array };

/** What a visit to a page told about the page as a whole; no fact unless something changed. */
export type Poll = {
  pageId: PageId;
  etag: string | null;
  lastModified: string | null;
  result: 'fetched' | 'unchanged' | 'missing';
};

export const done = (
  facts: NewFact[],
  more: { snapshots?: Snapshot[]; polls?: Poll[]; jobs?: Job[] } = {},
): Outcome => ({
  end: 'done',
  facts,
  ...more,
});

/** A failure of the world, not of the code: it has a cause to be counted by and a sentence to be read. */
export class WorkFailed extends Error {
  override readonly cause: string;
  readonly url: string | null;
  constructor(cause: string, message: string, url: string | null) {
    super(message);
    this.name = 'WorkFailed';
    this.cause = cause;
    this.url = url;
  }
}
