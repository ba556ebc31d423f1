/** Looking through the log, newest first. */
import { readGameId } from '../domain/ids.ts';
import { type EventRow, eventColumns, storedEvent } from '../platform/event-log.ts';
import type { StoredEvent } from '../platform/event-store.ts';
import type { Db } from '../platform/postgres.ts';

export type EventsQuery = {
  type?: string | undefined;
  source?: string | undefined;
  game?: string | undefined;
  run?: string | undefined;
  /** A position: only older events. */
  before?: string | undefined;
  limit: number;
};

export async function listEvents(db: Db, query: EventsQuery): Promise<{ events: StoredEvent[]; next: string | null }> {
  const values: unknown[] = [];
  const conditions: string[] = [];
  const where = (sql: (place: string) => string, value: unknown) => {
    values.push(value);
    conditions.push(sql(`$${values.length}`));
  };
  if (query.type) where((place) => `event_type = ${place}`, query.type);
  if (query.source) where((place) => `payload->>'source' = ${place}`, query.source);
  const game = query.game ? readGameId(query.game) : undefined;
  if (game === null) return { events: [], next: null };
  if (game) where((place) => `game_id = ${place}::uuid`, game);
  if (query.run) where((place) => `correlation_id = ${place}`, query.run);
  if (query.before && /^\d{1,18}$/.test(query.before)) where((place) => `position < ${place}::bigint`, query.before);
  const { rows } = await db.query<EventRow>(
    `select ${eventColumns} from import_event ${conditions.length ? `where ${conditions.join(' and ')}` : ''} order by position desc limit ${query.limit + 1}`,
    values,
  );
  const events = rows.slice(0, query.limit).map(storedEvent);
  const last = events.at(-1);
  return { events, next: rows.length > query.limit && last ? String(last.position) : null };
}

/** How many events there are, to within those whose append failed: enough to say how long reading them takes. */
export async function countEvents(db: Db): Promise<number> {
  const { rows } = await db.query<{ n: number }>('select coalesce(max(position), 0)::float8 as n from import_event');
  return rows[0]?.n ?? 0;
}
