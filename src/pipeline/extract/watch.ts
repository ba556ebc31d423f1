/** What is known of a source's fields before a batch of its pages is read: read once a batch, then followed page by page. */
import { type Fact, fact } from '../../domain/events.ts';
import type { Db } from '../../platform/postgres.ts';
import { findFall, hasRecovered, type Sighting, watchedFields } from './drift.ts';

/** So many earlier pages are looked back at; a fall that is slower is no sudden one. */
const lookBack = 60;

type PageSighting = { pageId: string; filled: Record<string, number>; absent: Record<string, number> };
type Seen = PageSighting & { position: number };
type Drift = { usual: number; since: number };

export type Watch = {
  /** Fields that drift; while there is one, readings are held. */
  drifts: Map<string, Drift>;
  /** Takes note of a page; returns the drift that it reveals, or the end of one, if any. */
  note(page: PageSighting): Fact | null;
  /** Pages of the last found fall that were read before this batch. */
  fallen: string[];
};

/** Held to the end of the transaction: by readings together, by the release of what was held alone. */
export async function lockWatch(db: Db, source: string, how: 'together' | 'alone'): Promise<void> {
  const lock = how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await db.query(`select ${lock}(20072, hashtext($1))`, [source]);
}

export async function openWatch(db: Db, source: string): Promise<Watch> {
  await lockWatch(db, source, 'together');
  const { rows: drifting } = await db.query<{ field: string; usual: number; position: string }>({
    name: 'watch-drifts',
    text: 'select field, usual, position from source_drift where source = $1',
    values: [source],
  });
  const { rows: ends } = await db.query<{ position: string; forgotten: string | null }>({
    name: 'watch-ended',
    text: `select position, case when payload->>'because' = 'person' then timestamp::date::text end as forgotten from import_event
            where stream = 'source:' || $1 and event_type = 'DriftEnded' order by version desc limit 1`,
    values: [source],
  });
  const ended = ends[0] ?? { position: '0', forgotten: null };
  // What a person said is gone for good is usual no more: only days after that count.
  const { rows: usual } = await db.query<{ field: string; filled: number; absent: number }>({
    name: 'watch-usual',
    text: `select field, sum(filled)::int as filled, sum(absent)::int as absent from field_coverage
            where source = $1 and ($2::date is null or day > $2::date) group by field`,
    values: [source, ended.forgotten],
  });
  const { rows: recent } = await db.query<PageSighting & { position: string; day: string }>({
    name: 'watch-recent',
    text: `select position, timestamp::date::text as day, payload->>'pageId' as "pageId", payload->'filled' as filled, payload->'absent' as absent from import_event
            where event_type = 'PageRead' and payload->>'source' = $1 and position > $2 order by position desc limit ${lookBack}`,
    values: [source, ended.position],
  });
  const drifts = new Map(drifting.map((row) => [row.field, { usual: row.usual, since: Number(row.position) }]));
  const seen: Seen[] = recent.reverse().map((row) => ({ ...row, position: Number(row.position) }));
  const before = new Map<string, Sighting>(usual.map(({ field, ...all }) => [field, all]));
  for (const page of recent) if (ended.forgotten === null || page.day > ended.forgotten) add(before, page, -1);

  const watch: Watch = {
    drifts,
    fallen: [],
    note(page) {
      seen.push({ ...page, position: unwritten });
      if (seen.length > lookBack) add(before, seen.shift() as Seen, 1);
      return drifts.size > 0 ? recovery() : fall();
    },
  };

  function recovery(): Fact | null {
    const over = [...drifts].some(([field, { usual, since }]) =>
      hasRecovered(
        usual,
        seen.filter(({ position }) => position > since).map((page) => sighting(page, field)),
      ),
    );
    if (!over) return null;
    const fields = [...drifts.keys()];
    drifts.clear();
    // The pages of the drift are past: they speak for no new one.
    seen.length = 0;
    return fact('DriftEnded', { source, because: 'recovered', fields, reason: null });
  }

  function fall(): Fact | null {
    for (const field of watchedFields) {
      const pages = seen.map((page) => sighting(page, field));
      const found = findFall(before.get(field) ?? nothing, pages);
      if (found === null) continue;
      const { usual, recent, pages: count, from } = found;
      drifts.set(field, { usual, since: unwritten });
      watch.fallen = seen.slice(from).flatMap(({ pageId, position }) => (position === unwritten ? [] : [pageId]));
      return fact('DriftDetected', { source, field, usual, recent, pages: count });
    }
    return null;
  }

  return watch;
}

const nothing: Sighting = { filled: 0, absent: 0 };
/** Stands for the position of what this batch will write. */
const unwritten = Number.POSITIVE_INFINITY;

function add(totals: Map<string, Sighting>, page: PageSighting, sign: 1 | -1): void {
  for (const field of watchedFields) {
    const { filled, absent } = totals.get(field) ?? nothing;
    const more = sighting(page, field);
    totals.set(field, { filled: filled + sign * more.filled, absent: absent + sign * more.absent });
  }
}

const sighting = (page: PageSighting, field: string): Sighting => ({
  filled: page.filled?.[field] ?? 0,
  absent: page.absent?.[field] ?? 0,
});
