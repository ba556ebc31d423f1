/** After a drift has ended: what was held becomes a reading like any other. */
import { fact, type Payloads } from '../../domain/events.ts';
import type { RecordId } from '../../domain/ids.ts';
import { asGameId, type SlowStep } from '../deps.ts';
import type { Job } from '../jobs.ts';
import { done } from '../outcome.ts';
import { gives } from './drift.ts';

const atOnce = 200;

type Held = {
  record_id: RecordId;
  payload: Payloads['RecordHeld'];
  version: number;
  record_version: number | null;
  game_id: string | null;
};

/** Readings that still lack one of the job's fields stay held: their pages have not been read well again. */
export const releaseStep: SlowStep<'release'> = async (job, deps) => {
  const { rows } = await deps.db.query<Held>({
    name: 'release-held',
    text: `select h.record_id, h.payload, h.version, r.version as record_version, r.game_id
             from held_record h left join source_record r using (record_id)
            where h.source = $1 and h.record_id > $2 order by h.record_id limit ${atOnce}`,
    values: [job.source, job.after ?? ''],
  });
  const facts = rows
    .filter(({ payload }) => job.fields.every((field) => gives(payload.record, field)))
    .map(({ payload, version, record_version, game_id }) => ({
      ...fact('RecordExtracted', { ...payload, gameId: game_id === null ? null : asGameId(game_id) }),
      expected: Math.max(version, record_version ?? 0),
    }));
  const last = rows.at(-1);
  const next: Job[] = rows.length === atOnce && last ? [{ ...job, after: last.record_id }] : [];
  return done(facts, { jobs: next });
};
