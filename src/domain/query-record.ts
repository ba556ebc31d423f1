/** A reconciliation query as a record, so that matching compares it with records of games as it compares those with each other. */
import { propertyNamed, type ReconcileQuery } from './reconciliation.ts';
import type { GameRecord } from './record.ts';

/** What the conditions of a query say of the game; «none of these» says nothing. */
export function queryRecord({ conditions }: ReconcileQuery): GameRecord {
  const said = conditions.filter(({ quantifier }) => quantifier !== 'none');
  const values = (id: string) =>
    said.flatMap(({ property, values }) => (property !== null && propertyNamed(property)?.id === id ? values : []));
  const names = said.flatMap(({ property, values }) => (property === null ? values : []));
  // A column of addresses can be matched as well as one of names.
  const urls = [...values('url'), ...names].filter((value) => /^https?:\/\//i.test(value));
  const [title = '', ...others] = [...names.filter((name) => !urls.includes(name)), ...values('alternativeTitles')];
  const [releaseDate] = values('releaseDate').flatMap(readDate);
  return {
    source: 'reconcile',
    url: urls[0] ?? '',
    key: '',
    title,
    alternativeTitles: others.map((other) => ({ title: other })),
    ...(releaseDate !== undefined && { releaseDate }),
    credits: [
      ...values('authors').map((name) => ({ role: 'author' as const, name })),
      ...values('publishers').map((name) => ({ role: 'publisher' as const, name })),
    ],
    tags: values('platforms').map((name) => ({ category: 'platform' as const, name })),
    urls: urls.map((url) => ({ category: 'game_page' as const, url })),
    identifiers: values('identifiers').flatMap(readIdentifier),
  };
}

/** «1998», «1998-03-01», «01.03.1998»: at least the year is understood. */
function readDate(written: string): string[] {
  const found = /(?<!\d)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?!\d)/.exec(written);
  return found ? [found[0]] : [];
}

function readIdentifier(written: string): { scheme: string; value: string }[] {
  const colon = written.indexOf(':');
  const [scheme, value] = [written.slice(0, colon).trim().toLowerCase(), written.slice(colon + 1).trim()];
  return colon > 0 && value !== '' ? [{ scheme, value }] : [];
}
