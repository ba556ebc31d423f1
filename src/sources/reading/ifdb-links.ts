/**
 * The links of a game on IFDB: its page, where it is played and downloaded, and what others made of it.
 */
import type { GameUrl, UrlCategory } from '../../domain/record.ts';
import type { Account } from './account.ts';
import { decodeEntities } from './html.ts';
import { label } from './text.ts';
import { categorise, uniqueLinks } from './url-category.ts';

/** Told of every address that no reader can follow. */
export type Reject = (what: string, value: string) => void;

/** Reads `contacts` of the answer and `coverart`, `downloads` and `primaryPlayOnlineUrl` of its part `ifdb`. */
export function ifdbLinks(answer: Account, details: Account, page: string, reject: Reject): GameUrl[] {
  const entries = details.object('downloads').objects('links');
  const links: GameUrl[] = [];
  const add = (category: UrlCategory, url: string | undefined, description: string) => {
    const link = url === undefined ? null : categorise({ url, forced: category, description: label(description) });
    if (link) links.push(link);
    else if (url !== undefined) reject('address', url);
  };
  add('game_page', page, 'IFDB');
  for (const entry of entries) readDownload(entry, add);
  add('play_online', details.text('primaryPlayOnlineUrl'), 'Play online');
  add('poster', details.object('coverart').text('url'), 'Cover art');
  const known = new Set(links.map(({ url }) => url));
  for (const website of websites(answer)) {
    const link = known.has(website) ? undefined : websiteLink(website);
    if (link) links.push(link);
    else if (link === null) reject('address', website);
  }
  return uniqueLinks(links);
}

type Add = (category: UrlCategory, url: string | undefined, description: string) => void;

/** A file or page, and beside it the address where an interpreter runs it. */
function readDownload(entry: Account, add: Add): void {
  entry.ignore('format', 'os', 'compression', 'compressedPrimary');
  const url = entry.text('url');
  const playing = entry.text('playOnlineUrl');
  const words = [entry.text('title'), entry.text('desc')].map((text) => label(decodeEntities(text ?? '')));
  const description = words.filter(Boolean).join(' — ');
  const isGame = entry.raw('isGame') === true;
  const category = isGame ? gameCategory(url, playing) : otherCategory(url, description);
  add(category, url, description);
  add('play_online', playing, description || 'Play online');
}

/** A page on which the game runs is no file. */
function gameCategory(url: string | undefined, playing: string | undefined): UrlCategory {
  const isPlayed = url === playing || categorise({ url: url ?? '' })?.category === 'play_online';
  return isPlayed ? 'play_online' : 'download_direct';
}

const kinds: [RegExp, UrlCategory][] = [
  [/walk-?through|hints?\b|invisiclues|solution|\bmaps?\b|manual|guide|\bhelp\b|instructions/i, 'help'],
  [/source (code|file)|\bsource\b.*\b(inform|tads|zil|twine)/i, 'source_code'],
  [/\breviews?\b/i, 'review'],
];

/** What is no game may still be anything; but it is no download of the game, and so says nothing of its identity. */
function otherCategory(url: string | undefined, description: string): UrlCategory {
  const named = kinds.find(([form]) => form.test(description) || form.test(url ?? ''));
  if (named) return named[1];
  const category = categorise({ url: url ?? '', description })?.category ?? 'other';
  return category === 'download_direct' || category === 'unknown' ? 'other' : category;
}

/**
 * What is called the game's own site is often a page of the author's that all their games share: only on sites known to
 * give a game its page it counts as one, else it would make one game of them. Null when no reader can follow it.
 */
export function websiteLink(url: string): GameUrl | null {
  const forced = categorise({ url })?.category === 'game_page' ? 'game_page' : 'other';
  return categorise({ url, forced, description: 'Website' });
}

/** An object with `url`, or a list. */
function websites(answer: Account): string[] {
  const contacts = [answer.object('contacts'), ...answer.objects('contacts')];
  return contacts.map((contact) => contact.text('url')).filter((url) => url !== undefined);
}
