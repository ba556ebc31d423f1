/** Where the newest draft of every game stands in the log; its text is not kept twice. */
import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const gameDraft = pgTable('game_draft', {
  gameId: uuid('game_id').primaryKey(),
  draftHash: text('draft_hash').notNull(),
  /** The version of the game's stream that is its newest GameDrafted. */
  draftVersion: integer('draft_version').notNull(),
  draftedAt: timestamp('drafted_at', { withTimezone: true, precision: 3, mode: 'string' }).notNull(),
  /** Version of the game's stream. */
  version: integer('version').notNull(),
});
