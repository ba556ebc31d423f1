/** The models that judgements taught, and which of them is in force. */
import type { HeldBack, ModelVerdict, Thresholds, Weights } from '../../domain/match-model.ts';
import { as, table } from '../../domain/table.ts';

export const matchModel = table('match_model', ['modelVersion'], {
  modelVersion: as<number>(),
  weights: as<Weights>(),
  thresholds: as<Thresholds>(),
  pairs: as<number>(),
  comparedWith: as<number>(),
  heldBack: as<HeldBack>(),
  verdict: as<ModelVerdict>(),
  trainedAt: as<string>(),
  trainedBy: as<string>(),
  /** Its place in the log: later judgements are new to it. */
  position: as<number>(),
});

export const matchChoice = table('match_choice', ['choiceId'], {
  choiceId: as<'match'>(),
  modelVersion: as<number>(),
  because: as<'better' | 'person'>(),
  reason: as<string>(),
  chosenAt: as<string>(),
  chosenBy: as<string>(),
  position: as<number>(),
});
