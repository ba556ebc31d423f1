/**
 * Throws the views away and makes them again from the log. New tables are filled beside the standing ones, so
 * everybody goes on reading; writers are held only for the last events and the swap, or the comparison.
 */
import type pg from 'pg';
import type { Fact, Recorded } from './domain/events.ts';
import { readSettled } from './platform/event-log.ts';
import type { Db } from './platform/postgres.ts';
import { applyChanges } from './platform/view-store.ts';
import { views } from './views.ts';

const beside = 'variorum_rebuild';
const batch = 2500;
/** Connections that fill tables beside the first one. */
const helpers = 2;
/** A draft's text is read from the log where it is needed; no view keeps it. */
const lighter = [{ type: 'GameDrafted', without: ['fields', 'metadata', 'records'] }];

export type Difference = { table: string; missing: number; extra: number; example: string | null };
export type Rebuilt = { events: number; seconds: number; differences: Difference[] };

/**
 * Rebuilds all views. With `check` nothing changes: the rebuilt rows are compared with the standing ones, and
 * the differences returned (`missing`: rebuilt but not standing; `extra`: standing but not rebuilt).
 */
export async function rebuild(
  pool: pg.Pool,
  check: boolean,
  progress: (events: number) => void = () => undefined,
): Promise<Rebuilt> {
  const started = performance.now();
  const tables = views.flatMap((view) => view.tables).map(({ name }) => name);
  const client = await pool.connect();
  const lanes = [client, ...(await Promise.all(Array.from({ length: helpers }, () => pool.connect())))];
  try {
    // One rebuild at a time; a second one waits.
    await client.query("select pg_advisory_lock(hashtext('variorum.rebuild'))");
    for (const lane of lanes) await lane.query('set synchronous_commit = off');
    await client.query(`drop schema if exists ${beside} cascade; create schema ${beside}`);
    for (const table of tables) await createBeside(client, table);
    const indexes = await indexesOf(client, tables);
    const make = async (when: (definition: string) => boolean) => {
      for (const { definition } of indexes.filter((index) => when(index.definition))) {
        await client.query(definition.replace(' ON public.', ` ON ${beside}.`));
      }
    };
    // Groups of rows are found by their columns' indexes; all others are made faster at the end.
    await make(findsGroups);
    const holdWriters = "select pg_advisory_lock(hashtext('variorum.commit'))";
    const letWritersGo = "select pg_advisory_unlock(hashtext('variorum.commit'))";
    // Held for a moment, so that nothing up to the horizon is still under way; writers go on while we fill up to it.
    await client.query(holdWriters);
    const horizon = await newestPosition(client);
    await client.query(letWritersGo);
    let read = await fill(pool, lanes, { events: 0, position: 0 }, horizon, progress);
    await make((definition) => !findsGroups(definition));
    await client.query(holdWriters);
    read = await fill(pool, lanes, { ...read, position: horizon }, await newestPosition(client), progress);
    const differences = check ? await compare(client, tables) : [];
    if (!check) await swap(client, tables);
    await client.query(letWritersGo);
    if (!check) await analyze(lanes, tables);
    return { events: read.events, seconds: (performance.now() - started) / 1000, differences };
  } finally {
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined);
    await client.query(`drop schema if exists ${beside} cascade`).catch(() => undefined);
    for (const lane of lanes) {
      await lane.query('reset synchronous_commit').catch(() => undefined);
      lane.release();
    }
  }
}

/** Whether an index finds rows by a later column of their table's key, as those of a group are. */
function findsGroups(definition: string): boolean {
  const [, name, column = ''] = / ON public\.(\w+) USING btree \((\w+)/.exec(definition) ?? [];
  const table = views.flatMap((view) => view.tables).find((each) => each.name === name);
  return table?.key.slice(1).some((property) => table.columns.get(property) === column) ?? false;
}

type Read = { events: number; position: number };

async function fill(
  pool: pg.Pool,
  lanes: readonly Db[],
  from: Read,
  upTo: number,
  progress: (events: number) => void,
): Promise<Read> {
  let { events, position } = from;
  // The next events are read while the last are applied.
  let next = readSettled(pool, position, upTo, batch, lighter);
  for (;;) {
    const page = await next;
    const last = page.at(-1);
    if (!last) return { events, position };
    position = last.position;
    next = readSettled(pool, position, upTo, batch, lighter);
    // Told at once, or a failed apply would leave an unheard rejection behind.
    next.catch(() => undefined);
    const facts = page as unknown as Recorded<Fact>[];
    await applyChanges(
      lanes,
      facts.flatMap((fact) => views.flatMap((view) => view.on(fact))),
      beside,
    );
    events += page.length;
    progress(events);
  }
}

async function newestPosition(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ position: number }>(
    'select coalesce(max(position), 0) as position from import_event',
  );
  return Number(rows[0]?.position ?? 0);
}

async function createBeside(client: pg.PoolClient, table: string): Promise<void> {
  await client.query(
    `create table ${beside}.${table} (like public.${table} including defaults including generated) with (autovacuum_enabled = false)`,
  );
  const { rows } = await client.query<{ definition: string; name: string }>(
    `select pg_get_constraintdef(oid) as definition, conname as name from pg_constraint
      where conrelid = $1::regclass and contype in ('p', 'u', 'c')`,
    [`public.${table}`],
  );
  for (const { definition, name } of rows)
    await client.query(`alter table ${beside}.${table} add constraint "${name}" ${definition}`);
}

/** Indexes that are not part of a constraint. */
async function indexesOf(client: pg.PoolClient, tables: string[]): Promise<{ definition: string }[]> {
  const { rows } = await client.query<{ definition: string }>(
    `select pg_get_indexdef(i.indexrelid) as definition from pg_index i
      where i.indrelid = any(select ('public.' || t)::regclass from unnest($1::text[]) t)
        and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  );
  return rows;
}

async function compare(client: pg.PoolClient, tables: string[]): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const table of tables) {
    const only = (a: string, b: string) =>
      `select t::text as row from ${a}.${table} t except all select t::text from ${b}.${table} t`;
    const { rows } = await client.query<{ missing: string; extra: string; example: string | null }>(
      `with missing as (${only(beside, 'public')}), extra as (${only('public', beside)})
       select (select count(*) from missing) as missing, (select count(*) from extra) as extra,
              (select row from (select * from missing union all select * from extra) as any_row limit 1) as example`,
    );
    const [found] = rows;
    if (found && Number(found.missing) + Number(found.extra) > 0) {
      differences.push({ table, missing: Number(found.missing), extra: Number(found.extra), example: found.example });
    }
  }
  return differences;
}

/** Puts the new tables in the place of the standing ones; SQL views over them are made again as they were. */
async function swap(client: pg.PoolClient, tables: string[]): Promise<void> {
  const { rows: sqlViews } = await client.query<{ name: string; definition: string }>(
    `select v.viewname as name, v.definition from pg_views v
      where v.schemaname = 'public'
        and not exists (select from pg_depend d where d.objid = ('public.' || quote_ident(v.viewname))::regclass and d.deptype = 'e')
      order by v.viewname`,
  );
  await client.query('begin');
  try {
    for (const { name } of sqlViews) await client.query(`drop view public.${name} cascade`);
    for (const table of tables) {
      await client.query(`drop table public.${table}`);
      await client.query(`alter table ${beside}.${table} reset (autovacuum_enabled)`);
      await client.query(`alter table ${beside}.${table} set schema public`);
    }
    for (const { name, definition } of sqlViews) await client.query(`create view public.${name} as ${definition}`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Fresh tables have no statistics, and queries over them would be planned blindly. */
async function analyze(lanes: readonly Db[], tables: readonly string[]): Promise<void> {
  const left = [...tables];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let table = left.pop(); table; table = left.pop()) await lane.query(`analyze public.${table}`);
    }),
  );
}
