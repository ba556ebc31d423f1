/**
 * Blocking: the keys that bring records of one game together without comparing all with all. A shared key makes two
 * records candidates, nothing more. A key that many records hold is not read; records under it meet under finer ones.
 */
import { createHash } from 'node:crypto';
import type { GameRecord, UrlCategory } from '../../domain/record.ts';
import { urlIdentity } from '../../domain/url-identity.ts';
import { soundOf, wordsOf } from './fold.ts';
import { unknownRarity } from './rarity.ts';
import { type TitleParts, titleParts } from './title-parts.ts';
import { smallWords } from './title-words.ts';

/** Addresses that name the game itself; a forum or a video may be shared by many. */
const identityCategories: ReadonlySet<UrlCategory> = new Set<UrlCategory>([
  'game_page',
  'download_direct',
  'download_landing',
  'play_online',
]);
const mostUrls = 50;
export const mostTitles = 60;
/** Titles whose single words are keys too; of the further ones only the whole. */
const wordTitles = 8;
/** Words of a title that make keys, the rarest first. */
const keyWords = 4;
const mostAuthors = 3;
const longestKey = 160;

/**
 * All keys of a record, sorted and distinct: `u:` addresses, `i:` identifiers, `s:` whole titles and subtitles, `w:` and
 * `p:` rare words alone and in pairs, `h:` the sound of a title, `n:` its initials, `b:` and `e:` how it begins and ends, `y:` a title with
 * its year or author, `a:` an author with the year.
 */
export function blockingKeys(record: GameRecord): string[] {
  const parts = titles(record).map((title) => titleParts(title));
  const year = record.releaseDate?.match(/^\d{4}/)?.[0];
  const authors = (record.credits ?? [])
    .filter(({ role }) => role === 'author')
    .slice(0, mostAuthors)
    .map(({ name }) => wordsOf(name).sort().join(' '))
    .filter((name) => name !== '');
  const [first] = parts;
  const finer = first?.squashed
    ? [year, ...authors].flatMap((word) => (word ? `y:${first.squashed}|${word}` : []))
    : [];
  const keys = [
    ...identityUrls(record).map((identity) => `u:${identity}`),
    ...identifiers(record).map((identifier) => `i:${identifier}`),
    ...parts.flatMap((title, index) => (index < wordTitles ? titleKeys(title) : wholeKeys(title))),
    ...finer,
    ...(year ? authors.map((author) => `a:${author}|${year}`) : []),
  ];
  return [...new Set(keys.map(short))].sort();
}

/** The record's own page first. */
export function identityUrls(record: GameRecord): string[] {
  const urls = (record.urls ?? []).filter((url) => identityCategories.has(url.category)).slice(0, mostUrls);
  return [...new Set([record.url, ...urls.map((url) => url.url)].flatMap((url) => urlIdentity(url) ?? []))];
}

export function identifiers(record: GameRecord): string[] {
  return (record.identifiers ?? []).map(({ scheme, value }) => `${scheme}:${value}`);
}

const titles = (record: GameRecord): string[] =>
  [record.title, ...(record.alternativeTitles ?? []).map((other) => other.title)].slice(0, mostTitles);

/** «TheXTech» is «The X Tech» with its article. */
const wholeKeys = ({ squashed, whole }: TitleParts): string[] =>
  squashed === '' ? [] : [`s:${squashed}`, ...(whole === '' ? [] : [`s:${whole}`]), `h:${soundOf(squashed)}`];

/** «CCCP» and «Cortex Command Community Project» meet. */
function initialsOf({ name, squashed }: TitleParts): string[] {
  if (name.length > 2) return [`n:${name.map((word) => word.charAt(0)).join('')}`];
  return name.length === 1 && squashed.length > 2 && squashed.length < 6 ? [`n:${squashed}`] : [];
}

function titleKeys(title: TitleParts): string[] {
  const { squashed, subtitle, name } = title;
  if (squashed === '') return [];
  const keys = [...wholeKeys(title), ...initialsOf(title)];
  const second = subtitle.join('');
  if (second.length > 5) keys.push(`s:${second}`);
  const rarest = [...new Set(name)]
    .filter((word) => !smallWords.has(word))
    .sort((a, b) => unknownRarity.of(b) - unknownRarity.of(a) || b.length - a.length || (a < b ? -1 : 1))
    .slice(0, keyWords);
  for (const [index, word] of rarest.entries()) {
    keys.push(`w:${word}`);
    for (const other of rarest.slice(index + 1)) keys.push(word < other ? `p:${word} ${other}` : `p:${other} ${word}`);
  }
  // A slip of the pen leaves the beginning or the end as it was.
  if (squashed.length > 7) keys.push(`b:${squashed.slice(0, 7)}${squashed.length >> 2}`, `e:${squashed.slice(-7)}`);
  return keys;
}

function short(key: string): string {
  return key.length <= longestKey
    ? key
    : `${key.slice(0, 100)}#${createHash('sha256').update(key).digest('hex').slice(0, 40)}`;
}
