/** The newest reading of every record, and the game it belongs to. */
import { index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { GameRecord } from '../../domain/record.ts';

export const sourceRecord = pgTable(
  'source_record',
  {
    recordId: text('record_id').primaryKey(),
    source: text('source').notNull(),
    pageId: text('page_id').notNull(),
    url: text('url').notNull(),
    record: jsonb('record').$type<GameRecord>().notNull(),
    recordHash: text('record_hash').notNull(),
    snapshot: text('snapshot').notNull(),
    rejected: jsonb('rejected').$type<string[]>().notNull(),
    /** Null until matching or a curator has decided. */
    gameId: uuid('game_id'),
    extractedAt: timestamp('extracted_at', { withTimezone: true, precision: 3, mode: 'string' }).notNull(),
    eventId: uuid('event_id').notNull(),
    /** Version of the record's stream. */
    version: integer('version').notNull(),
  },
  (table) => [
    index('source_record_game').on(table.gameId),
    index('source_record_page').on(table.pageId),
    index('source_record_source').on(table.source),
  ],
);
