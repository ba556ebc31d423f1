/** Joins a record to its game. */
import { fact } from '../../domain/events.ts';
import type { ReviewId } from '../../domain/ids.ts';
import { each, type QuickStep } from '../deps.ts';
import { done } from '../outcome.ts';

export const clusterStep: QuickStep<'cluster'> = async (jobs, deps) => {
  const { rows } = await deps.db.query<{
    record_id: string;
    source: string;
    url: string;
    game_id: string | null;
    version: number;
    review_id: ReviewId | null;
  }>({
    name: 'cluster-records',
    text: `select record_id, source, url, game_id, version,
                  (select review_id from review v where v.record_id = r.record_id and v.status = 'open' limit 1) as review_id
             from source_record r where record_id = any($1)`,
    values: [jobs.map((job) => job.recordId)],
  });
  const records = new Map(rows.map((row) => [row.record_id, row]));
  return each(jobs, ({ recordId, gameId, because }) => {
    const record = records.get(recordId);
    if (!record) throw new Error(`There is no record ${recordId} to join to game ${gameId}.`);
    if (record.game_id === gameId) return done([]);
    const { source, url, version, review_id: reviewId } = record;
    // A question that answered itself, for its page or another changed, is not left open.
    const answered = reviewId
      ? [fact('ReviewClosed', { reviewId, recordId, gameId: null, because: 'the record found its game' })]
      : [];
    return done([
      { ...fact('RecordLinked', { recordId, source, url, gameId, because }), expected: version },
      ...answered,
    ]);
  });
};
