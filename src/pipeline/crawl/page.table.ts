/** Pages and what became of them. */
import type { PageId } from '../../domain/ids.ts';
import { as, table } from '../../domain/table.ts';

export const page = table('page', ['pageId'], {
  pageId: as<PageId>(),
  source: as<string>(),
  key: as<string>(),
  url: as<string>(),
  state: as<'discovered' | 'fetched' | 'broken' | 'missing'>(),
  reason: as<string | null>(),
  snapshot: as<string | null>(),
  contentType: as<string | null>(),
  records: as<number>(),
  unread: as<string[]>(),
  version: as<number>(),
  discoveredAt: as<string>(),
  changedAt: as<string | null>(),
});
