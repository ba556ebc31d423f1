/** Brings a database up to date: the numbered SQL files of `migrations/`, each once, in their order, forward only. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';

const folder = fileURLToPath(new URL('../../migrations/', import.meta.url));

/** Safe to run from several processes at once. Throws one sentence when the database cannot carry the catalogue. */
export async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('variorum.migrate'))");
    await client.query(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string }>('select name from migration');
    const applied = new Set(rows.map(({ name }) => name));
    const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
    const newer = [...applied].find((name) => !files.includes(name));
    if (newer) throw new Error(`The database was made by a newer Variorum (it has ${newer}): update this one first.`);
    for (const name of files.filter((file) => !applied.has(file))) {
      // One simple query is one transaction: the file and the note of it stand together or not at all.
      await client.query(
        `begin; insert into migration (name) values ('${name}'); ${await readFile(folder + name, 'utf8')}; commit`,
      );
    }
    await checkLetters(client);
    await checkTransactions(client);
  } finally {
    await client.query('rollback').catch(() => undefined);
    await client.query("select pg_advisory_unlock(hashtext('variorum.migrate'))").catch(() => undefined);
    client.release();
  }
}

/** Under a plain C locale trigrams drop every Cyrillic letter, and search would find nothing. */
async function checkLetters(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ likeness: number }>("select similarity('тест', 'тест') as likeness");
  if (rows[0]?.likeness !== 1) {
    throw new Error(
      'This database cannot compare Cyrillic letters (similarity is not 1): create it with LC_CTYPE C.UTF-8 or a language locale.',
    );
  }
}

/** A dump restored into another cluster names transactions that cluster has not had yet: readers would never see them end. */
async function checkTransactions(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ foreign: boolean }>(
    `select exists (select from import_event where txid >= pg_snapshot_xmax(pg_current_snapshot()))
         or exists (select from event_stream where txid >= pg_snapshot_xmax(pg_current_snapshot())) as "foreign"`,
  );
  if (rows[0]?.foreign) {
    throw new Error(
      "This database was restored from another cluster, whose transaction numbers its log still carries: run `update import_event set txid = '3'; update event_stream set txid = '3'` in it once (docs/operating.md says why that is safe).",
    );
  }
}
