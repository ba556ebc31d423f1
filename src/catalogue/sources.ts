/** Sources as an operator sees them: what each brought, and what it suffers from. */
import { type Source, type SourceSettings, whyOff } from '../domain/source.ts';
import type { Db } from '../platform/postgres.ts';
import { readFields, type SourceFields } from './source-fields.ts';

export type SourceRow = {
  name: string;
  title: string;
  homepage: string;
  rank: number;
  state: 'ready' | 'paused' | 'unset';
  why: string | null;
  pages: number;
  records: number;
  broken: number;
  failing: number;
  waiting: number;
  lastSuccess: string | null;
  lastFailure: string | null;
  lastError: string | null;
  provenBy: string | null;
  terms: string | null;
  drifting: string[];
};
export type PageRow = {
  pageId: string;
  url: string;
  state: 'discovered' | 'fetched' | 'moved' | 'broken' | 'missing';
  reason: string | null;
  lastChecked: string | null;
  lastImported: string | null;
  failureCount: number;
  lastError: string | null;
};
export type SourceDetail = SourceRow & {
  illPages: PageRow[];
  unread: { what: string; count: number }[];
} & SourceFields;

type CountRow = {
  source: string;
  pages: number;
  records: number;
  broken: number;
  failing: number;
  waiting: number;
  last_success: Date | null;
  last_failure: Date | null;
  last_error: string | null;
  paused: string | null;
  drifting: string[];
};

export async function listSources(db: Db, sources: readonly Source[], settings: SourceSettings): Promise<SourceRow[]> {
  const { rows } = await db.query<CountRow>(
    `select s.source, coalesce(p.pages, 0)::int as pages, coalesce(p.broken, 0)::int as broken, coalesce(p.failing, 0)::int as failing,
            p.last_success, greatest(p.last_failure, f.last_at) as last_failure, coalesce(f.message, p.last_error) as last_error, coalesce(r.records, 0)::int as records, coalesce(q.waiting, 0)::int as waiting, st.reason as paused,
            array(select field from source_drift d where d.source = s.source order by field) as drifting
       from unnest($1::text[]) as s(source)
       left join (select page.source, count(*) as pages, count(*) filter (where page.state = 'broken') as broken,
                         count(*) filter (where poll.failure_count > 0) as failing, max(poll.last_imported) as last_success,
                         max(poll.last_failed) as last_failure,
                         (array_agg(coalesce(poll.last_error, page.reason) order by greatest(poll.last_failed, poll.last_checked) desc)
                           filter (where poll.failure_count > 0 or page.state = 'broken'))[1] as last_error
                    from page left join page_poll poll using (page_id) group by page.source) p using (source)
       left join (select source, count(*) as records from source_record group by source) r using (source)
       left join (select name, count(*) as waiting from pgboss.job where state < 'completed' group by name) q on q.name = 'source.' || s.source
       left join lateral (select last_at, message from run_failure where source = s.source and last_at > coalesce(p.last_success, '-infinity')
                            order by last_at desc limit 1) f on true
       left join source_state st on st.source = s.source and st.paused_at is not null`,
    [sources.map(({ name }) => name)],
  );
  const counts = new Map(rows.map((row) => [row.source, row]));
  return sources.map((source) => sourceRow(source, settings, counts.get(source.name)));
}

/** Null when there is no such source. */
export async function readSource(
  db: Db,
  name: string,
  sources: readonly Source[],
  settings: SourceSettings,
): Promise<SourceDetail | null> {
  const source = sources.find((candidate) => candidate.name === name);
  if (!source) return null;
  const [row] = await listSources(db, [source], settings);
  if (!row) return null;
  const { rows: pages } = await db.query<
    Omit<PageRow, 'lastChecked' | 'lastImported'> & { lastChecked: Date | null; lastImported: Date | null }
  >(
    `select page_id as "pageId", url, state, reason, last_checked as "lastChecked", last_imported as "lastImported",
            coalesce(failure_count, 0) as "failureCount", last_error as "lastError"
       from page left join page_poll using (page_id)
      where source = $1 and (state in ('broken', 'missing') or failure_count > 0)
      order by last_checked desc nulls last limit 50`,
    [name],
  );
  const { rows: unread } = await db.query<{ what: string; count: number }>(
    // The place and the label in it, as far as there is one: «ul.facts: Mood».
    `select case when what ~ ': .*: ' then split_part(what, ': ', 1) || ': ' || split_part(what, ': ', 2) else split_part(what, ': ', 1) end as what,
            count(distinct page_id)::int as count
       from page cross join lateral jsonb_array_elements_text(unread) as what where source = $1 group by 1 order by 2 desc, 1 limit 50`,
    [name],
  );
  const time = (at: Date | null) => at?.toISOString() ?? null;
  return {
    ...row,
    illPages: pages.map((page) => ({
      ...page,
      lastChecked: time(page.lastChecked),
      lastImported: time(page.lastImported),
    })),
    unread,
    ...(await readFields(db, name)),
  };
}

function sourceRow(source: Source, settings: SourceSettings, counts: CountRow | undefined): SourceRow {
  const off = whyOff(source, settings);
  const paused = counts?.paused ?? null;
  return {
    name: source.name,
    title: source.title,
    homepage: source.homepage,
    rank: source.rank,
    state: paused !== null ? 'paused' : off !== null ? 'unset' : 'ready',
    why: paused ?? off,
    pages: counts?.pages ?? 0,
    records: counts?.records ?? 0,
    broken: counts?.broken ?? 0,
    failing: counts?.failing ?? 0,
    waiting: counts?.waiting ?? 0,
    lastSuccess: counts?.last_success?.toISOString() ?? null,
    lastFailure: counts?.last_failure?.toISOString() ?? null,
    lastError: counts?.last_error ?? null,
    provenBy: source.provenBy,
    terms: source.terms ?? null,
    drifting: counts?.drifting ?? [],
  };
}
