/** The newest draft of every game. */
import { put, set, type View } from '../../domain/view.ts';
import { gameDraft } from './game-draft.table.ts';

export const gameDraftView: View = {
  tables: [gameDraft],
  on(fact) {
    switch (fact.type) {
      case 'GameDrafted': {
        const { gameId, draftHash } = fact.payload;
        const { version } = fact;
        return [put(gameDraft, { gameId, draftHash, draftVersion: version, draftedAt: fact.at, version })];
      }
      case 'GameRefined':
      case 'GamePublished':
        return [set(gameDraft, { gameId: fact.payload.gameId, version: fact.version })];
      // Its stream goes on if the game comes back.
      case 'GameWithdrawn':
        return [set(gameDraft, { gameId: fact.payload.gameId, draftHash: '', version: fact.version })];
      default:
        return [];
    }
  },
};
