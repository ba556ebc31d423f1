/** Which games were withdrawn, so that an old id still leads somewhere; one that comes back is withdrawn no more. */
import { put, remove, type View } from '../domain/view.ts';
import { gameWithdrawn } from './withdrawn.table.ts';

export const withdrawnView: View = {
  tables: [gameWithdrawn],
  on(fact) {
    switch (fact.type) {
      case 'GameWithdrawn': {
        const { gameId, into } = fact.payload;
        return [put(gameWithdrawn, { gameId, intoGame: into, withdrawnAt: fact.at })];
      }
      case 'GameDrafted':
        return [remove(gameWithdrawn, { gameId: fact.payload.gameId })];
      default:
        return [];
    }
  },
};
