/** Politeness across all workers and machines: each request reserves its moment at the host in one statement. */
import type { Db } from './postgres.ts';

export type Reservation = { kind: 'go'; waitMs: number } | { kind: 'full'; waitMs: number };

/**
 * Reserves the next free moment at `host`, `intervalMs` after the last one given out, if it comes within
 * `maxWaitMs`; the caller waits `waitMs` and then asks. Otherwise `full`: come back in `waitMs`.
 */
export async function reserve(db: Db, host: string, intervalMs: number, maxWaitMs: number): Promise<Reservation> {
  if (intervalMs <= 0) return { kind: 'go', waitMs: 0 };
  const { rows } = await db.query<{ wait: number }>({
    name: 'host-reserve',
    text: `insert into host_budget as b (host, next_at) values ($1, clock_timestamp() + $2 * interval '1 ms')
           on conflict (host) do update set next_at = greatest(b.next_at, clock_timestamp()) + $2 * interval '1 ms'
            where b.next_at < clock_timestamp() + $3 * interval '1 ms'
           returning extract(epoch from next_at - $2 * interval '1 ms' - clock_timestamp())::float8 * 1000 as wait`,
    values: [host, intervalMs, maxWaitMs],
  });
  const wait = rows[0]?.wait;
  if (wait !== undefined) return { kind: 'go', waitMs: Math.max(0, wait) };
  const { rows: later } = await db.query<{ wait: number }>(
    'select extract(epoch from next_at - clock_timestamp())::float8 * 1000 as wait from host_budget where host = $1',
    [host],
  );
  return { kind: 'full', waitMs: Math.max(later[0]?.wait ?? 0, maxWaitMs) };
}

/** The host asked for a pause: nobody asks it again before `until`. */
export async function pauseHost(db: Db, host: string, until: Date): Promise<void> {
  await db.query(
    `insert into host_budget as b (host, next_at) values ($1, $2)
     on conflict (host) do update set next_at = greatest(b.next_at, excluded.next_at)`,
    [host, until.toISOString()],
  );
}
