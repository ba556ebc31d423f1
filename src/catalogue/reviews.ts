/** Questions that wait for a curator. */
import { isUuid } from '../domain/ids.ts';
import type { Candidate } from '../domain/match.ts';
import type { Db } from '../platform/postgres.ts';

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

/** Open reviews, oldest first, at most 200, and how many there are. */
export async function listReviews(db: Db): Promise<{ reviews: ReviewRow[]; open: number }> {
  const { rows } = await db.query<Omit<ReviewRow, 'openedAt'> & { openedAt: Date }>({
    name: 'reviews-open',
    text: `select review_id as "reviewId", kind, status, opened_at as "openedAt", source, title, url, record_id as "recordId",
                  game_id as "gameId", reasons, candidates from review where status = 'open' order by opened_at, review_id limit 200`,
  });
  return { reviews: rows.map((row) => ({ ...row, openedAt: row.openedAt.toISOString() })), open: await countOpen(db) };
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
