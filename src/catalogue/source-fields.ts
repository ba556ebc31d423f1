/** How much of each field a source's pages give over time, what vanished, and what is held because of it. */
import type { Db } from '../platform/postgres.ts';

export type FieldCoverage = {
  field: string;
  /** Oldest first: of the records read on that day, the share that gave the field. */
  days: { day: string; records: number; share: number }[];
};
export type Drift = { field: string; recent: number; pages: number; detectedAt: string };
export type SourceFields = { coverage: FieldCoverage[]; drifts: Drift[]; held: number };

/** The last ninety days on which anything was read. */
const mostDays = 90;

export async function readFields(db: Db, source: string): Promise<SourceFields> {
  const { rows } = await db.query<{ field: string; day: string; filled: number }>(
    `select field, day::text, filled from field_coverage where source = $1
        and day in (select distinct day from field_coverage where source = $1 order by day desc limit ${mostDays}) order by day, field`,
    [source],
  );
  const { rows: drifts } = await db.query<Omit<Drift, 'detectedAt'> & { at: Date }>(
    'select field, recent, pages, detected_at as at from source_drift where source = $1 order by field',
    [source],
  );
  const { rows: held } = await db.query<{ count: number }>(
    'select count(*)::int as count from held_record where source = $1',
    [source],
  );
  // Every record gives a title: its row counts the records.
  const records = new Map(rows.filter(({ field }) => field === 'title').map(({ day, filled }) => [day, filled]));
  const counts = new Map(rows.map(({ field, day, filled }) => [`${field} ${day}`, filled]));
  const fields = [...new Set(rows.map(({ field }) => field))].sort();
  return {
    coverage: fields
      .filter((field) => rows.some((row) => row.field === field && row.filled > 0))
      .map((field) => ({
        field,
        days: [...records]
          .filter(([, read]) => read > 0)
          .map(([day, read]) => ({ day, records: read, share: (counts.get(`${field} ${day}`) ?? 0) / read })),
      })),
    drifts: drifts.map(({ at, ...drift }) => ({ ...drift, detectedAt: at.toISOString() })),
    held: held[0]?.count ?? 0,
  };
}
