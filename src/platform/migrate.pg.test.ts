import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type TestDatabase } from '../../test/database.ts';
import { views } from '../views.ts';
import { migrate } from './migrate.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createDatabase();
});
afterAll(() => db.drop());

test('tables that views write to have just the columns and the key the views know', async () => {
  for (const { name, columns, key } of views.flatMap(({ tables }) => tables)) {
    const { rows } = await db.pool.query<{ column: string }>(
      'select column_name as column from information_schema.columns where table_schema = $1 and table_name = $2',
      ['public', name],
    );
    expect([name, rows.map(({ column }) => column).sort()]).toEqual([name, [...columns.values()].sort()]);
    const { rows: keys } = await db.pool.query<{ column: string }>(
      `select a.attname as column from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
        where i.indrelid = $1::regclass and i.indisprimary`,
      [`public.${name}`],
    );
    expect([name, keys.map(({ column }) => column).sort()]).toEqual([
      name,
      key.map((property) => columns.get(property)).sort(),
    ]);
  }
});

test('migrating again, from two processes at once, changes nothing', async () => {
  await Promise.all([migrate(db.pool), migrate(db.pool)]);
  expect((await db.pool.query('select count(*)::int as n from migration')).rows[0].n).toBe(
    readdirSync(new URL('../../migrations', import.meta.url)).filter((name) => name.endsWith('.sql')).length,
  );
});

test('a database of a newer program is refused with a sentence', async () => {
  await db.pool.query(`insert into migration (name) values ('9999_future.sql')`);
  await expect(migrate(db.pool)).rejects.toThrow(/newer Variorum/);
});
