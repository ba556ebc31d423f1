/**
 * Applies changes to the tables that mirror facts, many at once: changes to one row are folded in memory,
 * then each table gets one statement a kind of change, whatever their number.
 */
import type { Table } from '../domain/table.ts';
import type { Change } from '../domain/view.ts';
import type { Db } from './postgres.ts';

type Row = Record<string, unknown>;
type Group = { column: string; value: string; rows: Row[] };
type Folded = {
  puts: Map<string, Row>;
  sets: Map<string, Row>;
  adds: Map<string, Row>;
  removes: Map<string, Row>;
  groups: Map<string, Group>;
};

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
  const isAlone = !('query' in db);
  const work = async (one: Db) => {
    for (let next = tables.shift(); next; next = tables.shift()) {
      const [table, folded] = next;
      await replaceGroups(one, schema, table, [...folded.groups.values()], isAlone);
      await removeRows(one, schema, table, [...folded.removes.values()]);
      await putRows(one, schema, table, [...folded.puts.values()]);
      await setRows(one, schema, table, [...folded.sets.values()]);
      await addRows(one, schema, table, [...folded.adds.values()]);
    }
  };
  await Promise.all(('query' in db ? [db] : db).map(work));
}

function fold(changes: readonly Change[]): Map<Table, Folded> {
  const tables = new Map<Table, Folded>();
  for (const change of changes) {
    let folded = tables.get(change.table);
    if (!folded) {
      folded = { puts: new Map(), sets: new Map(), adds: new Map(), removes: new Map(), groups: new Map() };
      tables.set(change.table, folded);
    }
    if (change.op === 'replace') {
      const { column, value } = change;
      // What was put into the group before is gone with it.
      for (const [key, row] of folded.puts) if (row[column] === value) folded.puts.delete(key);
      folded.groups.set(value, { column, value, rows: change.rows as Row[] });
      continue;
    }
    const row = change.row as Row;
    const key = keyOf(change.table, row);
    const standing = folded.puts.get(key);
    if (change.op === 'add') folded.adds.set(key, sum(folded.adds.get(key), row));
    else if (change.op === 'remove') {
      folded.removes.set(key, row);
      folded.puts.delete(key);
      folded.sets.delete(key);
    } else if (change.op === 'put') {
      folded.puts.set(key, row);
      folded.sets.delete(key);
    } else if (standing) folded.puts.set(key, { ...standing, ...row });
    else folded.sets.set(key, { ...folded.sets.get(key), ...row });
  }
  return tables;
}

async function replaceGroups(
  db: Db,
  schema: string,
  table: Table,
  groups: readonly Group[],
  isAlone: boolean,
): Promise<void> {
  const column = groups[0] && table.columns.get(groups[0].column);
  if (!column) return;
  const wanted = groups.map(({ value }) => ({ [column]: value }));
  await db.query(
    // As an array, so that the index is used: of a table that is being filled the planner knows nothing and would read all.
    `delete from ${schema}.${table.name} where ${column} = any(array(
       select ${column} from json_populate_recordset(null::${schema}.${table.name}, $1::json)))`,
    [JSON.stringify(wanted)],
  );
  await putRows(
    db,
    schema,
    table,
    groups.flatMap((group) => group.rows),
    // Nobody else writes, and the rows of other groups have other keys.
    isAlone && table.key.includes(groups[0]?.column ?? ''),
  );
}

async function removeRows(db: Db, schema: string, table: Table, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const same = keyColumns(table).map((column) => `old.${column} = gone.${column}`);
  await db.query(
    `delete from ${schema}.${table.name} as old using json_populate_recordset(null::${schema}.${table.name}, $1::json) as gone
      where ${same.join(' and ')}`,
    [asJson(table, rows)],
  );
}

/** `isFresh`: none of them stands there. */
async function putRows(db: Db, schema: string, table: Table, rows: readonly Row[], isFresh = false): Promise<void> {
  if (rows.length === 0) return;
  const columns = [...table.columns.values()];
  const key = keyColumns(table);
  const rest = columns.filter((column) => !key.includes(column));
  const update = `do update set ${rest.map((column) => `${column} = excluded.${column}`).join(', ')}`;
  const onConflict = `on conflict (${key.join(', ')}) ${rest.length > 0 ? update : 'do nothing'}`;
  await db.query({
    name: `put-${schema}-${table.name}${isFresh ? '-fresh' : ''}`,
    text: `insert into ${schema}.${table.name} (${columns.join(', ')})
           select ${columns.join(', ')} from json_populate_recordset(null::${schema}.${table.name}, $1::json)
           ${isFresh ? '' : onConflict}`,
    values: [asJson(table, rows)],
  });
}

const sum = (standing: Row | undefined, row: Row): Row =>
  standing === undefined
    ? row
    : Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          typeof value === 'number' ? value + Number(standing[name]) : value,
        ]),
      );

async function addRows(db: Db, schema: string, table: Table, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = [...table.columns.values()];
  const key = keyColumns(table);
  const added = columns.filter((column) => !key.includes(column));
  // In one order for all writers, or two commits could wait for each other.
  const sorted = [...rows].sort((a, b) => (keyOf(table, a) < keyOf(table, b) ? -1 : 1));
  await db.query({
    name: `add-${schema}-${table.name}`,
    text: `insert into ${schema}.${table.name} as old (${columns.join(', ')})
           select ${columns.join(', ')} from json_populate_recordset(null::${schema}.${table.name}, $1::json)
           on conflict (${key.join(', ')}) do update set ${added.map((column) => `${column} = old.${column} + excluded.${column}`).join(', ')}`,
    values: [asJson(table, sorted)],
  });
}

async function setRows(db: Db, schema: string, table: Table, rows: readonly Row[]): Promise<void> {
  const alike = Map.groupBy(rows, (row) => Object.keys(row).sort().join());
  for (const same of alike.values()) {
    const changed = Object.keys(same[0] ?? {}).filter((property) => !table.key.includes(property));
    const sets = changed
      .flatMap((property) => table.columns.get(property) ?? [])
      .map((column) => `${column} = new.${column}`);
    await db.query(
      `update ${schema}.${table.name} as old set ${sets.join(', ')}
         from json_populate_recordset(null::${schema}.${table.name}, $1::json) as new
        where ${keyColumns(table)
          .map((column) => `old.${column} = new.${column}`)
          .join(' and ')}`,
      [asJson(table, same)],
    );
  }
}

const keyOf = (table: Table, row: Row): string => table.key.map((property) => String(row[property])).join('\u0000');
const keyColumns = (table: Table): string[] => table.key.map((property) => table.columns.get(property) ?? property);

/** A loop, for a rebuild spends a tenth of its time here. */
function asJson(table: Table, rows: readonly Row[]): string {
  const named = rows.map((row) => {
    const columns: Row = {};
    for (const property in row) {
      const column = table.columns.get(property);
      if (column !== undefined) columns[column] = row[property];
    }
    return columns;
  });
  return JSON.stringify(named);
}
