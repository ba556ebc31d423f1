/** What an operator has said about a source. No row: it runs. */
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const sourceState = pgTable('source_state', {
  source: text('source').primaryKey(),
  pausedAt: timestamp('paused_at', { withTimezone: true, precision: 3, mode: 'string' }),
  reason: text('reason'),
});
