/** Which rows mirror what happened to pages. */
import { put, set, type View } from '../../domain/view.ts';
import { page } from './page.table.ts';

export const pageView: View = {
  tables: [page],
  on(fact) {
    switch (fact.type) {
      case 'PageDiscovered': {
        const { pageId, source, key, url } = fact.payload;
        return [
          put(page, {
            pageId,
            source,
            key,
            url,
            state: 'discovered',
            reason: null,
            snapshot: null,
            contentType: null,
            records: 0,
            unread: [],
            version: fact.version,
            discoveredAt: fact.at,
            changedAt: null,
          }),
        ];
      }
      case 'PageFetched': {
        const { pageId, snapshot, contentType } = fact.payload;
        return [
          set(page, {
            pageId,
            state: 'fetched',
            reason: null,
            snapshot,
            contentType,
            version: fact.version,
            changedAt: fact.at,
          }),
        ];
      }
      case 'PageRead': {
        const { pageId, records, unread } = fact.payload;
        return [set(page, { pageId, records, unread, version: fact.version })];
      }
      case 'PageBroken': {
        const { pageId, reason } = fact.payload;
        return [set(page, { pageId, state: 'broken', reason, version: fact.version })];
      }
      case 'PageMissing': {
        const { pageId, status } = fact.payload;
        return [set(page, { pageId, state: 'missing', reason: `HTTP ${status}`, version: fact.version })];
      }
      default:
        return [];
    }
  },
};
