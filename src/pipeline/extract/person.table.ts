/** The newest reading of every person's page. */
import type { PageId, PersonId } from '../../domain/ids.ts';
import type { PersonRecord } from '../../domain/person.ts';
import { as, table } from '../../domain/table.ts';

export const person = table('person', ['personId'], {
  personId: as<PersonId>(),
  source: as<string>(),
  pageId: as<PageId>(),
  url: as<string>(),
  identity: as<string>(),
  name: as<string>(),
  person: as<PersonRecord>(),
  personHash: as<string>(),
  snapshot: as<string>(),
  rejected: as<string[]>(),
  extractedAt: as<string>(),
  version: as<number>(),
});
