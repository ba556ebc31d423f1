/** Questions that wait for a curator. */
import { isUuid } from '../domain/ids.ts';
import type { Candidate } from '../domain/match.ts';
import type { Db } from '../platform/postgres.ts';
import { byGain, type OpenQuestion } from './review-order.ts';

export type ReviewRow = {
  reviewId: string;
  kind: 'match' | 'gate';
  status: 'open' | 'closed';
  openedAt: string;
  source: string;
  title: string;
  url: string;
  recordId: string | null;
  gameId: string | null;
  reasons: string[];
  candidates: Candidate[];
};

/** So many are shown, chosen among so many that wait longest: nobody answers more in a day. */
const mostShown = 200;
const mostWeighed = 2000;

type Weighed = Omit<ReviewRow, 'openedAt'> & OpenQuestion;

/** Open reviews, those first whose answer brings most; at most 200, and how many there are. */
export async function listReviews(db: Db): Promise<{ reviews: ReviewRow[]; open: number }> {
  const { rows } = await db.query<Omit<Weighed, 'probability' | 'evidence'>>({
    name: 'reviews-open',
    text: `with waiting as (select * from review where status = 'open' order by opened_at, review_id limit ${mostWeighed}),
                games as (select v.review_id, r.game_id from waiting v join source_record r on r.record_id in (v.record_id, v.other_id) where r.game_id is not null
                          union select review_id, game_id from waiting where game_id is not null),
                sizes as (select g.review_id, count(*)::int as records from games g join source_record r using (game_id) group by 1)
           select review_id as "reviewId", kind, status, opened_at as "openedAt", source, title, url, record_id as "recordId",
                  game_id as "gameId", reasons, candidates, holds, coalesce(records, 1) as records
             from waiting left join sizes using (review_id)`,
  });
  const weighed = rows.map((row): Weighed => {
    const [candidate] = row.candidates;
    // A question of the first matcher has no probability: it is as open as can be.
    const probability = row.kind === 'gate' ? null : (candidate?.probability ?? 0.5);
    return { ...row, probability, evidence: candidate?.evidence ?? [] };
  });
  const reviews = byGain(weighed, mostShown)
    .slice(0, mostShown)
    .map(({ probability: _, evidence: __, records: ___, holds: ____, openedAt, ...row }) => {
      return { ...row, openedAt: openedAt.toISOString() };
    });
  return { reviews, open: await countOpen(db) };
}

export async function readReview(db: Db, reviewId: string): Promise<ReviewRow | null> {
  const { rows } = await db.query<Omit<ReviewRow, 'openedAt'> & { openedAt: Date }>(
    `select review_id as "reviewId", kind, status, opened_at as "openedAt", source, title, url, record_id as "recordId",
            game_id as "gameId", reasons, candidates from review where review_id = $1`,
    [isUuid(reviewId) ? reviewId : null],
  );
  return rows[0] ? { ...rows[0], openedAt: rows[0].openedAt.toISOString() } : null;
}

export const countOpen = (db: Db): Promise<number> =>
  db
    .query<{ n: number }>("select count(*)::int as n from review where status = 'open'")
    .then(({ rows }) => rows[0]?.n ?? 0);
