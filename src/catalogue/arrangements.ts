/** What curators arranged by hand, and what of it was undone. */
import { readGameId } from '../domain/ids.ts';
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

const ofGame = `with mine as (select record_id from source_record where game_id = $2::uuid),
  wanted as (select arrangement_id from arrangement where games ? $2::text
             union select arrangement_id from judgement where record_a in (select record_id from mine)
             union select arrangement_id from judgement where record_b in (select record_id from mine)) `;

type Row = Omit<ArrangementRow, 'madeAt' | 'undoneAt'> & { madeAt: Date; undoneAt: Date | null };

/** Newest first. Of one game: what named it, or says something of a record it has now. */
export async function listArrangements(db: Db, limit: number, game?: string): Promise<ArrangementRow[]> {
  if (game !== undefined && readGameId(game) === null) return [];
  const { rows } = await db.query<Row>({
    name: game === undefined ? 'arrangements' : 'arrangements-of-game',
    text: `${game === undefined ? '' : ofGame}select arrangement_id as "arrangementId", kind, games, reason, review_id as "reviewId", made_at as "madeAt", made_by as "madeBy",
                  undone_at as "undoneAt", undone_by as "undoneBy", undone_because as "undoneBecause",
                  (select coalesce(jsonb_agg(jsonb_build_object('a', record_a, 'b', record_b, 'judgement', judgement) order by record_a, record_b), '[]')
                     from judgement j where j.arrangement_id = a.arrangement_id) as pairs
             from arrangement a ${game === undefined ? '' : 'where arrangement_id in (select arrangement_id from wanted)'}
            order by position desc limit $1`,
    values: game === undefined ? [limit] : [limit, readGameId(game)],
  });
  return rows.map((row) => ({
    ...row,
    madeAt: row.madeAt.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
  }));
}
