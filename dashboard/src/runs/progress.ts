/**
 * How far a run is, from the counts of its sources. `queued` is what still waits; a broken page was
 * fetched first, so it is counted there already.
 */
import type { Breakdown, Run } from '../../../src/api/contract.ts';

export const counts = [
  'queued',
  'fetched',
  'unchanged',
  'missing',
  'broken',
  'failed',
  'records',
  'created',
  'updated',
  'asked',
] as const satisfies (keyof Breakdown)[];

export function sumOf(sources: Run['sources']): Breakdown {
  const sum: Breakdown = {
    queued: 0,
    fetched: 0,
    unchanged: 0,
    missing: 0,
    broken: 0,
    failed: 0,
    records: 0,
    created: 0,
    updated: 0,
    asked: 0,
  };
  for (const { totals } of sources) for (const count of counts) sum[count] += totals[count];
  return sum;
}

export type Progress = {
  done: number;
  known: number;
  /** 0 to 1; null while nothing is known to be done. */
  share: number | null;
};

export function progressOf(totals: Breakdown): Progress {
  const done = totals.fetched + totals.unchanged + totals.missing + totals.failed;
  const known = done + totals.queued;
  return { done, known, share: known === 0 ? null : done / known };
}

/** Pages a minute since the start; null in the first seconds, when a rate would be a guess. */
export function paceOf(run: Run, now: number): number | null {
  const minutes = ((run.finishedAt ? Date.parse(run.finishedAt) : now) - Date.parse(run.startedAt)) / 60_000;
  return minutes < 0.1 ? null : progressOf(sumOf(run.sources)).done / minutes;
}
