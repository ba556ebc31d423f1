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
  /** Whether the curator who asks has said unsure. */
  unsure: boolean;
};

/** So many are shown, chosen among so many that wait longest: nobody answers more in a day. */
const mostShown = 200;
const mostWeighed = 2000;

type Weighed = Omit<ReviewRow, 'openedAt'> & OpenQuestion;

const columns = `v.review_id as "reviewId", v.kind, v.status, v.opened_at as "openedAt", v.source, v.title, v.url,
  v.record_id as "recordId", v.game_id as "gameId", v.reasons, v.candidates, u.curator is not null as unsure`;
const said = 'left join review_unsure u on u.review_id = v.review_id and u.curator = $1';

/**
 * Open reviews, those first whose answer brings most, and what the curator was unsure of last; at most 200, and how
 * many there are.
 */
export async function listReviews(db: Db, curator: string): Promise<{ reviews: ReviewRow[]; open: number }> {
  const { rows } = await db.query<Omit<Weighed, 'probability' | 'evidence'>>({
    name: 'reviews-open',
    text: `with waiting as (select * from review v where v.status = 'open'
                             order by exists (select from review_unsure u where u.review_id = v.review_id and u.curator = $1), v.opened_at, v.review_id
                             limit ${mostWeighed}),
                games as (select v.review_id, r.game_id from waiting v join source_record r on r.record_id in (v.record_id, v.other_id) where r.game_id is not null
                          union select review_id, game_id from waiting where game_id is not null),
                sizes as (select g.review_id, count(*)::int as records from games g join source_record r using (game_id) group by 1)
           select ${columns}, v.holds, coalesce(s.records, 1) as records
             from waiting v left join sizes s on s.review_id = v.review_id ${said}`,
    values: [curator],
  });
  const weighed = rows.map((row): Weighed => {
    const [candidate] = row.candidates;
    // A question of the first matcher has no probability: it is as open as can be.
    const probability = row.kind === 'gate' ? null : (candidate?.probability ?? 0.5);
    return { ...row, probability, evidence: candidate?.evidence ?? [] };
  });
  const asked = byGain(
    weighed.filter(({ unsure }) => !unsure),
    mostShown,
  );
  const later = byGain(
    weighed.filter(({ unsure }) => unsure),
    mostShown,
  );
  const reviews = [...asked, ...later]
    .slice(0, mostShown)
    .map(({ probability: _, evidence: __, records: ___, holds: ____, openedAt, ...row }) => {
      return { ...row, openedAt: openedAt.toISOString() };
    });
  return { reviews, open: await countOpen(db) };
}

export async function readReview(db: Db, reviewId: string, curator: string): Promise<ReviewRow | null> {
  const { rows } = await db.query<Omit<ReviewRow, 'openedAt'> & { openedAt: Date }>(
    `select ${columns} from review v ${said} where v.review_id = $2`,
    [curator, isUuid(reviewId) ? reviewId : null],
  );
  return rows[0] ? { ...rows[0], openedAt: rows[0].openedAt.toISOString() } : null;
}

export const countOpen = (db: Db): Promise<number> =>
  db
    .query<{ n: number }>("select count(*)::int as n from review where status = 'open'")
    .then(({ rows }) => rows[0]?.n ?? 0);
