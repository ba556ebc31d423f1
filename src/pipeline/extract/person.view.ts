/** Which rows mirror what was read about people. */
import { urlIdentity } from '../../domain/url-identity.ts';
import { put, type View } from '../../domain/view.ts';
import { person } from './person.table.ts';

export const personView: View = {
  tables: [person],
  on(fact) {
    if (fact.type !== 'PersonExtracted') return [];
    const { person: record, ...payload } = fact.payload;
    const { url, name } = record;
    const identity = urlIdentity(url) ?? url;
    const { at: extractedAt, version } = fact;
    return [put(person, { ...payload, url, identity, name, person: record, extractedAt, version })];
  },
};
