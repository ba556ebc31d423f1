/** What a page says of a person becomes a fact when it changed. */
import { createHash } from 'node:crypto';
import { canonical } from '../../domain/canonical.ts';
import { fact } from '../../domain/events.ts';
import { personId } from '../../domain/ids.ts';
import type { PersonRecord } from '../../domain/person.ts';
import { wellFormed } from '../../domain/well-formed.ts';
import type { NewFact } from '../outcome.ts';
import type { ExtractJob, Reading } from './read.ts';
import { keepable } from './record.ts';
import type { Standing } from './standing.ts';

export function personFacts(
  job: ExtractJob,
  { person: raw, unread }: Extract<Reading, { kind: 'person' }>,
  standing: Standing,
): NewFact[] {
  const { pageId, source, url, snapshot } = job;
  const id = personId(source, raw.key);
  const { kept, rejected } = keepable(raw.urls ?? []);
  const names = (standing.aliases.get(pageId) ?? []).map(({ key }) => key.replace(/^person:/, ''));
  const otherNames = [...new Set([...(raw.otherNames ?? []), ...names])].filter((name) => name !== raw.name);
  const person: PersonRecord = wellFormed({
    ...raw,
    ...(otherNames.length > 0 && { otherNames }),
    ...(raw.urls && { urls: kept }),
  });
  const personHash = createHash('sha256').update(canonical(person)).digest('hex');
  const last = standing.people.get(id);
  const page = standing.pages.get(pageId);
  const isNews = page?.state !== 'fetched' || page.unread.join() !== unread.join();
  const read = fact('PageRead', { pageId, source, url, snapshot, records: 0, unread, filled: {}, kept: {}, lost: {} });
  if (last?.person_hash === personHash) return job.again && !isNews ? [] : [read];
  const extracted = fact('PersonExtracted', { personId: id, pageId, source, person, personHash, snapshot, rejected });
  return [read, { ...extracted, expected: last?.version ?? 0 }];
}
