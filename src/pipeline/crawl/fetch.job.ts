/** Fetches one page and keeps its bytes; only bytes that changed are a fact. */
import { fact } from '../../domain/events.ts';
import { isPersonPage } from '../../domain/ids.ts';
import type { Source } from '../../domain/source.ts';
import { decodeText } from '../../platform/charset.ts';
import { hashOf } from '../../platform/snapshots.ts';
import type { Answer } from '../../platform/web.ts';
import type { Deps, SlowStep } from '../deps.ts';
import type { Job } from '../jobs.ts';
import { done, type Outcome, WorkFailed } from '../outcome.ts';
import { askBeside } from './beside.ts';
import { requestPage, sourceOf } from './request.ts';

type Known = {
  unread: boolean;
  state: string;
  reason: string | null;
  snapshot: string | null;
  version: number;
  etag: string | null;
  last_modified: string | null;
};

export const fetchStep: SlowStep<'fetch'> = async (job, deps, signal) => {
  const source = sourceOf(deps, job.source);
  const { rows } = await deps.db.query<Known>({
    name: 'fetch-known',
    text: `select exists (select from import_event e where e.stream = 'page:' || page_id and e.version = page.version
                           and e.event_type = 'PageFetched') as unread,
                  state, reason, snapshot, version, etag, last_modified from page left join page_poll using (page_id) where page_id = $1`,
    values: [job.pageId],
  });
  const [known] = rows;
  if (!known) throw new WorkFailed('unknown-page', `The page ${job.url} was never discovered.`, job.url);
  const { pageId, url } = job;
  const reader = isPersonPage(pageId) ? source.people : source;
  const request = reader?.request?.(url, deps.settings) ?? { url };
  const answer = await requestPage(
    deps,
    source,
    {
      ...request,
      // An answer to a POST has no validators that mean anything.
      ...(known.etag && request.post === undefined ? { etag: known.etag } : {}),
      ...(known.last_modified && request.post === undefined ? { lastModified: known.last_modified } : {}),
    },
    signal,
  );
  if ('end' in answer) return answer;
  switch (answer.kind) {
    case 'unchanged':
      return done([], {
        polls: [{ pageId, etag: known.etag, lastModified: known.last_modified, result: 'unchanged' }],
      });
    case 'missing': {
      if (source.seeds(deps.settings).some((seed) => seed.as === 'page' && seed.url === url)) {
        // Not one page of many is gone, but all that the source stands on.
        return {
          end: 'cancel',
          cause: 'missing',
          because: `${url}, where ${source.title} begins, answered ${answer.status}.`,
        };
      }
      const gone =
        known.state === 'missing'
          ? []
          : [fact('PageMissing', { pageId, source: source.name, url, status: answer.status })];
      return done(gone, { polls: [{ pageId, etag: null, lastModified: null, result: 'missing' }] });
    }
    case 'body':
      return body(job, deps, source, known, answer, signal);
  }
};

type FetchJob = Parameters<typeof fetchStep>[0];
type Body = Extract<Answer, { kind: 'body' }>;

async function body(
  job: FetchJob,
  deps: Deps,
  source: Source,
  known: Known,
  answer: Body,
  signal: AbortSignal,
): Promise<Outcome> {
  const { pageId, url, runId } = job;
  const { etag, lastModified, contentType, url: from } = answer;
  const snapshot = hashOf(answer.body);
  const isSame = snapshot === known.snapshot;
  if (isSame && !known.unread && (known.state === 'fetched' || known.state === 'moved')) {
    return done([], { polls: [{ pageId, etag, lastModified, result: 'unchanged' }] });
  }
  const reader = isPersonPage(pageId) ? source.people : source;
  const page = { url: from, asked: url, text: decodeText(answer.body, contentType).text };
  const asked =
    reader === source && source.beside
      ? await askBeside(deps, source, page, job.failures ?? 0, signal)
      : { beside: [], snapshots: [], pages: new Map() };
  if ('end' in asked) return asked;
  const beside = asked.beside.length > 0 ? { beside: asked.beside } : {};
  if (isSame && known.state !== 'missing') {
    // Kept, but not understood: reading it threw, or it was broken and the source may have learned since. Its validators
    // wait until it is.
    const { source: name } = job;
    const extract: Job = {
      kind: 'extract',
      source: name,
      runId,
      pageId,
      url,
      from,
      snapshot,
      contentType,
      ...beside,
      again: true,
    };
    return done([], {
      // A broken page is counted as such by its reading, not as unchanged too.
      polls: [{ pageId, etag: null, lastModified: null, result: known.state === 'broken' ? 'fetched' : 'unchanged' }],
      snapshots: asked.snapshots,
      jobs: [extract],
    });
  }
  const { length: bytes } = answer.body;
  const fetched = fact('PageFetched', {
    pageId,
    source: source.name,
    url,
    from,
    snapshot,
    bytes,
    contentType,
    ...beside,
  });
  return done([{ ...fetched, expected: known.version }], {
    snapshots: [{ hash: snapshot, body: answer.body }, ...asked.snapshots],
    polls: [{ pageId, etag, lastModified, result: 'fetched' }],
  });
}
