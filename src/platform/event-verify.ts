/** Checks the chain of every stream: finds any event that was flipped, deleted, reordered or slipped in. */

import type pg from 'pg';
import { type EventRow, eventColumns, storedEvent } from './event-log.ts';
import { chainHash } from './event-store.ts';
import { type Db, transaction } from './postgres.ts';

export type Fault = { stream: string; version: number; position: number | null; what: string };

type ChainRow = EventRow & { prev_hash: Buffer; hash: Buffer };

type Link = { stream: string; version: number; hash: Buffer; position: number };

const genesis: Buffer = Buffer.alloc(32);
const batch = 5000;

/** The same on one snapshot of the database, so that what is appended meanwhile is no fault. */
export const verifyAll = (pool: pg.Pool, progress?: (checked: number) => void) =>
  transaction(pool, async (client) => {
    await client.query('set transaction isolation level repeatable read, read only');
    return verify(client, progress);
  });

/** Reads the whole log stream by stream and returns every fault, at most one a stream, oldest version first. */
export async function verify(
  db: Db,
  progress: (checked: number) => void = () => undefined,
): Promise<{ checked: number; faults: Fault[] }> {
  const faults = new Map<string, Fault>();
  const { rows: headRows } = await db.query<{ stream: string; version: number; hash: Buffer }>(
    'select stream, version, hash from event_stream',
  );
  const heads = new Map(headRows.map((row) => [row.stream, row]));
  let checked = 0;
  let last: Link = { stream: '', version: 0, hash: genesis, position: 0 };
  const close = () => {
    if (last.stream === '') return;
    const head = heads.get(last.stream);
    heads.delete(last.stream);
    if (faults.has(last.stream)) return;
    if (head === undefined)
      note(last.stream, last.version, last.position, 'the stream has no head: its head row was deleted');
    else if (head.version !== last.version)
      note(
        last.stream,
        last.version,
        last.position,
        `the stream ends at version ${last.version}, its head says ${head.version}: events were deleted or slipped in`,
      );
    else if (!head.hash.equals(last.hash))
      note(last.stream, last.version, last.position, 'the newest event is not the one the head of the stream names');
  };
  const note = (stream: string, version: number, position: number | null, what: string) => {
    if (!faults.has(stream)) faults.set(stream, { stream, version, position, what });
  };
  for (;;) {
    const { rows } = await db.query<ChainRow>({
      name: 'event-verify',
      text: `select ${eventColumns}, prev_hash, hash from import_event where (stream, version) > ($1, $2) order by stream, version limit $3`,
      values: [last.stream, last.version, batch],
    });
    if (rows.length === 0) break;
    for (const row of rows) {
      if (row.stream !== last.stream) {
        close();
        last = { stream: row.stream, version: 0, hash: genesis, position: 0 };
      }
      if (row.version !== last.version + 1)
        note(row.stream, last.version + 1, null, `version ${last.version + 1} is missing`);
      else if (row.position <= last.position)
        note(row.stream, row.version, row.position, 'its position is not after the version before it');
      else if (!row.prev_hash.equals(last.hash))
        note(row.stream, row.version, row.position, 'it does not continue the event before it');
      else if (!chainHash(row.prev_hash, storedEvent(row)).equals(row.hash))
        note(row.stream, row.version, row.position, 'its content is not what was appended');
      last = { stream: row.stream, version: row.version, hash: row.hash, position: row.position };
    }
    checked += rows.length;
    progress(checked);
  }
  close();
  for (const head of heads.values())
    note(head.stream, head.version, null, `all ${head.version} events of the stream were deleted`);
  return { checked, faults: [...faults.values()] };
}
