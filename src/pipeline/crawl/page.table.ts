/** Pages: `page` mirrors facts; `page_poll` holds what each visit told, which is no fact and is not rebuilt. */
import { index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const time = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'string' });

export const page = pgTable(
  'page',
  {
    pageId: text('page_id').primaryKey(),
    source: text('source').notNull(),
    key: text('key').notNull(),
    url: text('url').notNull(),
    /** discovered, fetched, broken, missing */
    state: text('state').notNull(),
    reason: text('reason'),
    snapshot: text('snapshot'),
    contentType: text('content_type'),
    /** How many records the page held, and what on it nobody read, when it was last understood. */
    records: integer('records').notNull(),
    unread: jsonb('unread').$type<string[]>().notNull(),
    /** Version of the page's stream. */
    version: integer('version').notNull(),
    discoveredAt: time('discovered_at').notNull(),
    changedAt: time('changed_at'),
  },
  (table) => [index('page_source_state').on(table.source, table.state)],
);

export const pagePoll = pgTable('page_poll', {
  pageId: text('page_id').primaryKey(),
  etag: text('etag'),
  lastModified: text('last_modified'),
  lastChecked: time('last_checked').notNull(),
  lastImported: time('last_imported'),
  lastFailed: time('last_failed'),
  failureCount: integer('failure_count').notNull(),
  lastError: text('last_error'),
});
