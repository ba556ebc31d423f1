/**
 * Reads stored pages of a source once more, after its reading improved: asks no site anything, tells what comes out
 * differently, and unless it is only a look, appends that and nothing else.
 */
import { type CommitDeps, commit } from './commit.ts';
import { canonical } from './domain/canonical.ts';
import type { PageId } from './domain/ids.ts';
import type { GameRecord } from './domain/record.ts';
import type { Source } from './domain/source.ts';
import type { Deps } from './pipeline/deps.ts';
import { extractStep } from './pipeline/extract/extract.job.ts';
import type { ExtractJob } from './pipeline/extract/read.ts';
import type { Outcome } from './pipeline/outcome.ts';
import { readSnapshot } from './platform/snapshots.ts';

export type RecordChange = {
  recordId: string;
  title: string;
  url: string;
  /** `new` for a record that no page gave before; else the fields that differ, each with its two readings. */
  change: 'new' | 'changed';
  fields: { field: string; before: unknown; now: unknown }[];
  held: boolean;
};
export type Reread = {
  pages: number;
  records: RecordChange[];
  /** How many records changed in each field. */
  fields: Record<string, number>;
  /** Pages that could be read before and now cannot. */
  broken: { url: string; reason: string }[];
  /** Pages that could not be read before and now can. */
  mended: number;
  failed: { url: string; message: string }[];
  drifts: { field: string; recent: number }[];
};

type PageRow = {
  page_id: PageId;
  url: string;
  state: string;
  fetched_from: string | null;
  snapshot: string;
  content_type: string | null;
  beside: ExtractJob['beside'] | null;
};

const atOnce = 100;

/** The number of stored pages of a source. */
export async function countStored(deps: CommitDeps, source: Source): Promise<number> {
  const { rows } = await deps.pool.query<{ count: string }>(
    'select count(*) from page where source = $1 and snapshot is not null',
    [source.name],
  );
  return Number(rows[0]?.count ?? 0);
}

/** Reads all stored pages of the source; `dry` keeps nothing. `progress` hears how many pages are done. */
export async function reread(
  deps: CommitDeps,
  source: Source,
  options: { dry: boolean; actor: string; progress?: (pages: number) => void },
): Promise<Reread> {
  const result: Reread = { pages: 0, records: [], fields: {}, broken: [], mended: 0, failed: [], drifts: [] };
  const own: Deps = { ...deps.jobs, db: deps.pool, snapshot: (hash) => readSnapshot(deps.pool, hash) };
  for (let after = ''; ; ) {
    const { rows } = await deps.pool.query<PageRow>(
      `select page_id, url, state, fetched_from, snapshot, content_type, beside from page
        where source = $1 and snapshot is not null and page_id > $2 order by page_id limit ${atOnce}`,
      [source.name, after],
    );
    const last = rows.at(-1);
    if (!last) return result;
    after = last.page_id;
    const jobs = rows.map((row) => again(row, source.name));
    const outcomes = await extractStep(jobs, own);
    for (const [index, outcome] of outcomes.entries()) {
      // Two pages that hold one record cannot be read in one batch.
      const [alone] = outcome instanceof Error ? await extractStep(jobs.slice(index, index + 1), own) : [];
      if (alone) outcomes[index] = alone;
    }
    await note(deps, result, rows, outcomes);
    if (!options.dry && outcomes.some(changes)) {
      const origin = { source: source.name, runId: null };
      // All of them, so that the watch over fields sees how many in a row changed, and how many did not.
      const works = jobs.map((job) => ({ origin, result: { kind: 'quick' as const, job } }));
      await commit(deps, works, options.actor);
    }
    result.pages += rows.length;
    options.progress?.(result.pages);
  }
}

const again = (row: PageRow, source: string): ExtractJob => ({
  kind: 'extract',
  source,
  runId: null,
  pageId: row.page_id,
  url: row.url,
  from: row.fetched_from ?? row.url,
  snapshot: row.snapshot,
  contentType: row.content_type,
  again: true,
  ...(row.beside && { beside: row.beside }),
});

const changes = (outcome: Outcome | Error | undefined): boolean =>
  outcome !== undefined && !(outcome instanceof Error) && outcome.end === 'done' && outcome.facts.length > 0;

async function note(
  deps: CommitDeps,
  result: Reread,
  rows: readonly PageRow[],
  outcomes: readonly (Outcome | Error)[],
): Promise<void> {
  const facts = outcomes.flatMap((outcome) => ('end' in outcome && outcome.end === 'done' ? outcome.facts : []));
  const ids = facts.flatMap((fact) =>
    'recordId' in fact.payload && fact.payload.recordId ? [fact.payload.recordId] : [],
  );
  const { rows: known } = await deps.pool.query<{ record_id: string; record: GameRecord }>(
    'select record_id, record from source_record where record_id = any($1)',
    [ids],
  );
  const standing = new Map(known.map((row) => [row.record_id, row.record]));
  for (const [index, row] of rows.entries()) {
    const outcome = outcomes[index];
    if (outcome instanceof Error) result.failed.push({ url: row.url, message: outcome.message });
    if (outcome && 'end' in outcome && outcome.end === 'done' && row.state === 'broken') {
      if (outcome.facts.some(({ type }) => type === 'PageRead')) result.mended += 1;
    }
  }
  for (const { type, payload } of facts) {
    if (type === 'PageBroken') result.broken.push({ url: payload.url, reason: payload.reason });
    if (type === 'DriftDetected') result.drifts.push({ field: payload.field, recent: payload.recent });
    if (type !== 'RecordExtracted' && type !== 'RecordHeld') continue;
    const { recordId, record } = payload;
    const before = standing.get(recordId);
    const fields = differences(before, record);
    if (before && fields.length === 0) continue;
    for (const { field } of before ? fields : []) result.fields[field] = (result.fields[field] ?? 0) + 1;
    result.records.push({
      recordId,
      title: record.title,
      url: record.url,
      change: before ? 'changed' : 'new',
      fields: before ? fields : [],
      held: type === 'RecordHeld',
    });
  }
}

/** The fields in which two readings of a record differ. */
export function differences(
  before: GameRecord | undefined,
  now: GameRecord,
): { field: string; before: unknown; now: unknown }[] {
  const old = (before ?? {}) as Record<string, unknown>;
  const fresh = now as Record<string, unknown>;
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].sort().flatMap((field) => {
    const [left, right] = [old[field], fresh[field]];
    return canonical(left) === canonical(right) ? [] : [{ field, before: left ?? null, now: right ?? null }];
  });
}
