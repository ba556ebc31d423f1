/** What stands of the pages and records a batch of readings is about, before it becomes facts. */
import type { Payloads } from '../../domain/events.ts';
import type { PageId, PersonId, RecordId } from '../../domain/ids.ts';
import type { Db } from '../../platform/postgres.ts';

export type KnownRecord = {
  record_id: string;
  /** Null for one that was only ever held. */
  record_hash: string | null;
  held_hash: string | null;
  /** Of the record's stream. */
  version: number;
  game_id: string | null;
  /** Fields that the standing reading gives. */
  fields: string[];
};
export type KnownPage = { page_id: string; state: string; reason: string | null; records: number; unread: string[] };
export type Alias = { url: string; key: string };

export type Standing = {
  records: Map<string, KnownRecord>;
  people: Map<string, { person_hash: string; version: number }>;
  pages: Map<string, KnownPage>;
  /** Pages that only lead to the page. */
  aliases: Map<string, Alias[]>;
};

export async function readStanding(
  db: Db,
  pages: readonly PageId[],
  records: readonly RecordId[],
  people: readonly PersonId[],
): Promise<Standing> {
  const known = await db.query<KnownRecord>({
    name: 'extract-known',
    text: `select id as record_id, r.record_hash, h.payload->>'recordHash' as held_hash, r.game_id,
                  greatest(coalesce(r.version, 0), coalesce(h.version, 0)) as version,
                  coalesce((select array_agg(field) from jsonb_object_keys(r.record) as field), '{}') as fields
             from unnest($1::text[]) as id left join source_record r on r.record_id = id left join held_record h on h.record_id = id
            where r.record_id is not null or h.record_id is not null`,
    values: [records],
  });
  const persons =
    people.length === 0
      ? { rows: [] }
      : await db.query<{ person_id: string; person_hash: string; version: number }>({
          name: 'extract-people',
          text: 'select person_id, person_hash, version from person where person_id = any($1)',
          values: [people],
        });
  const rows = await db.query<KnownPage>({
    name: 'extract-pages',
    text: 'select page_id, state, reason, records, unread from page where page_id = any($1)',
    values: [pages],
  });
  const aliases = await db.query<Alias & { moved_to: string }>({
    name: 'extract-aliases',
    text: 'select moved_to, url, key from page where moved_to = any($1) order by page_id',
    values: [pages],
  });
  return {
    records: new Map(known.rows.map((row) => [row.record_id, row])),
    people: new Map(persons.rows.map((row) => [row.person_id, row])),
    pages: new Map(rows.rows.map((row) => [row.page_id, row])),
    aliases: Map.groupBy(aliases.rows, (row) => row.moved_to),
  };
}

/** Whether following pages that lead on from `to` would come to `page`. */
export async function leadsInACircle(db: Db, page: PageId, to: PageId): Promise<boolean> {
  const { rows } = await db.query<{ page_id: string }>({
    name: 'extract-chain',
    text: `with recursive chain(page_id, steps) as (
             select $1::text, 0
             union all select p.moved_to, steps + 1 from chain join page p using (page_id) where p.moved_to is not null and steps < 20)
           select page_id from chain`,
    values: [to],
  });
  return rows.length > 20 || rows.some((row) => row.page_id === page);
}

type LastReadings = {
  record_id: string;
  version: number;
  game_id: string | null;
  newest: Payloads['RecordExtracted'];
  before: Payloads['RecordExtracted'];
};

/** The last two readings of each record of these pages that was read since then: what a drift spoilt, and what stood before. */
export async function lastReadings(db: Db, pages: readonly string[], since: number): Promise<LastReadings[]> {
  const { rows } = await db.query<LastReadings>({
    name: 'extract-last-readings',
    text: `select r.record_id, r.version, r.game_id, newest.payload as newest, earlier.payload as before
             from source_record r
             join import_event newest on newest.event_id = r.event_id and newest.position >= $2
             join lateral (select payload from import_event e where e.stream = 'record:' || r.record_id and e.version < newest.version
                             and e.event_type = 'RecordExtracted' order by version desc limit 1) earlier on true
            where r.page_id = any($1)`,
    values: [pages, Number.isFinite(since) ? since : 0],
  });
  return rows;
}
