/** Runs: `run` mirrors facts; the others count while work goes on, and are not rebuilt. */
import { integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { FailureCount, Totals } from '../domain/events.ts';

const time = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'string' });

export const run = pgTable('run', {
  runId: text('run_id').primaryKey(),
  /** running, done, partial, failed */
  status: text('status').notNull(),
  trigger: text('trigger').notNull(),
  actor: text('actor').notNull(),
  replay: jsonb('replay').$type<{ dir: string; at: string | null }>(),
  startedAt: time('started_at').notNull(),
  finishedAt: time('finished_at'),
  sources: jsonb('sources').$type<Record<string, Totals>>().notNull(),
  failures: jsonb('failures').$type<FailureCount[]>().notNull(),
});

const count = (name: string) => integer(name).notNull().default(0);

/** `open`: jobs queued or running; the run ends when all of its sources stand at zero. */
export const runProgress = pgTable(
  'run_progress',
  {
    runId: text('run_id').notNull(),
    source: text('source').notNull(),
    open: count('open'),
    fetched: count('fetched'),
    unchanged: count('unchanged'),
    missing: count('missing'),
    broken: count('broken'),
    failed: count('failed'),
    records: count('records'),
    created: count('created'),
    updated: count('updated'),
    asked: count('asked'),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [primaryKey({ name: 'run_progress_pkey', columns: [table.runId, table.source] })],
);

/** Failures of a run grouped by cause, with the newest as example. */
export const runFailure = pgTable(
  'run_failure',
  {
    runId: text('run_id').notNull(),
    source: text('source').notNull(),
    cause: text('cause').notNull(),
    count: integer('count').notNull(),
    message: text('message').notNull(),
    url: text('url'),
    lastAt: time('last_at').notNull(),
  },
  (table) => [primaryKey({ name: 'run_failure_pkey', columns: [table.runId, table.source, table.cause] })],
);

/** Pages a minute, for the last hours. */
export const throughput = pgTable('throughput', {
  minute: time('minute').primaryKey(),
  fetched: count('fetched'),
  failed: count('failed'),
});
