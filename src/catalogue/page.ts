/** One page of a source: what came, and what was read in it. */
import type { PersonRecord } from '../domain/person.ts';
import type { GameRecord } from '../domain/record.ts';
import type { Db } from '../platform/postgres.ts';

export type PageReading = {
  pageId: string;
  source: string;
  url: string;
  state: 'discovered' | 'fetched' | 'moved' | 'broken' | 'missing';
  reason: string | null;
  snapshot: string | null;
  contentType: string | null;
  /** Of the stored page; null when nothing is kept. */
  bytes: number | null;
  /** What stands. */
  records: GameRecord[];
  /** What was read since and is held, for the source drifts. */
  held: GameRecord[];
  person: PersonRecord | null;
  unread: string[];
};

/** Null when there is no such page. */
export async function readPage(db: Db, pageId: string): Promise<PageReading | null> {
  const { rows } = await db.query<Omit<PageReading, 'records' | 'held' | 'person'>>(
    `select page_id as "pageId", source, url, state, reason, snapshot, content_type as "contentType", bytes, unread
       from page left join snapshot on hash = snapshot where page_id = $1`,
    [pageId],
  );
  const [page] = rows;
  if (!page) return null;
  const { rows: records } = await db.query<{ record: GameRecord }>(
    'select record from source_record where page_id = $1 order by record_id limit 100',
    [pageId],
  );
  const { rows: held } = await db.query<{ record: GameRecord }>(
    `select payload->'record' as record from held_record where source = $1 and payload->>'pageId' = $2 order by record_id limit 100`,
    [page.source, pageId],
  );
  const { rows: people } = await db.query<{ person: PersonRecord }>('select person from person where page_id = $1', [
    pageId,
  ]);
  return {
    ...page,
    records: records.map(({ record }) => record),
    held: held.map(({ record }) => record),
    person: people[0]?.person ?? null,
  };
}
