/** Arrangements by hand and their judgements; one that is undone stays, and is not in force. */
import { put, set, type View } from '../../domain/view.ts';
import { arrangement, judgement } from './judgement.table.ts';

export const judgementView: View = {
  tables: [arrangement, judgement],
  on(fact) {
    switch (fact.type) {
      case 'ArrangementMade': {
        const { arrangementId, kind, pairs, reason, reviewId, games } = fact.payload;
        return [
          put(arrangement, {
            arrangementId,
            kind,
            reason,
            reviewId,
            games,
            madeAt: fact.at,
            madeBy: fact.actor,
            position: fact.position,
            undoneAt: null,
            undoneBy: null,
            undoneBecause: null,
          }),
          ...pairs.map(({ a, b, judgement: word }) =>
            put(judgement, { arrangementId, recordA: a, recordB: b, judgement: word }),
          ),
        ];
      }
      case 'ArrangementUndone': {
        const { arrangementId, reason } = fact.payload;
        return [set(arrangement, { arrangementId, undoneAt: fact.at, undoneBy: fact.actor, undoneBecause: reason })];
      }
      default:
        return [];
    }
  },
};
