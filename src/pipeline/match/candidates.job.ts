/** Which records are worth comparing with new ones: those that share a key with them, at a bounded cost a record. */
import type { RecordId } from '../../domain/ids.ts';
import type { GameRecord } from '../../domain/record.ts';
import type { Db } from '../../platform/postgres.ts';

/** A key that more records hold says too little: it is not read, its finer keys are. */
export const mostPerKey = 48;
/** Of the records that share keys, those that share most of them are compared. */
export const mostCandidates = 64;

export type Stored = { record_id: RecordId; record: GameRecord };

/** The candidates of each record, by the keys it has; one statement for all of them. */
export async function readCandidates(
  db: Db,
  keys: ReadonlyMap<RecordId, readonly string[]>,
): Promise<Map<RecordId, Stored[]>> {
  const wanted = [...keys].flatMap(([id, own]) => own.map((key) => [id, key] as const));
  const { rows } = await db.query<Stored & { for_id: RecordId }>({
    name: 'match-candidates',
    text: `with wanted as materialized (select for_id, key from unnest($1::text[], $2::text[]) as w(for_id, key)),
                held as materialized (
                  select one.key, h.record_ids
                    from (select distinct key from wanted) as one
                    cross join lateral (select array_agg(record_id) as record_ids
                                          from (select record_id from match_key k where k.key = one.key limit ${mostPerKey + 2}) as k) as h
                   where cardinality(h.record_ids) between 2 and ${mostPerKey + 1}),
                shared as (
                  select w.for_id, other.record_id, count(*) as keys, max(case when left(w.key, 2) in ('u:', 'i:', 's:') then 1 else 0 end) as strong
                    from wanted w join held using (key) cross join lateral unnest(held.record_ids) as other(record_id)
                   where other.record_id <> w.for_id
                   group by 1, 2),
                best as (
                  select for_id, record_id, row_number() over (partition by for_id order by strong desc, keys desc, record_id) as place from shared)
           select b.for_id, r.record_id, r.record from best b join source_record r using (record_id)
            where b.place <= ${mostCandidates} order by b.for_id, b.place`,
    values: [wanted.map(([id]) => id), wanted.map(([, key]) => key)],
  });
  const candidates = new Map<RecordId, Stored[]>();
  for (const { for_id, ...row } of rows) {
    const known = candidates.get(for_id);
    if (known) known.push(row);
    else candidates.set(for_id, [row]);
  }
  return candidates;
}
