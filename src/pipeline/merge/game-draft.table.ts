/** What the sources together say of a game, before the gate. */
import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { GameFields, ImportMetadata } from '../../domain/game.ts';

export const gameDraft = pgTable('game_draft', {
  gameId: uuid('game_id').primaryKey(),
  draftHash: text('draft_hash').notNull(),
  fields: jsonb('fields').$type<GameFields>().notNull(),
  metadata: jsonb('metadata').$type<ImportMetadata>().notNull(),
  records: jsonb('records').$type<string[]>().notNull(),
  draftedAt: timestamp('drafted_at', { withTimezone: true, precision: 3, mode: 'string' }).notNull(),
  /** Version of the game's stream. */
  version: integer('version').notNull(),
});
