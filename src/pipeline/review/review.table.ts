/** Questions to curators, open and closed. */
import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Candidate } from '../../domain/events.ts';

const time = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'string' });

export const review = pgTable(
  'review',
  {
    reviewId: uuid('review_id').primaryKey(),
    /** match: which game is this record? gate: may this draft be published? */
    kind: text('kind').notNull(),
    /** open, closed */
    status: text('status').notNull(),
    source: text('source').notNull(),
    url: text('url').notNull(),
    title: text('title').notNull(),
    recordId: text('record_id'),
    gameId: uuid('game_id'),
    draftHash: text('draft_hash'),
    reasons: jsonb('reasons').$type<string[]>().notNull(),
    candidates: jsonb('candidates').$type<Candidate[]>().notNull(),
    openedAt: time('opened_at').notNull(),
    closedAt: time('closed_at'),
    outcome: text('outcome'),
    closedBy: text('closed_by'),
  },
  (table) => [
    index('review_open').on(table.openedAt).where(sql`status = 'open'`),
    index('review_record').on(table.recordId),
    index('review_game').on(table.gameId),
  ],
);
