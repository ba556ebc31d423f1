/** Where the newest draft of every game stands in the log; its text is not kept twice. */
import type { GameId } from '../../domain/ids.ts';
import { as, table } from '../../domain/table.ts';

export const gameDraft = table('game_draft', ['gameId'], {
  gameId: as<GameId>(),
  draftHash: as<string>(),
  /** The version of the game's stream that is its newest GameDrafted. */
  draftVersion: as<number>(),
  draftedAt: as<string>(),
  version: as<number>(),
});
