/** After another model came into force: every record is compared anew, some at a time, in the order of their ids. */
import type { RecordId } from '../../domain/ids.ts';
import type { SlowStep } from '../deps.ts';
import { done } from '../outcome.ts';

const together = 100;

export const recompareStep: SlowStep<'recompare'> = async (job, deps) => {
  // Comparisons by the old model that are still under way end before the first record is looked at.
  if (job.after === null) await deps.db.query("select pg_advisory_xact_lock(hashtext('variorum.commit'))");
  const { rows: standing } = await deps.db.query<{ position: string }>('select position::text from match_choice');
  // Another choice was made since: what came of it begins from the first record.
  if (standing[0]?.position !== job.choice) return done([]);
  const { rows } = await deps.db.query<{ record_id: RecordId }>(
    `select record_id from source_record where $1::text is null or record_id > $1 order by record_id limit ${together}`,
    [job.after],
  );
  const last = rows.at(-1)?.record_id;
  if (last === undefined) return done([]);
  const { kind: _, after: __, choice, ...origin } = job;
  return done([], {
    jobs: [
      ...rows.map(({ record_id: recordId }) => ({ kind: 'match' as const, ...origin, recordId, again: true as const })),
      { kind: 'recompare', ...origin, after: last, choice },
    ],
  });
};
