/** What curators arranged by hand, and what of it was undone. */
import type { ArrangementKind, JudgedPair } from '../domain/match.ts';
import type { Db } from '../platform/postgres.ts';

export type ArrangementRow = {
  arrangementId: string;
  kind: ArrangementKind;
  pairs: JudgedPair[];
  games: string[];
  reason: string | null;
  reviewId: string | null;
  madeAt: string;
  madeBy: string;
  undoneAt: string | null;
  undoneBy: string | null;
  undoneBecause: string | null;
};

type Row = Omit<ArrangementRow, 'madeAt' | 'undoneAt'> & { madeAt: Date; undoneAt: Date | null };

/** Newest first. */
export async function listArrangements(db: Db, limit: number): Promise<ArrangementRow[]> {
  const { rows } = await db.query<Row>({
    name: 'arrangements',
    text: `select arrangement_id as "arrangementId", kind, games, reason, review_id as "reviewId", made_at as "madeAt", made_by as "madeBy",
                  undone_at as "undoneAt", undone_by as "undoneBy", undone_because as "undoneBecause",
                  (select coalesce(jsonb_agg(jsonb_build_object('a', record_a, 'b', record_b, 'judgement', judgement) order by record_a, record_b), '[]')
                     from judgement j where j.arrangement_id = a.arrangement_id) as pairs
             from arrangement a order by position desc limit $1`,
    values: [limit],
  });
  return rows.map((row) => ({
    ...row,
    madeAt: row.madeAt.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
  }));
}
