/** Appending to the log, against the same rows by plain multi-row INSERT into a twin of its table. */
import { newId } from '../src/platform/clock.ts';
import { append as appendEvents, type NewEvent } from '../src/platform/event-store.ts';
import { migrate } from '../src/platform/migrate.ts';
import { openPool, transaction } from '../src/platform/postgres.ts';
import { type Bench, seconds } from './figures.ts';

const events = 20_000;
const batch = 100;
const columns = 14;

export const append: Bench = async (server) => {
  const pool = openPool(await server.create('append'), 'bench', 2);
  await migrate(pool);
  await pool.query('create table twin (like import_event including all)');
  const event = (n: number): NewEvent => ({
    eventId: newId(),
    type: 'RecordExtracted',
    stream: `record:bench|${n % 5000}`,
    gameId: null,
    sourceUrl: `http://bench.test/game/${n % 5000}`,
    payload: {
      source: 'bench',
      title: `Game number ${n}`,
      text: 'A keeper loses the light and finds the sea. '.repeat(8),
      tags: ['sea', 'light'],
    },
    at: new Date(1_700_000_000_000 + n).toISOString(),
    correlationId: 'bench',
    causationId: null,
    actor: 'bench',
  });
  const hash = Buffer.alloc(32);
  let position = 0;
  const plain = async (start: number) => {
    const rows = Array.from({ length: batch }, (_, n) => event(start + n));
    const values = rows.flatMap((row) => {
      position += 1;
      return [
        position,
        row.eventId,
        row.type,
        row.stream,
        position,
        row.gameId,
        row.sourceUrl,
        JSON.stringify(row.payload),
        row.at,
        row.correlationId,
        row.causationId,
        row.actor,
        hash,
        hash,
      ];
    });
    const places = rows
      .map(
        (_, row) => `(${Array.from({ length: columns }, (_x, column) => `$${row * columns + column + 1}`).join(',')})`,
      )
      .join(',');
    await transaction(pool, (client) =>
      client.query(
        `insert into twin (position, event_id, event_type, stream, version, game_id, source_url, payload, timestamp, correlation_id, causation_id, actor, prev_hash, hash) values ${places}`,
        values,
      ),
    );
  };
  const ours = (start: number) =>
    transaction(pool, (client) =>
      appendEvents(
        client,
        Array.from({ length: batch }, (_, n) => event(start + n)),
      ),
    );
  // In turns, so that a slow moment of the machine meets both.
  let [plainSeconds, ourSeconds] = [0, 0];
  for (let start = 0; start < events; start += batch) {
    plainSeconds += await seconds(() => plain(start));
    ourSeconds += await seconds(() => ours(start));
  }
  await pool.end();
  return [
    { what: 'append, batches of 100', value: events / ourSeconds, unit: 'events/s' },
    { what: 'plain multi-row INSERT of the same rows', value: events / plainSeconds, unit: 'rows/s' },
    { what: 'append / plain', value: plainSeconds / ourSeconds, unit: '', bar: { atLeast: 0.4 } },
  ];
};
