/**
 * An import that keeps nothing: the same jobs and the same commit, in one transaction that is rolled back. No
 * queue is touched; what would be queued is done at once, one after another.
 */

import { type ImportRequest, importWorks } from './commands.ts';
import { type CommitDeps, commitWithin } from './commit.ts';
import type { Fact, Recorded, Replay } from './domain/events.ts';
import type { Deps } from './pipeline/deps.ts';
import { isSlow, type Job, jobKey, jobSubject } from './pipeline/jobs.ts';
import type { Outcome } from './pipeline/outcome.ts';
import { slowSteps } from './pipeline/steps.ts';
import { failureOf, type Work } from './pipeline/work.ts';
import type { Db } from './platform/postgres.ts';
import { createReplay } from './platform/replay.ts';
import { readSnapshot } from './platform/snapshots.ts';

export type DryRun = {
  pages: number;
  created: number;
  changed: number;
  asked: number;
  games: { title: string; change: string }[];
  failures: string[];
};

/** Says what an import would do. Throws Refused as the import itself would. */
export async function dryRun(deps: CommitDeps, request: ImportRequest): Promise<DryRun> {
  const client = await deps.pool.connect();
  try {
    await client.query('begin; set local idle_in_transaction_session_timeout = 0');
    const { works } = await importWorks(deps, request);
    return await runAll(client, deps, works, request.replay);
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}

async function runAll(db: Db, deps: CommitDeps, first: readonly Work[], replay: Replay | undefined): Promise<DryRun> {
  const waiting: Job[] = [];
  const known = new Set<string>();
  const dry: CommitDeps = { ...deps, queue: collector(waiting, known), jobs: { ...deps.jobs, dry: true } };
  const web = replay ? createReplay({ dir: replay.dir, ...(replay.at ? { at: replay.at } : {}) }) : deps.jobs.web;
  const own: Deps = {
    ...deps.jobs,
    web,
    ...(replay ? { hostDelayMs: 0 } : {}),
    db,
    snapshot: (hash) => readSnapshot(db, hash),
  };
  const facts: Recorded<Fact>[] = [];
  const failures: string[] = [];
  facts.push(...(await commitWithin(db, dry, first, 'dry run')).facts);
  for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
    const origin = { source: job.source, runId: job.runId };
    await db.query('savepoint job');
    try {
      if (!isSlow(job)) throw new Error(`${job.kind} failed for ${jobKey(job)}.`);
      const step = slowSteps[job.kind] as (job: Job, deps: Deps, signal: AbortSignal) => Promise<Outcome>;
      const outcome = await step(job, own, new AbortController().signal);
      const failure = failureOf({ kind: 'outcome', outcome });
      if (failure) failures.push(failure.message);
      if (outcome.end === 'snooze') failures.push(`${jobSubject(job)} was put off: ${outcome.because}`);
      facts.push(...(await commitWithin(db, dry, [{ origin, result: { kind: 'outcome', outcome } }], 'dry run')).facts);
    } catch (error) {
      await db.query('rollback to savepoint job');
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  return report(facts, failures);
}

function report(facts: readonly Recorded<Fact>[], failures: string[]): DryRun {
  const titles = new Map<string, string>();
  const games: DryRun['games'] = [];
  for (const fact of facts) {
    if (fact.type === 'GameDrafted') titles.set(fact.payload.gameId, fact.payload.fields.title.value);
    if (fact.type === 'PageBroken') failures.push(fact.payload.reason);
    if (fact.type !== 'GamePublished') continue;
    const { gameId, first, set } = fact.payload;
    games.push({ title: titles.get(gameId) ?? gameId, change: first ? 'new' : Object.keys(set).join(', ') });
  }
  const created = games.filter(({ change }) => change === 'new').length;
  const of = (type: Fact['type']) => facts.filter((fact) => fact.type === type).length;
  return {
    pages: of('PageFetched'),
    created,
    changed: games.length - created,
    asked: of('ReviewOpened'),
    games,
    failures,
  };
}

/** Stands where the queue would: keeps jobs in memory, each key once. */
export function collector(waiting: Job[], known: Set<string>): CommitDeps['queue'] {
  return {
    ensure: async () => undefined,
    async enqueue(_db, jobs) {
      const fresh = jobs.filter(({ key }) => !known.has(key));
      for (const { key, job } of fresh) {
        known.add(key);
        waiting.push(job as unknown as Job);
      }
      return fresh;
    },
    complete: async () => new Set(),
    bury: async () => undefined,
    retryLater: async () => true,
    snooze: async () => 'waiting',
  };
}
