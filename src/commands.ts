/** What people ask for: each command checks its words and hands facts to `commit`, as jobs do. */
import { type CommitDeps, commit } from './commit.ts';
import { type Fact, fact, type Payloads, type Replay } from './domain/events.ts';
import type { PageId, RunId } from './domain/ids.ts';
import { type Source, whyOff } from './domain/source.ts';
import { visits } from './pipeline/crawl/discover.job.ts';
import type { Job } from './pipeline/jobs.ts';
import { done } from './pipeline/outcome.ts';
import type { Work } from './pipeline/work.ts';
import { Refused } from './refused.ts';

export type ImportRequest = {
  /** Empty, and no URLs either: every source that is ready. */
  sources: readonly string[];
  urls: readonly string[];
  limit?: number | undefined;
  /** Only what the sites' own feeds of changes name, since the last import of each source that came to its end. */
  changed?: boolean | undefined;
  replay?: Replay | undefined;
  trigger: Payloads['RunStarted']['trigger'];
  actor: string;
};

/** Starts an import; throws Refused when a source or URL is unknown or nothing is ready. */
export async function startImport(deps: CommitDeps, request: ImportRequest): Promise<RunId> {
  const works = await importWorks(deps, request);
  await commit(deps, works.works, request.actor);
  return works.runId;
}

/** The work that begins an import; a dry run commits it elsewhere. */
export async function importWorks(deps: CommitDeps, request: ImportRequest): Promise<{ runId: RunId; works: Work[] }> {
  const { sources: known, settings, newId } = deps.jobs;
  const named = request.sources.map((name) => sourceNamed(known, name));
  const byUrl = Map.groupBy(request.urls, (url) => sourceFor(known, url));
  const paused = await pausedSources(deps);
  const wholes =
    named.length > 0 || request.urls.length > 0
      ? named
      : known.filter(
          (source) =>
            whyOff(source, settings) === null && !paused.has(source.name) && (!request.changed || source.changes),
        );
  for (const source of [...wholes, ...byUrl.keys()]) {
    const why = paused.get(source.name);
    if (why !== undefined) throw new Refused(`The source ${source.name} is paused (${why}): resume it first.`);
  }
  for (const source of wholes) {
    const missing = whyOff(source, settings);
    if (missing !== null) throw new Refused(missing);
  }
  if (wholes.length === 0 && byUrl.size === 0)
    throw new Refused('No source is ready: all are paused or want a setting. See `variorum sources list`.');
  const feedless = request.changed ? named.find((source) => !source.changes) : undefined;
  if (feedless)
    throw new Refused(`The source ${feedless.name} has no feed of changes: import it whole, without --changed.`);
  const since = request.changed ? await lastImports(deps) : new Map<string, Date>();
  const runId = newId() as RunId;
  const started = fact('RunStarted', {
    runId,
    trigger: request.trigger,
    sources: [...new Set([...wholes, ...byUrl.keys()].map(({ name }) => name))].sort(),
    urls: [...request.urls],
    limit: request.limit ?? null,
    replay: request.replay ?? null,
    ...(request.changed && { changed: true }),
  });
  const works: Work[] = [{ origin: { source: '', runId }, result: { kind: 'outcome', outcome: done([started]) } }];
  const plans = [
    ...wholes.map((source) => ({ source, urls: [] as string[] })),
    ...[...byUrl].map(([source, urls]) => ({ source, urls })),
  ];
  for (const { source, urls } of plans) {
    const origin = { source: source.name, runId };
    const seeds =
      urls.length > 0
        ? urls.map((url) => ({ as: 'page' as const, url }))
        : request.changed
          ? (source.changes?.(
              since.get(source.name) ?? new Date(deps.jobs.now().getTime() - usualWindowMs),
              settings,
            ) ?? [])
          : source.seeds(settings);
    const listings = seeds.filter((seed) => seed.as === 'listing');
    const limit = request.limit === undefined ? null : Math.ceil(request.limit / Math.max(listings.length, 1));
    const jobs = listings.map(({ url }): Job => ({ kind: 'discover', ...origin, url, limit }));
    const pages = seeds
      .filter((seed) => seed.as === 'page')
      .slice(0, request.limit)
      .map(({ url }) => url);
    const isWhole = urls.length === 0 && request.limit === undefined && !request.changed;
    const waiting = isWhole ? await waitingPages(deps, origin) : [];
    const visit = await visits({ db: deps.pool, sources: known }, pages, origin);
    works.push({
      origin,
      result: { kind: 'outcome', outcome: done(visit.facts, { jobs: [...jobs, ...visit.jobs, ...waiting] }) },
    });
  }
  return { runId, works };
}

/** Holds a source: its jobs wait until it is resumed. */
export async function pauseSource(deps: CommitDeps, name: string, reason: string, actor: string): Promise<void> {
  const { name: source } = sourceNamed(deps.jobs.sources, name);
  if (!reason.trim()) throw new Refused('A pause needs a reason, for those who find it later.');
  await commitFact(deps, fact('SourcePaused', { source, reason: reason.trim() }), actor);
}

export async function resumeSource(deps: CommitDeps, name: string, actor: string): Promise<void> {
  const { name: source } = sourceNamed(deps.jobs.sources, name);
  await commitFact(deps, fact('SourceResumed', { source }), actor);
}

/** Ends the drift of a source's fields by a person's word: what was held is published. */
export async function endDrift(deps: CommitDeps, name: string, reason: string, actor: string): Promise<void> {
  const { name: source } = sourceNamed(deps.jobs.sources, name);
  if (!reason.trim()) throw new Refused('A release needs a reason, for those who find it later.');
  const { rows } = await deps.pool.query<{ field: string }>(
    `select field from source_drift where source = $1 union select '' from held_record where source = $1`,
    [source],
  );
  if (rows.length === 0) throw new Refused(`The source ${source} holds nothing from publication.`);
  const fields = rows.map(({ field }) => field).filter(Boolean);
  await commitFact(
    deps,
    fact('DriftEnded', { source, because: 'person', fields, reason: reason.trim() }),
    actor,
    source,
  );
}

/** Appends one fact that a person made. */
export async function commitFact(deps: CommitDeps, said: Fact, actor: string, source = ''): Promise<void> {
  await commit(deps, [{ origin: { source, runId: null }, result: { kind: 'outcome', outcome: done([said]) } }], actor);
}

/** Visits to pages that limited imports only found. */
async function waitingPages(deps: CommitDeps, origin: { source: string; runId: RunId }): Promise<Job[]> {
  const { rows } = await deps.pool.query<{ page_id: PageId; url: string }>(
    `select page_id, url from page where source = $1 and state = 'discovered' order by page_id`,
    [origin.source],
  );
  return rows.map(({ page_id: pageId, url }) => ({ kind: 'fetch', ...origin, pageId, url }));
}

/** As far back as the old importer looked for changes; sites keep their feeds for longer. */
const usualWindowMs = 14 * 3_600_000;
const overlapMs = 3_600_000;

/** When the last import of each whole source began that read all it found. */
async function lastImports(deps: CommitDeps): Promise<Map<string, Date>> {
  const { rows } = await deps.pool.query<{ source: string; started_at: Date }>(
    `select source, max(started_at) as started_at
       from run join import_event e on e.stream = 'run:' || run_id and e.event_type = 'RunStarted', jsonb_each(run.sources) as s(source, totals)
      where status <> 'running' and (totals->>'failed')::int = 0 and e.payload->'urls' = '[]' and e.payload->'limit' = 'null'
        and e.payload->'sources' ? source and e.payload->'replay' = 'null' group by source`,
  );
  // Sites' clocks differ, and their feeds lag: what is read twice costs little, a gap is never found.
  return new Map(rows.map((row) => [row.source, new Date(row.started_at.getTime() - overlapMs)]));
}

async function pausedSources(deps: CommitDeps): Promise<Map<string, string>> {
  const { rows } = await deps.pool.query<{ source: string; reason: string }>(
    'select source, reason from source_state where paused_at is not null',
  );
  return new Map(rows.map((row) => [row.source, row.reason]));
}

function sourceNamed(sources: readonly Source[], name: string): Source {
  const source = sources.find((candidate) => candidate.name === name);
  if (!source)
    throw new Refused(`There is no source «${name}»; there are ${sources.map((known) => known.name).join(', ')}.`);
  return source;
}

function sourceFor(sources: readonly Source[], url: string): Source {
  if (!URL.canParse(url)) throw new Refused(`«${url}» is not a URL.`);
  const source = sources.find((candidate) => candidate.claims(url));
  if (!source) throw new Refused(`No source can read ${url}; see \`variorum sources list\` for the sites there are.`);
  return source;
}
