/** Puts a doubtful match before a curator, once per record and set of candidates. */
import { type Candidate, fact } from '../../domain/events.ts';
import type { RecordId, ReviewId } from '../../domain/ids.ts';
import type { GameRecord } from '../../domain/record.ts';
import { each, type QuickStep } from '../deps.ts';
import { done } from '../outcome.ts';

type Row = {
  record_id: string;
  source: string;
  record: GameRecord;
  candidates: Candidate[];
  open: { review_id: string; candidates: Candidate[] } | null;
};

export const askStep: QuickStep<'ask'> = async (jobs, deps) => {
  const { rows } = await deps.db.query<Row>({
    name: 'ask-records',
    text: `select r.record_id, r.source, r.record, e.payload->'candidates' as candidates,
                  (select jsonb_build_object('review_id', v.review_id, 'candidates', v.candidates)
                     from review v where v.record_id = r.record_id and v.status = 'open' limit 1) as open
             from source_record r
             join import_event e on e.stream = 'record:' || r.record_id and e.version = r.version and e.event_type = 'MatchDecided'
            where r.record_id = any($1)`,
    values: [jobs.map((job) => job.recordId)],
  });
  const records = new Map(rows.map((row) => [row.record_id, row]));
  return each(jobs, ({ recordId }) => {
    const row = records.get(recordId);
    if (!row) return done([]);
    const games = (candidates: Candidate[]) =>
      candidates
        .map(({ gameId }) => gameId)
        .sort()
        .join();
    if (row.open && games(row.open.candidates) === games(row.candidates)) return done([]);
    const superseded = row.open
      ? [
          fact('ReviewClosed', {
            reviewId: row.open.review_id as ReviewId,
            recordId,
            gameId: null,
            because: 'the page changed and was compared again',
          }),
        ]
      : [];
    return done([
      ...superseded,
      fact('ReviewOpened', {
        reviewId: deps.newId() as ReviewId,
        kind: 'match',
        source: row.source,
        url: row.record.url,
        title: row.record.title,
        recordId: recordId as RecordId,
        gameId: null,
        draftHash: null,
        reasons: [reason(row.candidates)],
        candidates: row.candidates,
      }),
    ]);
  });
};

function reason(candidates: readonly Candidate[]): string {
  return candidates.length > 1
    ? `${candidates.length} games are nearly as likely as one another.`
    : 'The evidence is neither enough for the same game nor for another.';
}
