/** A record in a link file: the full form of `extract --json` or its short form (design §7). */
import type { GameRecord } from '../../domain/record.ts';
import { urlIdentity } from '../../domain/url-identity.ts';
import { type Matchable, matchableOf } from './traits.ts';

/** The record and its id, or what is wrong with it. */
export function readShortForm(value: unknown): { id: string; record: Matchable } | { wrong: string } {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return { wrong: 'it is no object' };
  const given = value as Record<string, unknown>;
  if (typeof given.title !== 'string' || given.title.trim() === '') return { wrong: 'it has no title' };
  const source = typeof given.source === 'string' ? given.source : '';
  if (typeof given.key === 'string' && typeof given.url === 'string') {
    const record = given as unknown as GameRecord;
    return { id: `${source}|${given.key}`, record: matchableOf({ ...record, source }) };
  }
  if (typeof given.id !== 'string' && typeof given.id !== 'number')
    return { wrong: 'it has neither id nor source and key' };
  const id = String(given.id);
  const others = texts(given.alternativeTitles);
  return {
    id,
    record: {
      source,
      key: id,
      titles: [given.title, ...others],
      ...optional('description', text(given.description)),
      ...optional('authors', texts(given.authors)),
      ...optional('publishers', texts(given.publishers)),
      ...optional('platforms', texts(given.platforms)),
      ...optional('releaseDate', text(given.releaseDate)),
      ...optional('identifiers', texts(given.identifiers)),
      ...optional(
        'urls',
        texts(given.urls)?.flatMap((url) => urlIdentity(url) ?? []),
      ),
    },
  };
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => {
    if (typeof item === 'string') return [item];
    const { title, name, scheme, value: id, url } = (item ?? {}) as Record<string, unknown>;
    const found = title ?? name ?? url ?? (typeof scheme === 'string' ? `${scheme}:${id}` : undefined);
    return typeof found === 'string' ? [found] : [];
  });
}

const optional = <Name extends string, T>(name: Name, value: T | undefined) =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? {} : ({ [name]: value } as Record<Name, T>);
