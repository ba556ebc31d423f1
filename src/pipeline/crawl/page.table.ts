/** Pages and what became of them. */
import type { Beside } from '../../domain/events.ts';
import type { PageId } from '../../domain/ids.ts';
import { as, table } from '../../domain/table.ts';

export const page = table('page', ['pageId'], {
  pageId: as<PageId>(),
  source: as<string>(),
  key: as<string>(),
  url: as<string>(),
  state: as<'discovered' | 'fetched' | 'moved' | 'broken' | 'missing'>(),
  reason: as<string | null>(),
  snapshot: as<string | null>(),
  contentType: as<string | null>(),
  fetchedFrom: as<string | null>(),
  beside: as<Beside[] | null>(),
  movedTo: as<PageId | null>(),
  records: as<number>(),
  unread: as<string[]>(),
  version: as<number>(),
  discoveredAt: as<string>(),
  changedAt: as<string | null>(),
});
