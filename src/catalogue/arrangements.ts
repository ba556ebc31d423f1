/** What curators arranged by hand, newest first; of one game, or of all. */
import { readGameId } from '../domain/ids.ts';
import type { ArrangementKind, JudgedPair } from '../domain/match.ts';
import type { Db } from '../platform/postgres.ts';

export type ArrangementRow = {
  arrangementId: string;
  kind: ArrangementKind;
  reason: string | null;
  reviewId: string | null;
  madeAt: string;
  madeBy: string;
  undoneAt: string | null;
  undoneBy: string | null;
  undoneBecause: string | null;
  words: JudgedPair[];
  pairs: number;
};

type Row = Omit<ArrangementRow, 'madeAt' | 'undoneAt'> & { madeAt: Date; undoneAt: Date | null };

/** Of a game: those that named it, or say something of a record it has now. */
export async function listArrangements(
  db: Db,
  { game, limit }: { game?: string | undefined; limit: number },
): Promise<ArrangementRow[]> {
  const wanted = game === undefined ? null : (readGameId(game) ?? '00000000-0000-0000-0000-000000000000');
  const { rows } = await db.query<Row>({
    name: 'arrangements',
    text: `with mine as (select record_id from source_record where game_id = $1::uuid),
                wanted as (select arrangement_id from arrangement where games ? $1
                           union select arrangement_id from judgement where record_a in (select record_id from mine)
                           union select arrangement_id from judgement where record_b in (select record_id from mine))
           select a.arrangement_id as "arrangementId", a.kind, a.reason, a.review_id as "reviewId", a.made_at as "madeAt",
                  a.made_by as "madeBy", a.undone_at as "undoneAt", a.undone_by as "undoneBy", a.undone_because as "undoneBecause",
                  (select count(*)::int from judgement j where j.arrangement_id = a.arrangement_id) as pairs,
                  array(select jsonb_build_object('a', record_a, 'b', record_b, 'judgement', judgement) from judgement j
                         where j.arrangement_id = a.arrangement_id order by record_a, record_b limit 10) as words
             from arrangement a where $1::text is null or a.arrangement_id in (select arrangement_id from wanted)
            order by a.position desc limit $2`,
    values: [wanted, limit],
  });
  return rows.map((row) => ({
    ...row,
    madeAt: row.madeAt.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
  }));
}
