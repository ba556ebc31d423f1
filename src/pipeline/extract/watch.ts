/** What is known of a source's fields before a batch of its pages is read: read once a batch, then followed page by page. */
import { type Fact, fact } from '../../domain/events.ts';
import type { Db } from '../../platform/postgres.ts';
import { findFall, hasRecovered, type Sighting, watchedFields } from './drift.ts';

/** So many earlier pages are looked back at; a fall that is slower is no sudden one. */
const lookBack = 60;

type PageSighting = { pageId: string; kept: Record<string, number>; lost: Record<string, number> };
type Seen = PageSighting & { position: number };

export type Watch = {
  /** Fields that drift; while there is one, readings are held. */
  drifts: Set<string>;
  /** Takes note of a page; returns drifts that it reveals, or the end of all. */
  note(page: PageSighting): Fact[];
  /** Pages of the last found fall that were read before this batch, with the place in the log where the fall began. */
  fallen: { field: string; pages: string[]; since: number };
};

/** Held to the end of the transaction: by readings together, by the release of what was held alone. */
export async function lockWatch(db: Db, source: string, how: 'together' | 'alone'): Promise<void> {
  const lock = how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await db.query(`select ${lock}(20072, hashtext($1))`, [source]);
}

/**
 * Opens the watch over a source's fields. `again`: stored pages are read once more; of those only what changed stands in
 * the log, hence the log says nothing of how many in a row changed.
 */
export async function openWatch(db: Db, source: string, again: boolean): Promise<Watch> {
  const { rows: drifting } = await db.query<{ field: string; position: string }>({
    name: 'watch-drifts',
    text: 'select field, position from source_drift where source = $1',
    values: [source],
  });
  const drifts = new Set(drifting.map(({ field }) => field));
  const seen: Seen[] = again || drifts.size > 0 ? [] : await recentPages(db, source);
  const since = new Map<string, Seen[]>();
  for (const { field, position } of drifting) since.set(field, await recentPages(db, source, { field, position }));

  const watch: Watch = {
    drifts,
    fallen: { field: '', pages: [], since: unwritten },
    note(page) {
      seen.push({ ...page, position: unwritten });
      if (seen.length > lookBack) seen.shift();
      for (const pages of since.values()) pages.push({ ...page, position: unwritten });
      const found = watchedFields.flatMap((field) => (drifts.has(field) ? [] : fall(field)));
      return found.length > 0 ? found : recovery();
    },
  };

  function recovery(): Fact[] {
    const over =
      drifts.size > 0 && [...drifts].every((field) => hasRecovered(sightingsOf(since.get(field) ?? [], field)));
    if (!over) return [];
    const fields = [...drifts];
    drifts.clear();
    since.clear();
    // The pages of the drift are past: they speak for no new one.
    seen.length = 0;
    return [fact('DriftEnded', { source, because: 'recovered', fields, reason: null })];
  }

  function fall(field: string): Fact[] {
    const found = findFall(sightingsOf(seen, field));
    if (found === null) return [];
    const fallen = seen.slice(found.from).filter(({ position }) => position !== unwritten);
    watch.fallen = { field, pages: fallen.map(({ pageId }) => pageId), since: fallen[0]?.position ?? unwritten };
    drifts.add(field);
    since.set(field, []);
    return [fact('DriftDetected', { source, field, recent: found.recent, pages: found.pages })];
  }

  return watch;
}

/** Stands for the position of what this batch will write. */
const unwritten = Number.POSITIVE_INFINITY;

/** The newest pages since the last drift ended, or since one began those that say something of its field; oldest first. */
async function recentPages(db: Db, source: string, drift?: { field: string; position: string }): Promise<Seen[]> {
  const { rows } = await db.query<PageSighting & { position: string }>({
    name: drift ? 'watch-since' : 'watch-recent',
    text: `select position, payload->>'pageId' as "pageId", payload->'kept' as kept, payload->'lost' as lost from import_event
            where event_type = 'PageRead' and payload->>'source' = $1 and position > ${
              drift
                ? `$2 and (payload->'kept' ? $3 or payload->'lost' ? $3)`
                : `coalesce((select max(position) from import_event where stream = 'source:' || $1 and event_type = 'DriftEnded'), 0)`
            }
            order by position desc limit ${lookBack}`,
    values: drift ? [source, drift.position, drift.field] : [source],
  });
  return rows.reverse().map((row) => ({ ...row, position: Number(row.position) }));
}

const sightingsOf = (pages: readonly PageSighting[], field: string): Sighting[] =>
  pages.map(({ kept, lost }) => ({ kept: kept?.[field] ?? 0, lost: lost?.[field] ?? 0 }));
