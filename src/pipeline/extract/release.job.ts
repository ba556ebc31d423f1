/** After a drift has ended: what was held becomes a reading like any other, some records at a time. */
import { fact, type Payloads } from '../../domain/events.ts';
import type { RecordId } from '../../domain/ids.ts';
import type { GameRecord } from '../../domain/record.ts';
import { asGameId, type Deps, type QuickStep, type SlowStep } from '../deps.ts';
import type { QuickJob } from '../jobs.ts';
import { done, type Outcome } from '../outcome.ts';
import { gives } from './drift.ts';
import { lockWatch } from './watch.ts';

const atOnce = 200;

/** Waits its turn in the source's queue, so that thousands of readings are not one transaction. */
export const releaseStep: SlowStep<'release'> = async (job) => done([], { jobs: [{ ...job, kind: 'unhold' }] });

export const unholdStep: QuickStep<'unhold'> = (jobs, deps) => Promise.all(jobs.map((job) => unhold(job, deps)));

type Held = {
  record_id: RecordId;
  payload: Payloads['RecordHeld'];
  standing: GameRecord | null;
  version: number;
  game_id: string | null;
};

/** Publishes the next held readings. One that lacks a field which its record has stays held: its page was not read well again. */
async function unhold(job: Extract<QuickJob, { kind: 'unhold' }>, deps: Deps): Promise<Outcome> {
  // Readings under way that still believe in the drift come first, or they would be held for ever.
  await lockWatch(deps.db, job.source, 'alone');
  // A field drifts again, or another one does: the end of that drift begins anew.
  const { rows: drifting } = await deps.db.query({
    name: 'release-drifts',
    text: 'select from source_drift where source = $1 limit 1',
    values: [job.source],
  });
  if (drifting.length > 0) return done([]);
  const { rows } = await deps.db.query<Held>({
    name: 'release-held',
    text: `select h.record_id, h.payload, r.record as standing, greatest(h.version, coalesce(r.version, 0)) as version, r.game_id
             from held_record h left join source_record r using (record_id)
            where h.source = $1 and h.record_id > $2 order by h.record_id limit ${atOnce}`,
    values: [job.source, job.after ?? ''],
  });
  const whole = rows.filter(({ payload, standing }) =>
    job.fields.every((field) => gives(payload.record, field) || standing === null || !gives(standing, field)),
  );
  const facts = whole.map(({ payload, version, game_id }) => ({
    ...fact('RecordExtracted', { ...payload, gameId: game_id === null ? null : asGameId(game_id) }),
    expected: version,
  }));
  const last = rows.at(-1)?.record_id;
  return done(facts, last && rows.length === atOnce ? { jobs: [{ ...job, kind: 'release', after: last }] } : {});
}
