/** Which rows mirror what was read from pages and where it went. */
import { put, set, type View } from '../../domain/view.ts';
import { sourceRecord } from './source-record.table.ts';

export const sourceRecordView: View = {
  tables: [sourceRecord],
  on(fact) {
    switch (fact.type) {
      case 'RecordExtracted': {
        const { recordId, source, pageId, record, recordHash, snapshot, rejected, gameId } = fact.payload;
        return [
          put(sourceRecord, {
            recordId,
            source,
            pageId,
            url: record.url,
            record,
            recordHash,
            snapshot,
            rejected,
            gameId,
            extractedAt: fact.at,
            eventId: fact.eventId,
            version: fact.version,
          }),
        ];
      }
      case 'RecordHeld':
      case 'RecordCompared':
      case 'MatchDecided':
        return [set(sourceRecord, { recordId: fact.payload.recordId, version: fact.version })];
      case 'RecordLinked': {
        const { recordId, gameId } = fact.payload;
        return [set(sourceRecord, { recordId, gameId, version: fact.version })];
      }
      default:
        return [];
    }
  },
};
