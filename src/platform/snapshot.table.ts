/** Raw pages by the sha256 of their bytes, so that a better parser reads the past without asking any site. */
import { customType, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const snapshot = pgTable('snapshot', {
  hash: text('hash').primaryKey(),
  bytes: integer('bytes').notNull(),
  /** `zstd` or `plain`. */
  encoding: text('encoding').notNull(),
  body: bytea('body').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, precision: 3, mode: 'string' }).notNull(),
});
