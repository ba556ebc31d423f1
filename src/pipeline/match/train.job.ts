/** Trains a model from the judgements of curators when there are enough new ones, and puts it in force when it is better. */
import { fact } from '../../domain/events.ts';
import type { ModelVerdict } from '../../domain/match-model.ts';
import type { Db } from '../../platform/postgres.ts';
import { each, type QuickStep, type SlowStep } from '../deps.ts';
import { done, type NewFact } from '../outcome.ts';
import { readModel } from './in-force.job.ts';
import { learn, leastPairs } from './learn.ts';
import { readLessons } from './lessons.job.ts';

/** So many new judgements are worth a training, or a tenth of all when there are many. */
const fresh = 20;
const freshShare = 0.1;

/** After an arrangement: whether it is time to train. */
export const learnStep: QuickStep<'learn'> = async (jobs, deps) => {
  const isTime = await isTimeToTrain(deps.db);
  return each(jobs, ({ kind: _, ...origin }) => done([], { jobs: isTime ? [{ ...origin, kind: 'train' }] : [] }));
};

export const trainStep: SlowStep<'train'> = async (_, deps) => {
  // Somebody may have trained by command while the job waited.
  if (!(await isTimeToTrain(deps.db))) return done([]);
  return done((await train(deps.db)).facts);
};

async function isTimeToTrain(db: Db): Promise<boolean> {
  const { rows } = await db.query<{ judged: number; fresh: number }>({
    name: 'match-fresh',
    text: `with last as (select coalesce(max(position), 0) as position from match_model)
           select (select count(*)::int from judgement j join arrangement a using (arrangement_id) where a.undone_at is null) as judged,
                  (select count(*)::int from judgement j join arrangement a using (arrangement_id)
                    where a.undone_at is null and a.position > (select position from last)) as fresh`,
  });
  const [count = { judged: 0, fresh: 0 }] = rows;
  return count.judged >= leastPairs && count.fresh >= Math.max(fresh, count.judged * freshShare);
}

/** What the judgements teach now, as facts: the model, and the choice of it when it is better than the one in force. */
export async function train(
  db: Db,
): Promise<{ facts: NewFact[]; version: number; verdict: ModelVerdict; isChosen: boolean }> {
  const { rows } = await db.query<{ stream: number; trained: number; held: boolean }>(
    `select coalesce((select version from event_stream where stream = 'model:match'), 0)::int as stream,
            coalesce((select max(model_version) from match_model), 0) as trained,
            -- Somebody went back to an older model than there was: what comes after is only offered.
            exists (select from match_choice c where because = 'person'
                       and model_version < (select max(model_version) from match_model m where m.position < c.position)) as held`,
  );
  const { stream, trained, held } = rows[0] ?? { stream: 0, trained: 0, held: false };
  const inForce = await readModel(db);
  const { model, pairs, heldBack, verdict } = learn(await readLessons(db), inForce);
  const version = trained + 1;
  const isChosen = verdict === 'better' && !held;
  const told = fact('ModelTrained', { version, ...model, pairs, comparedWith: inForce.version, heldBack, verdict });
  const facts: NewFact[] = [{ ...told, expected: stream }];
  const reason = `it is better than version ${inForce.version} on ${heldBack.pairs} judgements that were held back`;
  if (isChosen) facts.push(fact('ModelChosen', { version, because: 'better', reason }));
  return { facts, version, verdict, isChosen };
}
