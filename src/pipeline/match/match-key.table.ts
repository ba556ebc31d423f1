/** Blocking keys: records that share one are candidates for being the same game. */
import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

export const matchKey = pgTable(
  'match_key',
  { key: text('key').notNull(), recordId: text('record_id').notNull() },
  (table) => [
    primaryKey({ name: 'match_key_pkey', columns: [table.key, table.recordId] }),
    index('match_key_record').on(table.recordId),
  ],
);
