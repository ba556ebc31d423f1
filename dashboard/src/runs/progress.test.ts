/** Numbers that a person watches must add up. */
import { expect, test } from 'vitest';
import type { Run } from '../../../src/api/contract.ts';
import { paceOf, progressOf, sumOf } from './progress.ts';

const totals = {
  queued: 10,
  fetched: 20,
  unchanged: 4,
  missing: 1,
  broken: 2,
  failed: 5,
  records: 18,
  created: 3,
  updated: 4,
  asked: 1,
};
const run: Run = {
  runId: 'r',
  status: 'running',
  trigger: 'dashboard',
  startedAt: '2026-01-01T00:00:00Z',
  finishedAt: null,
  sources: [
    { source: 'a', totals },
    { source: 'b', totals },
  ],
  remaining: null,
  failures: [],
};

test('the sum over the sources', () => {
  expect(sumOf(run.sources)).toMatchObject({ queued: 20, fetched: 40, asked: 2 });
});

test('a broken page was fetched, and counts once', () => {
  expect(progressOf(totals)).toEqual({ done: 30, known: 40, share: 0.75 });
});

test('nothing known yet is no share of anything', () => {
  expect(progressOf(sumOf([])).share).toBeNull();
});

test('the pace is over the whole run, and not guessed in its first seconds', () => {
  expect(paceOf(run, Date.parse('2026-01-01T00:02:00Z'))).toBe(30);
  expect(paceOf(run, Date.parse('2026-01-01T00:00:02Z'))).toBeNull();
});
