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
  /** Whether the curator who asks has said unsure. */
  unsure: boolean;
};

type Row = Omit<ReviewRow, 'openedAt'> & { openedAt: Date };

const columns = `v.review_id as "reviewId", v.kind, v.status, v.opened_at as "openedAt", v.source, v.title, v.url,
  v.record_id as "recordId", v.game_id as "gameId", v.reasons, v.candidates, u.curator is not null as unsure`;
const from = 'from review v left join review_unsure u on u.review_id = v.review_id and u.curator = $1';

/** Open reviews, oldest first, at most 200, and how many there are. What the curator was unsure of comes last. */
export async function listReviews(db: Db, curator: string): Promise<{ reviews: ReviewRow[]; open: number }> {
  const { rows } = await db.query<Row>({
    name: 'reviews-open',
    text: `select ${columns} ${from} where v.status = 'open' order by u.curator is not null, v.opened_at, v.review_id limit 200`,
    values: [curator],
  });
  return { reviews: rows.map(reviewOf), open: await countOpen(db) };
}

export async function readReview(db: Db, reviewId: string, curator: string): Promise<ReviewRow | null> {
  const { rows } = await db.query<Row>(`select ${columns} ${from} where v.review_id = $2`, [
    curator,
    isUuid(reviewId) ? reviewId : null,
  ]);
  return rows[0] ? reviewOf(rows[0]) : null;
}

const reviewOf = (row: Row): ReviewRow => ({ ...row, openedAt: row.openedAt.toISOString() });

export const countOpen = (db: Db): Promise<number> =>
  db
    .query<{ n: number }>("select count(*)::int as n from review where status = 'open'")
    .then(({ rows }) => rows[0]?.n ?? 0);
