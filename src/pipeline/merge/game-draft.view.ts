/** The newest draft of every game. */
import { put, set, type View } from '../../domain/view.ts';
import { gameDraft } from './game-draft.table.ts';

export const gameDraftView: View = {
  tables: [gameDraft],
  on(fact) {
    switch (fact.type) {
      case 'GameDrafted': {
        const { gameId, draftHash, fields, records, metadata } = fact.payload;
        return [
          put(gameDraft, { gameId, draftHash, fields, metadata, records, draftedAt: fact.at, version: fact.version }),
        ];
      }
      case 'GameRefined':
      case 'GamePublished':
        return [set(gameDraft, { gameId: fact.payload.gameId, version: fact.version })];
      default:
        return [];
    }
  },
};
