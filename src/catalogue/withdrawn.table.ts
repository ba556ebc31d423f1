/** Games that have no record left, and where most of their records went. */
import type { GameId } from '../domain/ids.ts';
import { as, table } from '../domain/table.ts';

export const gameWithdrawn = table('game_withdrawn', ['gameId'], {
  gameId: as<GameId>(),
  intoGame: as<GameId | null>(),
  withdrawnAt: as<string>(),
});
