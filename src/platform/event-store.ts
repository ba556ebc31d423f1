/**
 * The log: facts in streams, appended once and never edited. A stream's version is the optimistic lock;
 * every event carries the hash of the one before it in its stream, so that no edit stays unseen.
 */
import { createHash } from 'node:crypto';
import { canonical } from '../domain/canonical.ts';
import type { Db } from './postgres.ts';
import { sqlState } from './postgres.ts';

/** An event before it is appended. `expected`: the version its stream must be at (0: must not exist). */
export type NewEvent = {
  eventId: string;
  type: string;
  stream: string;
  expected?: number | undefined;
  gameId: string | null;
  sourceUrl: string | null;
  payload: object;
  /** ISO 8601 UTC with milliseconds. */
  at: string;
  correlationId: string | null;
  causationId: string | null;
  actor: string;
};

export type StoredEvent = Omit<NewEvent, 'expected' | 'payload'> & {
  payload: Record<string, unknown>;
  position: number;
  version: number;
};

/** Somebody else appended to the stream first: read again and decide anew. */
export class Conflict extends Error {
  constructor(stream: string, expected: number | string, found: number | string) {
    super(`Stream ${stream} is at version ${found}, not at ${expected}.`);
    this.name = 'Conflict';
  }
}

type Head = { stream: string; version: number; hash: Buffer; younger: boolean };

const genesis = Buffer.alloc(32);

/** The hash that ties an event to all before it in its stream: sha256 over the last hash and everything the event says. */
export function chainHash(previous: Buffer, event: Omit<StoredEvent, 'expected'>): Buffer {
  const {
    position,
    eventId,
    type,
    stream,
    version,
    gameId,
    sourceUrl,
    payload,
    at,
    correlationId,
    causationId,
    actor,
  } = event;
  return createHash('sha256')
    .update(previous)
    .update(
      canonical([
        position,
        eventId,
        type,
        stream,
        version,
        gameId,
        sourceUrl,
        payload,
        at,
        correlationId,
        causationId,
        actor,
      ]),
    )
    .digest();
}

/**
 * Appends events inside the caller's transaction, in their order, any number of streams at once.
 * Throws `Conflict` when a stream is not at the version an event expects, two writers race for it, or a younger
 * transaction has appended to it meanwhile: the caller begins anew, from what now stands.
 */
export async function append(db: Db, events: readonly NewEvent[]): Promise<StoredEvent[]> {
  if (events.length === 0) return [];
  const streams = [...new Set(events.map((event) => event.stream))];
  const { rows: heads } = await db.query<Head>({
    name: 'event-heads',
    text: `with heads as (select stream, version, hash, txid from event_stream where stream = any($1) order by stream for update)
           select stream, version, hash, txid > pg_current_xact_id() as younger, null as positions from heads
           union all select null, null, null, null, array(select nextval('import_event_position') from generate_series(1, $2))`,
    values: [streams, events.length],
  });
  const positions = (heads.pop() as unknown as { positions: string[] }).positions;
  const overtaken = heads.find(({ younger }) => younger);
  // The log is read in the order of transactions: one that began before the stream's last writer must begin again.
  if (overtaken) throw new Conflict(overtaken.stream, 'the end of an older transaction', 'that of a younger one');
  const head = new Map(heads.map((row) => [row.stream, { version: row.version, hash: row.hash }]));
  const columns: unknown[][] = Array.from({ length: 14 }, () => []);
  const stored = events.map((event, index) => {
    const last = head.get(event.stream) ?? { version: 0, hash: genesis };
    if (event.expected !== undefined && event.expected !== last.version) {
      throw new Conflict(event.stream, event.expected, last.version);
    }
    const { expected: _, ...said } = event;
    const full = {
      ...said,
      payload: event.payload as Record<string, unknown>,
      position: Number(positions[index]),
      version: last.version + 1,
    };
    const hash = chainHash(last.hash, full);
    const row = [
      full.position,
      full.eventId,
      full.type,
      full.stream,
      full.version,
      full.gameId,
      full.sourceUrl,
      JSON.stringify(full.payload),
      full.at,
      full.correlationId,
      full.causationId,
      full.actor,
      last.hash,
      hash,
    ];
    for (const [column, value] of row.entries()) columns[column]?.push(value);
    head.set(event.stream, { version: full.version, hash });
    return full;
  });
  try {
    await db.query({
      name: 'event-append',
      text: insert,
      values: [...columns, streams, streams.map((s) => head.get(s)?.version), streams.map((s) => head.get(s)?.hash)],
    });
  } catch (error) {
    // Two first events of one stream: the unique (stream, version) let one in.
    if (sqlState(error) === '23505')
      throw new Conflict(streams.join(', ').slice(0, 200), 'its newest version', 'a newer one');
    throw error;
  }
  return stored;
}

const insert = `
  with appended as (
    insert into import_event (position, event_id, event_type, stream, version, game_id, source_url, payload,
                              timestamp, correlation_id, causation_id, actor, prev_hash, hash)
    select * from unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::uuid[], $7::text[], $8::jsonb[],
                         $9::timestamptz[], $10::text[], $11::uuid[], $12::text[], $13::bytea[], $14::bytea[]))
  insert into event_stream (stream, version, hash)
  select * from unnest($15::text[], $16::int[], $17::bytea[])
  on conflict (stream) do update set version = excluded.version, hash = excluded.hash, txid = pg_current_xact_id()`;
