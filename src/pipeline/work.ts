/** A piece of work on its way to `commit`: whose it is, the job it settles, and how it ended. */
import { wellFormed } from '../domain/well-formed.ts';
import type { Taken } from '../platform/queue.ts';
import type { Job, Origin, QuickJob } from './jobs.ts';
import type { NewFact, Outcome, Poll, WorkFailed } from './outcome.ts';

/** How a piece of work ended: a job's outcome, a quick job to run here, or a failure (`final`: no further attempt). */
export type Result =
  | { kind: 'outcome'; outcome: Outcome }
  | { kind: 'quick'; job: QuickJob }
  | { kind: 'failure'; error: WorkFailed; final: boolean };
export type Work = { origin: Origin; taken?: Taken<Job>; result: Result };

/** One queue a source, and one for work on the catalogue as a whole, which is no source's. */
export const queueOf = (source: string): string => (source === '' ? catalogueQueue : `source.${source}`);
export const catalogueQueue = 'catalogue';
export const endsJob = (result: Result): boolean =>
  result.kind === 'quick' || (result.kind === 'failure' ? result.final : result.outcome.end !== 'snooze');
export const snapshotsOf = ({ result }: Work) =>
  result.kind === 'outcome' && result.outcome.end === 'done' ? (result.outcome.snapshots ?? []) : [];
export const jobsOf = ({ result }: Work): Job[] =>
  result.kind === 'outcome' && result.outcome.end === 'done' ? (result.outcome.jobs ?? []) : [];
export const factsOf = (result: Result): NewFact[] =>
  result.kind === 'outcome' && result.outcome.end !== 'snooze' ? (result.outcome.facts ?? []) : [];
export const pollsOf = ({ result }: Work): Poll[] =>
  result.kind === 'outcome' && result.outcome.end !== 'snooze' ? (result.outcome.polls ?? []) : [];

/** The failure a result counts as, if it is one. */
export function failureOf(result: Result): { cause: string; message: string; url: string | null } | null {
  if (result.kind === 'failure')
    return { cause: result.error.cause, message: wellFormed(result.error.message), url: result.error.url };
  if (result.kind === 'outcome' && result.outcome.end === 'cancel') {
    return { cause: result.outcome.cause, message: wellFormed(result.outcome.because), url: null };
  }
  return null;
}
