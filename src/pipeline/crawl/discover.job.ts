/** Reads a listing: every page it names is visited, those never seen before are facts. */
import { fact } from '../../domain/events.ts';
import { pageId } from '../../domain/ids.ts';
import { decodeText } from '../../platform/charset.ts';
import { hashOf } from '../../platform/snapshots.ts';
import type { Deps, SlowStep } from '../deps.ts';
import type { Job, Origin } from '../jobs.ts';
import { done, type NewFact } from '../outcome.ts';
import { requestPage, sourceOf } from './request.ts';

/** No site has so many listings one behind another; one that seems to goes in a circle. */
const deepest = 5000;

export const discoverStep: SlowStep<'discover'> = async (job, deps, signal) => {
  const source = sourceOf(deps, job.source);
  const request = source.request?.(job.url, deps.settings) ?? { url: job.url };
  const answer = await requestPage(deps, source, request, signal);
  if ('end' in answer) return answer;
  switch (answer.kind) {
    case 'missing':
      return { end: 'cancel', cause: 'missing', because: `The listing ${job.url} answered ${answer.status}.` };
    case 'unchanged':
      return done([]);
    case 'body': {
      const listing = source.list({
        url: answer.url,
        asked: job.url,
        text: decodeText(answer.body, answer.contentType).text,
      });
      if (listing.kind === 'broken') {
        return {
          end: 'cancel',
          cause: 'broken listing',
          because: `The listing ${job.url} could not be read: ${listing.reason}`,
        };
      }
      const named = hashOf(Buffer.from(listing.pages.join('\n')));
      const depth = (job.depth ?? 0) + 1;
      const goesInACircle = (listing.pages.length > 0 && named === job.after) || depth > deepest;
      const urls = listing.pages.slice(0, job.limit ?? undefined);
      const left = job.limit === null ? null : job.limit - urls.length;
      const next =
        left === 0 || goesInACircle
          ? []
          : listing.next.map(
              (url): Job => ({
                kind: 'discover',
                source: job.source,
                runId: job.runId,
                url,
                limit: left,
                after: named,
                depth,
              }),
            );
      const { facts, jobs } = await visits(deps, urls, job);
      return done(facts, { jobs: [...jobs, ...next] });
    }
  }
};

/** A visit to each URL: pages never seen become facts, which set their fetch in motion; known ones are fetched again. */
export async function visits(
  deps: Pick<Deps, 'db' | 'sources'>,
  urls: readonly string[],
  origin: Origin,
): Promise<{ facts: NewFact[]; jobs: Job[] }> {
  const source = sourceOf(deps, origin.source);
  const pages = new Map(urls.map((url) => [pageId(source.name, source.key(url)), url]));
  const { rows } = await deps.db.query<{ page_id: string; url: string }>({
    name: 'discover-known',
    text: 'select page_id, url from page where page_id = any($1)',
    values: [[...pages.keys()]],
  });
  const known = new Map(rows.map((row) => [row.page_id, row.url]));
  const facts: NewFact[] = [];
  const jobs: Job[] = [];
  for (const [id, url] of pages) {
    const standing = known.get(id);
    if (standing === undefined)
      facts.push({
        ...fact('PageDiscovered', { pageId: id, source: source.name, key: source.key(url), url }),
        expected: 0,
      });
    else jobs.push({ kind: 'fetch', source: source.name, runId: origin.runId, pageId: id, url: standing });
  }
  return { facts, jobs };
}
