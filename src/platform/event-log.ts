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

export type ReadOptions = {
  /** `held`: the caller keeps all writers out, so nothing can commit late. */
  writers?: 'running' | 'held';
  /** Members to leave out of the payloads of some types: what nobody will look at need not be sent. */
  lighter?: readonly { type: string; without: readonly string[] }[];
};

/** A place in the log: everything up to and including it has been read. */
export type Cursor = { txid: string; position: number };
export const logStart: Cursor = { txid: '0', position: 0 };

/**
 * The next events in commit order, oldest first. Positions are given out before their transactions commit,
 * so a reader that went by position would pass over what commits late; this one pages by (transaction,
 * position) and stops short of the oldest transaction still running, hence never has to look back. A caller
 * that holds all writers says `held` and gets the rest too.
 */
export async function readAll(
  db: Db,
  after: Cursor,
  limit: number,
  options: ReadOptions = {},
): Promise<{ events: StoredEvent[]; cursor: Cursor }> {
  const { writers = 'running', lighter = [] } = options;
  const payload = lighter.length
    ? `case ${lighter.map(({ type, without }) => `when event_type = '${type}' then payload - '{${without.join()}}'::text[]`).join(' ')} else payload end as payload`
    : 'payload';
  const { rows } = await db.query<EventRow & { tx: string }>({
    name: `event-all-${lighter.length}`,
    text: `select e.txid::text as tx, ${eventColumns.replace('payload', payload)} from import_event e
            where (e.txid, e.position) > ($1::xid8, $2::bigint)
              and ($4 or e.txid < pg_snapshot_xmin(pg_current_snapshot()))
            order by e.txid, e.position limit $3`,
    values: [after.txid, after.position, limit, writers === 'held'],
  });
  const last = rows.at(-1);
  return { events: rows.map(storedEvent), cursor: last ? { txid: last.tx, position: last.position } : after };
}
