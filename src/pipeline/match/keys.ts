/**
 * Blocking: the keys that bring records of one game together without comparing all with all. A shared
 * key makes two records candidates, nothing more.
 */
import { createHash } from 'node:crypto';
import type { GameRecord, UrlCategory } from '../../domain/record.ts';
import { urlIdentity } from '../../domain/url-identity.ts';
import { words } from './title.ts';

/** Addresses that name the game itself; a forum or a video may be shared by many. */
const identityCategories: ReadonlySet<UrlCategory> = new Set<UrlCategory>([
  'game_page',
  'download_direct',
  'download_landing',
  'play_online',
]);
const mostUrls = 50;
export const mostTitles = 60;
const longestKey = 160;
/** Of longer titles only the beginning counts; and above so many words only the whole. */
const longestTitle = 500;
const mostWords = 30;

/** All keys of a record, sorted and distinct: `u:` addresses, `i:` identifiers, `t:` titles. */
export function blockingKeys(record: GameRecord): string[] {
  const keys = [
    ...identityUrls(record).map((identity) => `u:${identity}`),
    ...identifiers(record).map((identifier) => `i:${identifier}`),
    ...titles(record).flatMap((title) => titleKeys(title)),
  ];
  return [...new Set(keys.map(short))].sort();
}

export function identityUrls(record: GameRecord): string[] {
  const urls = (record.urls ?? []).filter((url) => identityCategories.has(url.category)).slice(0, mostUrls);
  return [...new Set([record.url, ...urls.map((url) => url.url)].flatMap((url) => urlIdentity(url) ?? []))];
}

export function identifiers(record: GameRecord): string[] {
  return (record.identifiers ?? []).map(({ scheme, value }) => `${scheme}:${value}`);
}

export function titles(record: GameRecord): string[] {
  return [record.title, ...(record.alternativeTitles ?? []).map((other) => other.title)].slice(0, mostTitles);
}

/**
 * Titles are alike when more than nine tenths of their words are common. Under ten words that means all,
 * so the set of words is the key; longer titles also stand under each set that lacks one word.
 */
function titleKeys(title: string): string[] {
  const bag = [...words(title.slice(0, longestTitle))].sort();
  if (bag.length === 0) return [];
  const sets = [
    bag,
    ...(bag.length < 10 || bag.length > mostWords
      ? []
      : bag.map((_, left) => bag.filter((_word, index) => index !== left))),
  ];
  return [...sets.map((set) => `t:${set.join(' ')}`), `s:${bag.length ? squashed(title) : ''}`];
}

/** A title without spaces and marks: «0 A.D.» and «0ad» are one. */
export function squashed(title: string): string {
  return title
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function short(key: string): string {
  return key.length <= longestKey
    ? key
    : `${key.slice(0, 100)}#${createHash('sha256').update(key).digest('hex').slice(0, 40)}`;
}
