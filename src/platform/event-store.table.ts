/** The log, and the head of every stream. Columns named in the mission are a contract with other programs. */
import { sql } from 'drizzle-orm';
import { bigint, customType, index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

export const importEvent = pgTable(
  'import_event',
  {
    position: bigint('position', { mode: 'number' }).primaryKey(),
    eventId: uuid('event_id').notNull(),
    eventType: text('event_type').notNull(),
    stream: text('stream').notNull(),
    version: integer('version').notNull(),
    gameId: uuid('game_id'),
    sourceUrl: text('source_url'),
    payload: jsonb('payload').notNull(),
    timestamp: timestamp('timestamp', { withTimezone: true, precision: 3, mode: 'string' }).notNull(),
    correlationId: text('correlation_id'),
    causationId: uuid('causation_id'),
    actor: text('actor').notNull(),
    txid: xid8('txid').notNull().default(sql`pg_current_xact_id()`),
    prevHash: bytea('prev_hash').notNull(),
    hash: bytea('hash').notNull(),
  },
  (table) => [
    unique('import_event_stream_version').on(table.stream, table.version),
    // Readers page by (txid, position): positions alone would lose what commits late.
    index('import_event_commit_order').on(table.txid, table.position),
    index('import_event_game').on(table.gameId, table.position).where(sql`game_id is not null`),
    index('import_event_correlation').on(table.correlationId, table.position),
  ],
);

/** The newest version and hash of each stream: what an append locks, and what betrays a deleted end. */
export const eventStream = pgTable('event_stream', {
  stream: text('stream').primaryKey(),
  version: integer('version').notNull(),
  hash: bytea('hash').notNull(),
});
