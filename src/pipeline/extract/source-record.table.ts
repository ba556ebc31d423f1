/** The newest reading of every record, and the game it belongs to. */
import type { GameId, PageId, RecordId } from '../../domain/ids.ts';
import type { GameRecord } from '../../domain/record.ts';
import { as, table } from '../../domain/table.ts';

export const sourceRecord = table('source_record', ['recordId'], {
  recordId: as<RecordId>(),
  source: as<string>(),
  pageId: as<PageId>(),
  url: as<string>(),
  record: as<GameRecord>(),
  recordHash: as<string>(),
  snapshot: as<string>(),
  rejected: as<string[]>(),
  gameId: as<GameId | null>(),
  extractedAt: as<string>(),
  eventId: as<string>(),
  version: as<number>(),
});
