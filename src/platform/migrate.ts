/** Brings a database up to date. Safe to run from several processes at once. */
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';

const folder = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Throws one sentence when the database cannot carry the catalogue. */
export async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    // The migrator takes no lock of its own, and two first starts would both create everything.
    await client.query("select pg_advisory_lock(hashtext('variorum.migrate'))");
    await runMigrations(drizzle(client), { migrationsFolder: folder });
    const { rows } = await client.query("select similarity('тест', 'тест') as likeness");
    if (rows[0]?.likeness !== 1) {
      throw new Error(
        'This database cannot compare Cyrillic letters (similarity is not 1): create it with LC_CTYPE C.UTF-8 or a language locale.',
      );
    }
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('variorum.migrate'))").catch(() => undefined);
    client.release();
  }
}
