/**
 * The only writer. One transaction takes what jobs and commands return and makes it so: settles the jobs,
 * appends the facts, applies the views, runs the quick steps the facts set in motion, enqueues the slow
 * ones, and counts. All of it stands, or none.
 */
import type pg from 'pg';
import { type Fact, fact, type Recorded } from './domain/events.ts';
import type { EventId, RunId } from './domain/ids.ts';
import { streamOf, subjectOf } from './domain/streams.ts';
import { wellFormed } from './domain/well-formed.ts';
import { addFailures, addProgress, addThroughput, ended, shrunken } from './operate/progress.ts';
import { Tally } from './operate/tally.ts';
import { savePolls } from './pipeline/crawl/poll.ts';
import type { Deps } from './pipeline/deps.ts';
import { flow } from './pipeline/flow.ts';
import { isSlow, type Job, jobKey, jobSubject, type Origin, type QuickJob } from './pipeline/jobs.ts';
import type { NewFact, Outcome } from './pipeline/outcome.ts';
import { quickSteps } from './pipeline/steps.ts';
import { factsOf, jobsOf, pollsOf, snapshotsOf, type Work } from './pipeline/work.ts';
import { append, Conflict } from './platform/event-store.ts';
import { type Db, sqlState, transaction } from './platform/postgres.ts';
import { keep, readSnapshot } from './platform/snapshots.ts';
import { applyChanges } from './platform/view-store.ts';
import { enqueue, type QueueDeps, settle } from './settle.ts';
import { views } from './views.ts';

export type CommitDeps = QueueDeps & { pool: pg.Pool; jobs: Omit<Deps, 'db' | 'snapshot'> };

export type Committed = { facts: Recorded<Fact>[]; queues: Set<string>; enqueued: number };

const mostConflicts = 10;

/** Commits work in one transaction. Conflicts with other writers are tried again from what now stands. */
export async function commit(deps: CommitDeps, works: readonly Work[], actor: string): Promise<Committed> {
  for (let conflicts = 0; ; conflicts++) {
    try {
      return await transaction(deps.pool, (client) => commitWithin(client, deps, works, actor));
    } catch (error) {
      const passing = error instanceof Conflict || ['40001', '40P01'].includes(sqlState(error) ?? '');
      if (!passing || conflicts >= mostConflicts) throw error;
    }
  }
}

/** The same inside a transaction the caller holds, and may roll back: that is what a dry run does. */
export async function commitWithin(
  db: Db,
  deps: CommitDeps,
  works: readonly Work[],
  actor: string,
): Promise<Committed> {
  // A rebuild that swaps the tables waits for us, and we for it.
  if (!deps.jobs.dry) await db.query("select pg_advisory_xact_lock_shared(hashtext('variorum.commit'))");
  const now = deps.jobs.now();
  const tally = new Tally();
  const ours = await settle(db, deps, works, tally, now);
  const bodies = new Map(ours.flatMap((work) => snapshotsOf(work).map(({ hash, body }) => [hash, body] as const)));
  await keep(
    db,
    [...bodies].map(([hash, body]) => ({ hash, body })),
    now,
  );
  const jobDeps: Deps = { ...deps.jobs, db, snapshot: async (hash) => bodies.get(hash) ?? readSnapshot(db, hash) };

  const facts: Recorded<Fact>[] = [];
  const asked = ours.flatMap(jobsOf);
  const waiting: Job[] = asked.filter(isSlow);
  const unread = new Set<string>();
  let pending: Pending[] = ours.flatMap(({ origin, result, taken }) =>
    factsOf(result).map((fact) => ({ fact, origin, causedBy: taken?.job.causedBy ?? null })),
  );
  let quick: QuickJob[] = ours.flatMap(({ result }) => (result.kind === 'quick' ? [result.job] : []));
  const own = new Set(quick);
  quick.push(...(asked.filter((job) => !isSlow(job)) as QuickJob[]));
  while (pending.length > 0 || quick.length > 0) {
    const recorded = await record(db, jobDeps, pending, actor);
    for (const [index, fact] of recorded.entries()) {
      const origin = pending[index]?.origin ?? { source: '', runId: null };
      facts.push(fact);
      tally.fact(fact, origin);
      if (fact.type === 'PageBroken') unread.add(fact.payload.pageId);
      for (const job of flow(fact, origin)) (isSlow(job) ? waiting : quick).push(job as QuickJob);
    }
    const ran = await runQuick(quick, jobDeps, own);
    quick = [];
    for (const job of ran.jobs) (isSlow(job) ? waiting : quick).push(job as QuickJob);
    for (const { job, error } of ran.apart) {
      waiting.push(job);
      if (job.kind === 'extract') unread.add(job.pageId);
      if (error instanceof Conflict) throw error;
    }
    for (const { job, outcome } of ran.cancelled) {
      tally.failure({ ...originOf(job), cause: outcome.cause, message: outcome.because, url: jobSubject(job) });
      if (job.kind === 'extract') unread.add(job.pageId);
    }
    pending = ran.pending;
  }

  const polls = ours.flatMap(pollsOf);
  for (const work of ours) for (const { result } of pollsOf(work)) tally.visit(work.origin, result);
  await savePolls(db, polls, unread, now);
  const enqueued = await enqueue(db, deps, waiting, tally);
  await addFailures(db, tally.failed, now);
  if (!deps.jobs.dry) await addThroughput(db, tally.visited(), tally.failed.length, now);
  const quiet = await addProgress(db, [...tally.deltas.values()], now);
  const started = facts.flatMap((fact) => (fact.type === 'RunStarted' ? [fact.payload.runId] : []));
  for (const runId of new Set([...quiet, ...started])) facts.push(...(await finish(db, jobDeps, runId, actor)));
  const changed = [...new Set([...facts.map(({ type }) => type), ...(tally.deltas.size > 0 ? ['progress'] : [])])];
  if (changed.length > 0) {
    await db.query("select pg_notify('variorum', $1)", [`${changed.join()}|${facts.at(-1)?.position ?? ''}`]);
  }
  return { facts, queues: new Set(enqueued.map((job) => job.queue)), enqueued: enqueued.length };
}

type Pending = { fact: NewFact; origin: Origin; causedBy: EventId | null };

async function record(db: Db, deps: Deps, pending: readonly Pending[], actor: string): Promise<Recorded<Fact>[]> {
  const at = deps.now().toISOString();
  const stored = await append(
    db,
    pending.map(({ fact: { expected, ...fact }, origin, causedBy }) => ({
      eventId: deps.newId(),
      type: fact.type,
      stream: streamOf(fact as Fact),
      expected,
      ...subjectOf(fact as Fact),
      payload: wellFormed(fact.payload),
      at,
      correlationId: origin.runId,
      causationId: causedBy,
      actor,
    })),
  );
  const recorded = stored as unknown as Recorded<Fact>[];
  const changes = recorded.flatMap((fact) => views.flatMap((view) => view.on(fact)));
  // Rows that all writers add to would be held for as long as a dry run lasts.
  await applyChanges(db, deps.dry ? changes.filter(({ op }) => op !== 'add') : changes);
  return recorded;
}

/** Runs quick jobs, many of a kind together. One that fails is set apart to run alone; one that was alone already fails here. */
async function runQuick(jobs: readonly QuickJob[], deps: Deps, own: ReadonlySet<QuickJob>) {
  const pending: Pending[] = [];
  const apart: { job: QuickJob; error: Error }[] = [];
  const more: Job[] = [];
  const cancelled: { job: QuickJob; outcome: Extract<Outcome, { end: 'cancel' }> }[] = [];
  const distinct = [...new Map(jobs.map((job) => [jobKey(job), job])).values()];
  for (const kind of Object.keys(quickSteps) as QuickJob['kind'][]) {
    const same = distinct.filter((job) => job.kind === kind);
    if (same.length === 0) continue;
    const step = quickSteps[kind] as (jobs: QuickJob[], deps: Deps) => Promise<(Outcome | Error)[]>;
    for (const [index, outcome] of (await step(same, deps)).entries()) {
      const job = same[index] as QuickJob;
      if (outcome instanceof Error) {
        if (own.has(job)) throw outcome;
        apart.push({ job, error: outcome });
      } else if (outcome.end === 'done') {
        more.push(...(outcome.jobs ?? []));
        for (const fact of outcome.facts) {
          pending.push({ fact, origin: originOf(job), causedBy: job.causedBy ?? null });
        }
      } else if (outcome.end === 'cancel') cancelled.push({ job, outcome });
    }
  }
  return { pending, apart, cancelled, jobs: more };
}

const originOf = ({ source, runId }: Job): Origin => ({ source, runId });

async function finish(db: Db, deps: Deps, runId: RunId, actor: string): Promise<Recorded<Fact>[]> {
  const end = await ended(db, runId);
  if (!end) return [];
  const alarms = await shrunken(db, runId, end.sources);
  const facts = [
    ...alarms.map((alarm) => fact('ListingShrank', { runId, ...alarm })),
    fact('RunFinished', { runId, ...end }),
  ];
  return record(
    db,
    deps,
    facts.map((one) => ({ fact: one, origin: { source: '', runId }, causedBy: null })),
    actor,
  );
}
