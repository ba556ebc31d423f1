/** The models of matching as people ask for them: which there are, training one more, and putting one in force. */
import { type CommitDeps, commit } from './commit.ts';
import { fact } from './domain/events.ts';
import type { HeldBack, ModelVerdict } from './domain/match-model.ts';
import { readModel } from './pipeline/match/in-force.job.ts';
import { train } from './pipeline/match/train.job.ts';
import { done, type NewFact } from './pipeline/outcome.ts';
import { Conflict } from './platform/event-store.ts';
import type { Db } from './platform/postgres.ts';
import { Refused } from './refused.ts';

export type ModelRow = {
  /** 0: the one Variorum ships with. */
  version: number;
  trainedAt: string | null;
  pairs: number;
  inForce: boolean;
  verdict: ModelVerdict | 'shipped';
  heldBack: HeldBack | null;
};

/** All models, the newest first. */
export async function listModels(db: Db): Promise<ModelRow[]> {
  const { version } = await readModel(db);
  const { rows } = await db.query<Omit<ModelRow, 'inForce' | 'trainedAt'> & { trainedAt: Date }>(
    `select model_version as version, trained_at as "trainedAt", pairs, verdict, held_back as "heldBack"
       from match_model order by model_version desc`,
  );
  const shipped: ModelRow = {
    version: 0,
    trainedAt: null,
    pairs: 0,
    inForce: version === 0,
    verdict: 'shipped',
    heldBack: null,
  };
  const trained = rows.map((row) => ({
    ...row,
    trainedAt: row.trainedAt.toISOString(),
    inForce: row.version === version,
  }));
  return [...trained, shipped];
}

export type Trained = { version: number; verdict: ModelVerdict; isChosen: boolean };

/** Trains a model from all judgements now; it comes into force when it is better than the one that is. */
export async function trainModel(deps: CommitDeps, actor: string): Promise<Trained> {
  const { facts, ...trained } = await train(deps.pool);
  await append(deps, facts, actor, 'Another model was trained at this very moment: see `variorum match models`.');
  return trained;
}

/** Puts a model in force, an older one or a newer; all records are then compared anew. Throws Refused. */
export async function useModel(
  deps: CommitDeps,
  { version, reason, actor }: { version: number; reason: string; actor: string },
): Promise<void> {
  if (!reason.trim()) throw new Refused('Another model needs a reason, for those who find it later.');
  const models = await listModels(deps.pool);
  const model = models.find((known) => known.version === version);
  if (!model) throw new Refused(`There is no model ${version}: see \`variorum match models\`.`);
  if (model.inForce) throw new Refused(`The model ${version} is in force already.`);
  const { rows } = await deps.pool.query<{ version: number }>(
    `select version::int as version from event_stream where stream = 'model:match'`,
  );
  const chosen = fact('ModelChosen', { version, because: 'person', reason: reason.trim() });
  const late = 'Another model was chosen or trained at this very moment: look again, and say it once more.';
  await append(deps, [{ ...chosen, expected: rows[0]?.version ?? 0 }], actor, late);
}

async function append(deps: CommitDeps, facts: NewFact[], actor: string, late: string): Promise<void> {
  const origin = { source: '', runId: null };
  await commit(deps, [{ origin, result: { kind: 'outcome', outcome: done(facts) } }], actor).catch((error) => {
    if (error instanceof Conflict) throw new Refused(late);
    throw error;
  });
}

/** Whether records are still to be compared anew after another model came into force. */
export async function isRecomparing(db: Db): Promise<boolean> {
  const { rows } = await db.query(
    `select from import_task where task_type = 'recompare' and status in ('queued', 'processing') limit 1`,
  );
  return rows.length > 0;
}
