/** The lists of ifwiki.ru as the old importer walked them: the category of games, and what changed (contract §4.1). */
import { jsonObject } from './json-object.ts';
import type { LegacyError, LookUp } from './legacy-record.ts';
import { mostListings } from './numbered-walk.ts';
import { quoteUrl } from './python-text.ts';

const api = 'http://ifwiki.ru/api.php?action=query';
const category = quoteUrl('Категория:Игры');

/** A page of the category, from a sort key on. */
export const ifwikiListing = (key = ''): string =>
  `${api}&list=categorymembers&cmtitle=${category}&rawcontinue=1&cmlimit=400&format=json&cmsort=sortkey&cmprop=ids|title|sortkey&cmstarthexsortkey=${key}`;
/** What changed since a moment (seconds since 1970). */
export const ifwikiChanges = (since: number): string =>
  `${api}&list=recentchanges&rclimit=500&format=json&rcend=${since}`;
const addressesOf = (ids: readonly number[]) => `${api}&prop=info&format=json&inprop=url&pageids=${ids.join('|')}`;

const batch = 40;
/** The wiki gives 400 at a time; a much shorter answer was the last. */
const shortAnswer = 300;

/** Thrown when an answer is not what the wiki gives; no part of a list was kept then. */
class AnswerFailed extends Error {}

export const listIfwiki = (lookUp: LookUp): string[] | LegacyError =>
  caught(() => {
    const ids = new Set<number>();
    let key = '';
    for (let round = 0; round < mostListings; round += 1) {
      const members = objects(jsonAt(ifwikiListing(key), lookUp), 'categorymembers');
      for (const { pageid } of members) if (typeof pageid === 'number') ids.add(pageid);
      const next = String(members.at(-1)?.sortkey ?? '');
      if (members.length <= shortAnswer || next === key) break;
      key = next;
    }
    const folder = quoteUrl('ifwiki.ru/Категория:');
    return addresses([...ids], lookUp).filter((url) => !url.includes(folder));
  });

export const listIfwikiChanges = (since: number, lookUp: LookUp): string[] | LegacyError =>
  caught(() => {
    const changes = objects(jsonAt(ifwikiChanges(since), lookUp), 'recentchanges');
    const ids = changes.flatMap(({ pageid }) => (typeof pageid === 'number' && pageid !== 0 ? [pageid] : []));
    return addresses([...new Set(ids)], lookUp);
  });

/** In the order of the ids; the importer's own was that of a set. */
function addresses(ids: number[], lookUp: LookUp): string[] {
  const sorted = ids.toSorted((a, b) => a - b);
  const found: string[] = [];
  for (let at = 0; at < sorted.length; at += batch) {
    const answer = jsonAt(addressesOf(sorted.slice(at, at + batch)), lookUp);
    const pages = jsonObject(jsonObject(answer.query)?.pages);
    for (const page of Object.values(pages ?? {})) {
      const url = jsonObject(page)?.fullurl;
      if (typeof url === 'string') found.push(url);
    }
  }
  return found;
}

function jsonAt(url: string, lookUp: LookUp): Record<string, unknown> {
  const text = lookUp(url);
  if (text === null) throw new AnswerFailed('FETCH_FAILED');
  try {
    return jsonObject(JSON.parse(text)) ?? {};
  } catch {
    throw new AnswerFailed('PARSE_FAILED');
  }
}

function objects(answer: Record<string, unknown>, name: string): Record<string, unknown>[] {
  const list = jsonObject(answer.query)?.[name];
  if (!Array.isArray(list)) throw new AnswerFailed('PARSE_FAILED');
  return list.map((item) => jsonObject(item) ?? {});
}

function caught(read: () => string[]): string[] | LegacyError {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof AnswerFailed)) throw error;
    return { error: error.message === 'FETCH_FAILED' ? 'FETCH_FAILED' : 'PARSE_FAILED' };
  }
}
