/** Which model matching works by now. */
import type { MatchModel, Thresholds, Weights } from '../../domain/match-model.ts';
import type { Db } from '../../platform/postgres.ts';
import { shippedModel } from './pair.ts';

export type InForce = MatchModel & { version: number };

/** The model in force: the chosen one, or version 0, which Variorum ships with. */
export async function readModel(db: Db): Promise<InForce> {
  const { rows } = await db.query<{ version: number; weights: Weights; thresholds: Thresholds }>({
    name: 'match-in-force',
    text: `select m.model_version as version, m.weights, m.thresholds
             from match_choice c join match_model m using (model_version)`,
  });
  const [chosen] = rows;
  if (!chosen) return { version: 0, ...shippedModel };
  // A newer program may compare what nothing was known of when the model was trained.
  const levels = { ...shippedModel.weights.levels, ...chosen.weights.levels };
  return { ...chosen, weights: { ...chosen.weights, levels } };
}
