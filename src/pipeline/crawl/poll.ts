/** What visits told about pages: operational state beside the facts. */
import type { Db } from '../../platform/postgres.ts';
import type { Poll } from '../outcome.ts';

/**
 * Saves the results of visits in the transaction of their facts. A page in `unread` was fetched but not
 * understood: its validators are not saved, or the next "not modified" would hide the change for ever.
 */
export async function savePolls(db: Db, polls: readonly Poll[], unread: ReadonlySet<string>, at: Date): Promise<void> {
  if (polls.length === 0) return;
  const distinct = [...new Map(polls.map((poll) => [poll.pageId, poll])).values()].sort((a, b) =>
    a.pageId < b.pageId ? -1 : 1,
  );
  const understood = (poll: Poll) => poll.result !== 'missing' && !unread.has(poll.pageId);
  await db.query({
    name: 'poll-save',
    text: `insert into page_poll as p (page_id, etag, last_modified, last_checked, last_imported, failure_count)
           select page_id, etag, last_modified, $5::timestamptz, case when ok then $5::timestamptz end, 0
             from unnest($1::text[], $2::text[], $3::text[], $4::boolean[]) as u(page_id, etag, last_modified, ok)
           on conflict (page_id) do update set etag = excluded.etag, last_modified = excluded.last_modified,
             last_checked = excluded.last_checked, last_imported = coalesce(excluded.last_imported, p.last_imported),
             failure_count = 0, last_error = null`,
    values: [
      distinct.map((poll) => poll.pageId),
      distinct.map((poll) => (understood(poll) ? poll.etag : null)),
      distinct.map((poll) => (understood(poll) ? poll.lastModified : null)),
      distinct.map(understood),
      at.toISOString(),
    ],
  });
}

/** Notes that a page could not be fetched. */
export async function saveFailedPoll(db: Db, pageId: string, message: string, at: Date): Promise<void> {
  await db.query({
    name: 'poll-failed',
    text: `insert into page_poll as p (page_id, last_checked, last_failed, failure_count, last_error) values ($1, $2, $2, 1, $3)
           on conflict (page_id) do update set last_checked = $2, last_failed = $2, failure_count = p.failure_count + 1, last_error = $3`,
    values: [pageId, at.toISOString(), message],
  });
}
