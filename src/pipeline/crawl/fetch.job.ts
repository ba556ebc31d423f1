/** Fetches one page and keeps its bytes; only bytes that changed are a fact. */
import { fact } from '../../domain/events.ts';
import { decodeText } from '../../platform/charset.ts';
import { hashOf } from '../../platform/snapshots.ts';
import type { SlowStep } from '../deps.ts';
import type { Job } from '../jobs.ts';
import { done, WorkFailed } from '../outcome.ts';
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
  const answer = await requestPage(
    deps,
    source,
    {
      url: source.address?.(url) ?? url,
      ...(known.etag ? { etag: known.etag } : {}),
      ...(known.last_modified ? { lastModified: known.last_modified } : {}),
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
      const gone =
        known.state === 'missing'
          ? []
          : [fact('PageMissing', { pageId, source: source.name, url, status: answer.status })];
      return done(gone, { polls: [{ pageId, etag: null, lastModified: null, result: 'missing' }] });
    }
    case 'body': {
      const snapshot = hashOf(answer.body);
      if (snapshot === known.snapshot && known.state === 'broken') {
        // The same bytes, but perhaps a better source than the one that could not read them.
        const again = source.extract({ url: answer.url, text: decodeText(answer.body, answer.contentType).text });
        if (again.kind === 'broken') return { end: 'cancel', cause: 'broken', because: again.reason };
      }
      const { etag, lastModified } = answer;
      if (snapshot === known.snapshot && known.unread) {
        // Kept, but never understood, for reading it threw: now it is read again, and its validators wait for that.
        const { source: name, runId } = job;
        const extract: Job = {
          kind: 'extract',
          source: name,
          runId,
          pageId,
          url,
          from: answer.url,
          snapshot,
          contentType: answer.contentType,
        };
        return done([], { polls: [{ pageId, etag: null, lastModified: null, result: 'unchanged' }], jobs: [extract] });
      }
      if (snapshot === known.snapshot && known.state === 'fetched') {
        return done([], { polls: [{ pageId, etag, lastModified, result: 'unchanged' }] });
      }
      const fetched = fact('PageFetched', {
        pageId,
        source: source.name,
        url,
        from: answer.url,
        snapshot,
        bytes: answer.body.length,
        contentType: answer.contentType,
      });
      return done([{ ...fetched, expected: known.version }], {
        snapshots: [{ hash: snapshot, body: answer.body }],
        polls: [{ pageId, etag, lastModified, result: 'fetched' }],
      });
    }
  }
};
