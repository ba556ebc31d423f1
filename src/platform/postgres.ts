/** Connections and transactions. Positions come back as numbers, times as Dates. */
import pg from 'pg';

/** What a query can be sent to: the pool, or one client inside a transaction. */
export type Db = { query: pg.ClientBase['query'] };

const bigintType = 20;

/** Opens a pool; `application` shows in pg_stat_activity. Ends idle transactions, for they stall every reader of the log. */
export function openPool(url: string, application: string, max = 20): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: application,
    idle_in_transaction_session_timeout: 60_000,
    types: {
      getTypeParser: ((type: number, format?: 'text' | 'binary') =>
        type === bigintType && format !== 'binary'
          ? Number
          : pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser,
    },
  });
  // A connection that dies while idle is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

/** Runs `work` in one transaction on one connection; anything thrown rolls back and is thrown on. */
export async function transaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** PostgreSQL's five-letter code of an error, or null. */
export function sqlState(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
