/**
 * Applies changes to the tables that mirror facts, many at once: changes to one row are folded in memory,
 * then each table gets one statement a kind of change, whatever their number.
 */
import { getTableColumns, getTableName } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import type { Change } from '../domain/view.ts';
import type { Db } from './postgres.ts';

type Row = Record<string, unknown>;
type Shape = { name: string; columns: Map<string, string>; keys: string[] };
type Folded = {
  puts: Map<string, Row>;
  sets: Map<string, Row>;
  groups: Map<string, { column: string; value: string; rows: Row[] }>;
};

const shapes = new WeakMap<object, Shape>();

/** A table's name, its columns by property, and the properties that make its key. */
export function shapeOf(table: object): Shape {
  const known = shapes.get(table);
  if (known) return known;
  const columns: Record<string, PgColumn> = getTableColumns(table as PgTable);
  const config = getTableConfig(table as PgTable);
  const keyNames = new Set([
    ...config.columns.filter((column) => column.primary).map((column) => column.name),
    ...config.primaryKeys.flatMap((key) => key.columns.map((column) => column.name)),
  ]);
  const shape = {
    name: getTableName(table as PgTable),
    columns: new Map(Object.entries(columns).map(([property, column]) => [property, column.name])),
    keys: Object.entries(columns)
      .filter(([, column]) => keyNames.has(column.name))
      .map(([property]) => property),
  };
  shapes.set(table, shape);
  return shape;
}

/**
 * Applies changes in their order, as one set of statements inside the caller's transaction. Several connections
 * share the tables between them, which only a rebuild may do: it needs no transaction.
 */
export async function applyChanges(
  db: Db | readonly Db[],
  changes: readonly Change[],
  schema = 'public',
): Promise<void> {
  const tables = [...fold(changes)];
  const work = async (one: Db) => {
    for (let next = tables.shift(); next; next = tables.shift()) {
      const [table, folded] = next;
      const shape = shapeOf(table);
      await replaceGroups(one, schema, shape, folded);
      await putRows(one, schema, shape, [...folded.puts.values()]);
      await setRows(one, schema, shape, [...folded.sets.values()]);
    }
  };
  await Promise.all(('query' in db ? [db] : db).map(work));
}

function fold(changes: readonly Change[]): Map<object, Folded> {
  const tables = new Map<object, Folded>();
  for (const change of changes) {
    let folded = tables.get(change.table);
    if (!folded) {
      folded = { puts: new Map(), sets: new Map(), groups: new Map() };
      tables.set(change.table, folded);
    }
    if (change.op === 'replace') {
      const { column, value } = change;
      folded.groups.set(value, { column, value, rows: change.rows as Row[] });
      continue;
    }
    const row = change.row as Row;
    const key = shapeOf(change.table)
      .keys.map((property) => String(row[property]))
      .join('\u0000');
    const standing = folded.puts.get(key);
    if (change.op === 'put') {
      folded.puts.set(key, row);
      folded.sets.delete(key);
    } else if (standing) folded.puts.set(key, { ...standing, ...row });
    else folded.sets.set(key, { ...folded.sets.get(key), ...row });
  }
  return tables;
}

async function replaceGroups(db: Db, schema: string, shape: Shape, folded: Folded): Promise<void> {
  const groups = [...folded.groups.values()];
  const column = groups[0] && shape.columns.get(groups[0].column);
  if (!column) return;
  await db.query(`delete from ${schema}.${shape.name} where ${column}::text = any($1)`, [
    groups.map((group) => group.value),
  ]);
  await putRows(
    db,
    schema,
    shape,
    groups.flatMap((group) => group.rows),
  );
}

async function putRows(db: Db, schema: string, shape: Shape, rows: Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = [...shape.columns.values()];
  const rest = columns.filter((column) => !shape.keys.some((key) => shape.columns.get(key) === column));
  const onConflict = rest.length
    ? `do update set ${rest.map((column) => `${column} = excluded.${column}`).join(', ')}`
    : 'do nothing';
  await db.query({
    name: `put-${schema}-${shape.name}`,
    text: `insert into ${schema}.${shape.name} (${columns.join(', ')})
           select ${columns.join(', ')} from jsonb_populate_recordset(null::${schema}.${shape.name}, $1::jsonb)
           on conflict (${keyColumns(shape).join(', ')}) ${onConflict}`,
    values: [asJson(shape, rows)],
  });
}

async function setRows(db: Db, schema: string, shape: Shape, rows: Row[]): Promise<void> {
  const alike = Map.groupBy(rows, (row) => Object.keys(row).sort().join());
  for (const same of alike.values()) {
    const properties = Object.keys(same[0] ?? {}).filter((property) => !shape.keys.includes(property));
    const columns = properties.flatMap((property) => shape.columns.get(property) ?? []);
    await db.query(
      `update ${schema}.${shape.name} as old set ${columns.map((column) => `${column} = new.${column}`).join(', ')}
         from jsonb_populate_recordset(null::${schema}.${shape.name}, $1::jsonb) as new
        where ${keyColumns(shape)
          .map((column) => `old.${column} = new.${column}`)
          .join(' and ')}`,
      [asJson(shape, same)],
    );
  }
}

const keyColumns = (shape: Shape) => shape.keys.map((key) => shape.columns.get(key) ?? key);

/** A loop, for a rebuild spends a tenth of its time here. */
function asJson(shape: Shape, rows: readonly Row[]): string {
  const named = rows.map((row) => {
    const columns: Row = {};
    for (const property in row) {
      const column = shape.columns.get(property);
      if (column !== undefined) columns[column] = row[property];
    }
    return columns;
  });
  return JSON.stringify(named);
}
