/** Trained models, and the one in force. */
import { put, type View } from '../../domain/view.ts';
import { matchChoice, matchModel } from './match-model.table.ts';

export const matchModelView: View = {
  tables: [matchModel, matchChoice],
  on(fact) {
    const { at, actor, position } = fact;
    switch (fact.type) {
      case 'ModelTrained': {
        const { version: modelVersion, ...rest } = fact.payload;
        return [put(matchModel, { modelVersion, ...rest, trainedAt: at, trainedBy: actor, position })];
      }
      case 'ModelChosen': {
        const { version: modelVersion, because, reason } = fact.payload;
        const chosen = { modelVersion, because, reason, chosenAt: at, chosenBy: actor, position };
        return [put(matchChoice, { choiceId: 'match', ...chosen })];
      }
      default:
        return [];
    }
  },
};
