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
            fetchedFrom: null,
            beside: null,
            movedTo: null,
            records: 0,
            unread: [],
            version: fact.version,
            discoveredAt: fact.at,
            changedAt: null,
          }),
        ];
      }
      case 'PageFetched': {
        const { pageId, snapshot, contentType, from, beside } = fact.payload;
        return [
          set(page, {
            pageId,
            state: 'fetched',
            reason: null,
            snapshot,
            contentType,
            fetchedFrom: from,
            beside: beside ?? null,
            movedTo: null,
            version: fact.version,
            changedAt: fact.at,
          }),
        ];
      }
      case 'PageRead': {
        const { pageId, records, unread } = fact.payload;
        // A page that could not be read before, or led elsewhere, now is read.
        return [
          set(page, { pageId, state: 'fetched', reason: null, movedTo: null, records, unread, version: fact.version }),
        ];
      }
      case 'PageMoved': {
        const { pageId, to, toPageId } = fact.payload;
        return [
          set(page, { pageId, state: 'moved', reason: to, movedTo: toPageId, records: 0, version: fact.version }),
        ];
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
