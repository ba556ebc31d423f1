/** Questions to curators, as facts open and close them. */
import { put, set, type View } from '../../domain/view.ts';
import { review, reviewUnsure } from './review.table.ts';

export const reviewView: View = {
  tables: [review, reviewUnsure],
  on(fact) {
    switch (fact.type) {
      case 'ReviewOpened':
        return [
          put(review, {
            ...fact.payload,
            otherId: fact.payload.candidates[0]?.recordId ?? null,
            holds: fact.payload.holds ?? fact.payload.kind === 'match',
            status: 'open',
            openedAt: fact.at,
            closedAt: null,
            outcome: null,
            closedBy: null,
          }),
        ];
      case 'ReviewClosed': {
        const { reviewId, because } = fact.payload;
        return [set(review, { reviewId, status: 'closed', closedAt: fact.at, outcome: because, closedBy: fact.actor })];
      }
      case 'JudgementMade': {
        const { reviewId, judgement } = fact.payload;
        if (judgement === 'unsure') return [put(reviewUnsure, { reviewId, curator: fact.actor, saidAt: fact.at })];
        return [
          set(review, { reviewId, status: 'closed', closedAt: fact.at, outcome: judgement, closedBy: fact.actor }),
        ];
      }
      default:
        return [];
    }
  },
};
