/** When each host may be asked again: one row a host, one statement a reservation (GCRA). */
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const hostBudget = pgTable('host_budget', {
  host: text('host').primaryKey(),
  nextAt: timestamp('next_at', { withTimezone: true, mode: 'string' }).notNull(),
});
