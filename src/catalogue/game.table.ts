/** The catalogue: one row a game, one row an address. Columns named in the mission are a contract. */
import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, real, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { GameFields, ImportMetadata } from '../domain/game.ts';

const time = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'string' });

export const game = pgTable(
  'game',
  {
    gameId: uuid('game_id').primaryKey(),
    /** The title that stands, as plain text. */
    name: text('name').notNull(),
    /** The order of lists: lower case, without leading marks. */
    sortName: text('sort_name').notNull(),
    /** All titles and authors in lower case, for search. */
    search: text('search').notNull(),
    title: jsonb('title').$type<GameFields['title']>().notNull(),
    alternativeTitles: jsonb('alternative_titles').$type<GameFields['alternativeTitles']>().notNull(),
    descriptions: jsonb('descriptions').$type<GameFields['descriptions']>().notNull(),
    releaseDate: jsonb('release_date').$type<GameFields['releaseDate']>(),
    credits: jsonb('credits').$type<GameFields['credits']>().notNull(),
    tags: jsonb('tags').$type<GameFields['tags']>().notNull(),
    urls: jsonb('urls').$type<GameFields['urls']>().notNull(),
    identifiers: jsonb('identifiers').$type<GameFields['identifiers']>().notNull(),
    languages: jsonb('languages').$type<GameFields['languages']>().notNull(),
    attributions: jsonb('attributions').$type<GameFields['attributions']>().notNull(),
    importMetadata: jsonb('import_metadata').$type<ImportMetadata>().notNull(),
    sources: text('sources').array().notNull(),
    qualityScore: real('quality_score').notNull(),
    lastAiReview: time('last_ai_review'),
    needsHumanReview: boolean('needs_human_review').notNull(),
    draftHash: text('draft_hash').notNull(),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
    version: integer('version').notNull(),
  },
  (table) => [
    index('game_order').on(table.sortName, table.gameId),
    index('game_search').using('gin', sql`search gin_trgm_ops`),
    index('game_sources').using('gin', table.sources),
    index('game_quality').on(table.qualityScore),
    index('game_ai_review').on(table.lastAiReview),
    index('game_human_review').on(table.needsHumanReview).where(sql`needs_human_review`),
  ],
);

export const gameUrl = pgTable(
  'game_url',
  {
    gameId: uuid('game_id').notNull(),
    category: text('category').notNull(),
    url: text('url').notNull(),
    description: text('description'),
    contentHash: text('content_hash'),
    importSource: text('import_source').notNull(),
    confidenceScore: real('confidence_score').notNull(),
    verifiedByHuman: boolean('verified_by_human').notNull(),
  },
  (table) => [
    primaryKey({ name: 'game_url_pkey', columns: [table.gameId, table.category, table.url] }),
    index('game_url_url').on(sql`md5(url)`),
  ],
);
