/** What a job may touch. Given by `app.ts`; tests give a replay for the web and a clock of their own. */
import type { GameId } from '../domain/ids.ts';
import type { Source, SourceSettings } from '../domain/source.ts';
import type { Db } from '../platform/postgres.ts';
import type { Web } from '../platform/web.ts';
import type { QuickJob, SlowJob } from './jobs.ts';
import type { Outcome } from './outcome.ts';

export type Deps = {
  db: Db;
  /** Where turns at hosts are reserved: never inside a transaction that others would wait for. */
  turns: Db;
  web: Web;
  sources: readonly Source[];
  settings: SourceSettings;
  /** Overrides every source's delay between requests; null leaves it to the source. */
  hostDelayMs: number | null;
  /** Nothing of this is kept: it must not keep others waiting either. */
  dry?: boolean;
  now(): Date;
  newId(): string;
  /** Kept bytes by hash; null when none are kept. */
  snapshot(hash: string): Promise<Uint8Array | null>;
};

export type SlowStep<Kind extends SlowJob['kind']> = (
  job: Extract<SlowJob, { kind: Kind }>,
  deps: Deps,
  signal: AbortSignal,
) => Promise<Outcome>;

/** Takes many jobs of one kind and answers each, in order; an Error answers for its own job alone. */
export type QuickStep<Kind extends QuickJob['kind']> = (
  jobs: Extract<QuickJob, { kind: Kind }>[],
  deps: Deps,
) => Promise<(Outcome | Error)[]>;

export const asGameId = (id: string): GameId => id as GameId;

/** Runs a pure step for each job apart, so that one that throws does not take the others along. */
export function each<J>(jobs: readonly J[], step: (job: J) => Outcome): (Outcome | Error)[] {
  return jobs.map((job) => {
    try {
      return step(job);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  });
}
