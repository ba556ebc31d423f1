/** The catalogue: one row a game, one row an address of a game. */
import type { GameFields, ImportMetadata } from '../domain/game.ts';
import type { GameId } from '../domain/ids.ts';
import { as, table } from '../domain/table.ts';

export const game = table('game', ['gameId'], {
  gameId: as<GameId>(),
  name: as<string>(),
  sortName: as<string>(),
  search: as<string>(),
  title: as<GameFields['title']>(),
  alternativeTitles: as<GameFields['alternativeTitles']>(),
  descriptions: as<GameFields['descriptions']>(),
  releaseDate: as<GameFields['releaseDate']>(),
  credits: as<GameFields['credits']>(),
  tags: as<GameFields['tags']>(),
  urls: as<GameFields['urls']>(),
  identifiers: as<GameFields['identifiers']>(),
  languages: as<GameFields['languages']>(),
  attributions: as<GameFields['attributions']>(),
  importMetadata: as<ImportMetadata>(),
  sources: as<string[]>(),
  qualityScore: as<number>(),
  lastAiReview: as<string | null>(),
  needsHumanReview: as<boolean>(),
  draftHash: as<string>(),
  createdAt: as<string>(),
  updatedAt: as<string>(),
  version: as<number>(),
});

export const gameUrl = table('game_url', ['gameId', 'category', 'url'], {
  gameId: as<GameId>(),
  category: as<string>(),
  url: as<string>(),
  description: as<string | null>(),
  contentHash: as<string | null>(),
  importSource: as<string>(),
  confidenceScore: as<number>(),
  verifiedByHuman: as<boolean>(),
});
