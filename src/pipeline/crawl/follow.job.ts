/**
 * Follows links that a page holds: to the same game's page on another site, to the page of somebody credited, or to
 * where a page of the source itself now leads. Only pages that nobody has seen before are new; the rest have their own visits.
 */
import { fact } from '../../domain/events.ts';
import { isPersonPage, type PageId, pageId, personPageId, type RunId } from '../../domain/ids.ts';
import { type Source, whyOff } from '../../domain/source.ts';
import type { Deps, QuickStep } from '../deps.ts';
import type { Job, Link } from '../jobs.ts';
import { done, type NewFact } from '../outcome.ts';

type FollowJob = Extract<Job, { kind: 'follow' }>;
type Target = { pageId: PageId; source: string; key: string; url: string; moved: boolean };

type Known = {
  page_id: string;
  source: string;
  url: string;
  state: string;
  fetched_from: string | null;
  snapshot: string | null;
  content_type: string | null;
  beside: Extract<Job, { kind: 'extract' }>['beside'] | null;
};

export const followStep: QuickStep<'follow'> = async (jobs, deps) => {
  const ready = deps.sources.filter((source) => whyOff(source, deps.settings) === null);
  const catalogues = await largePages(deps, [...new Set(jobs.map((job) => job.pageId))]);
  const limited = await limitedRuns(deps, [...new Set(jobs.flatMap(({ runId }) => runId ?? []))]);
  const targets = jobs.map((job) => {
    const links = catalogues.has(job.pageId) ? [] : job.links.slice(0, mostLinks);
    return links.flatMap((link) => target(link, job, ready) ?? []);
  });
  const { rows } = await deps.db.query<Known>({
    name: 'follow-known',
    text: `select page_id, source, url, state, fetched_from, snapshot, content_type, beside from page where page_id = any($1)`,
    values: [[...new Set(targets.flat().map((each) => each.pageId))]],
  });
  const known = new Map(rows.map((row) => [row.page_id, row]));
  const discovered = new Set<PageId>();
  return jobs.map((job, index) => {
    const facts: NewFact[] = [];
    const again: Job[] = [];
    for (const { pageId, source, key, url, moved } of targets[index] ?? []) {
      const page = known.get(pageId);
      if (page === undefined && !discovered.has(pageId)) {
        discovered.add(pageId);
        const waits = !moved && job.runId !== null && limited.has(job.runId);
        facts.push({ ...fact('PageDiscovered', { pageId, source, key, url, ...(waits && { waits }) }), expected: 0 });
      } else if (moved && page?.state === 'fetched' && page.snapshot !== null) {
        // Its game has one address more than when it was read.
        again.push(readAgain({ ...page, pageId, snapshot: page.snapshot }, job));
      }
    }
    return done(facts, { jobs: again });
  });
};

/** A document with more records than this is a catalogue: its thousands of links would flood sites that asked for low volume. */
const mostRecords = 20;

/** A page about one game has no more that matter. */
const mostLinks = 100;

/** Who asked for a number of pages did not ask for those they link to: they wait for the next whole import. */
async function limitedRuns({ db }: Pick<Deps, 'db'>, runs: readonly RunId[]): Promise<Set<string>> {
  const { rows } = await db.query<{ run_id: string }>({
    name: 'follow-limits',
    text: `select payload->>'runId' as run_id from import_event
            where stream = any($1) and event_type = 'RunStarted' and payload->'limit' <> 'null'`,
    values: [runs.map((runId) => `run:${runId}`)],
  });
  return new Set(rows.map((row) => row.run_id));
}

async function largePages({ db }: Pick<Deps, 'db'>, pages: readonly PageId[]): Promise<Set<string>> {
  const { rows } = await db.query<{ page_id: string }>({
    name: 'follow-catalogues',
    text: `select page_id from page where page_id = any($1) and records > ${mostRecords}`,
    values: [pages],
  });
  return new Set(rows.map((row) => row.page_id));
}

function target(
  { as, url }: Link,
  { source: own, pageId: from }: FollowJob,
  sources: readonly Source[],
): Target | null {
  // Where a site keeps people and games at like addresses, a person's page leads to a person's page.
  const asPerson = as === 'person' || (as === 'moved' && isPersonPage(from));
  for (const source of sources) {
    const { name } = source;
    if (asPerson) {
      if ((as === 'moved' && name !== own) || !source.people?.claims(url)) continue;
      const key = source.people.key(url);
      return { pageId: personPageId(name, key), source: name, key: `person:${key}`, url, moved: as === 'moved' };
    }
    if (as === 'moved' ? name !== own : name === own || !(source.familiar ?? ['game_page']).includes(as)) continue;
    if (!source.claims(url)) continue;
    const key = source.key(url);
    return { pageId: pageId(name, key), source: name, key, url, moved: as === 'moved' };
  }
  return null;
}

function readAgain(page: Known & { pageId: PageId; snapshot: string }, { runId }: { runId: Job['runId'] }): Job {
  const { pageId, source, url, fetched_from: from, snapshot, content_type: contentType, beside } = page;
  return {
    kind: 'extract',
    source,
    runId,
    pageId,
    url,
    from: from ?? url,
    snapshot,
    contentType,
    ...(beside && { beside }),
    again: true,
  };
}
