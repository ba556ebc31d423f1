/** Reading the log: one stream, or everything in the order of commits. */
import type { StoredEvent } from './event-store.ts';
import type { Db } from './postgres.ts';

/** The columns of an event; its time already as ISO 8601, which costs the database less than us. */
export const eventColumns = `position, event_id, event_type, stream, version, game_id, source_url, payload,
  to_char(timestamp at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, correlation_id, causation_id, actor`;

export type EventRow = {
  position: number;
  event_id: string;
  event_type: string;
  stream: string;
  version: number;
  game_id: string | null;
  source_url: string | null;
  payload: Record<string, unknown>;
  at: string;
  correlation_id: string | null;
  causation_id: string | null;
  actor: string;
};

export function storedEvent(row: EventRow): StoredEvent {
  return {
    position: row.position,
    eventId: row.event_id,
    type: row.event_type,
    stream: row.stream,
    version: row.version,
    gameId: row.game_id,
    sourceUrl: row.source_url,
    payload: row.payload,
    at: row.at,
    correlationId: row.correlation_id,
    causationId: row.causation_id,
    actor: row.actor,
  };
}

/** All events of one stream, oldest first. */
export async function readStream(db: Db, stream: string): Promise<StoredEvent[]> {
  const { rows } = await db.query<EventRow>({
    name: 'event-stream',
    text: `select ${eventColumns} from import_event where stream = $1 order by version`,
    values: [stream],
  });
  return rows.map(storedEvent);
}

/**
 * Events after a position and up to another, in the order they were appended, hence each stream in its order.
 * Only where nothing up to `upTo` can still be under way: a rebuild sees to that. `lighter`: members to leave out
 * of the payloads of some types, for what nobody will look at need not be sent.
 */
export async function readSettled(
  db: Db,
  after: number,
  upTo: number,
  limit: number,
  lighter: readonly { type: string; without: readonly string[] }[],
): Promise<StoredEvent[]> {
  const cases = lighter.map(
    ({ type, without }) => `when event_type = '${type}' then payload - '{${without.join()}}'::text[]`,
  );
  const { rows } = await db.query<EventRow>({
    name: 'event-settled',
    text: `select ${eventColumns.replace('payload', `case ${cases.join(' ')} else payload end as payload`)} from import_event
            where position > $1 and position <= $2 order by position limit $3`,
    values: [after, upTo, limit],
  });
  return rows.map(storedEvent);
}

/** A place in the log: everything up to and including it has been read. */
export type Cursor = { txid: string; position: number };
export const logStart: Cursor = { txid: '0', position: 0 };

/**
 * The next events in commit order, oldest first. Positions are given out before their transactions commit,
 * so a reader that went by position would pass over what commits late; this one pages by (transaction,
 * position) and stops short of the oldest transaction still running, hence never has to look back.
 */
export async function readAll(
  db: Db,
  after: Cursor,
  limit: number,
): Promise<{ events: StoredEvent[]; cursor: Cursor }> {
  const { rows } = await db.query<EventRow & { tx: string }>({
    name: 'event-all',
    text: `select e.txid::text as tx, ${eventColumns} from import_event e
            where (e.txid, e.position) > ($1::xid8, $2::bigint)
              and e.txid < pg_snapshot_xmin(pg_current_snapshot())
            order by e.txid, e.position limit $3`,
    values: [after.txid, after.position, limit],
  });
  const last = rows.at(-1);
  return { events: rows.map(storedEvent), cursor: last ? { txid: last.tx, position: last.position } : after };
}
