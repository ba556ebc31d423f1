/**
 * The links of a game on IFDB: its page, where it is played and downloaded, and what others made of it.
 */
import type { GameUrl, UrlCategory } from '../../domain/record.ts';
import { type Account, account } from './account.ts';
import { decodeEntities } from './html.ts';
import { line } from './text.ts';
import { categorise, uniqueLinks } from './url-category.ts';

/** Reads `contacts` of the answer and `coverart`, `downloads` and `primaryPlayOnlineUrl` of its part `ifdb`. */
export function ifdbLinks(answer: Account, details: Account, page: string): GameUrl[] {
  const links = uniqueLinks([
    link('game_page', page, 'IFDB'),
    ...details.object('downloads').objects('links').flatMap(downloads),
    link('play_online', details.text('primaryPlayOnlineUrl'), 'Play online'),
    link('poster', details.object('coverart').text('url'), 'Cover art'),
  ]);
  const known = new Set(links.map(({ url }) => url));
  return uniqueLinks([...links, ...websites(answer).filter((website) => !known.has(website.url))]);
}

function link(category: UrlCategory, url: string | undefined, description: string): GameUrl | null {
  return url === undefined ? null : categorise({ url, forced: category, description: line(description, 500) });
}

/** A file or page, and beside it the address where an interpreter runs it. */
function downloads(entry: Account): (GameUrl | null)[] {
  entry.ignore('format', 'os', 'compression', 'compressedPrimary');
  const url = entry.text('url');
  const playing = entry.text('playOnlineUrl');
  const words = [entry.text('title'), entry.text('desc')].map((text) => line(decodeEntities(text ?? ''), 200));
  const description = words.filter(Boolean).join(' — ');
  const isGame = entry.raw('isGame') === true;
  const category = isGame ? gameCategory(url, playing) : otherCategory(url, description);
  return [link(category, url, description), link('play_online', playing, description || 'Play online')];
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
 * An object with `url`, or a list. The API calls it the game's own site, but many name a page of the author's that all
 * their games share: only on sites known to give a game its page it counts as one, else it would make one game of them.
 */
function websites(answer: Account): GameUrl[] {
  const contacts = answer.raw('contacts');
  const list = Array.isArray(contacts) ? contacts : [contacts];
  return list
    .map((contact) => categorise({ url: account(contact).text('url') ?? '' }))
    .filter((link) => link !== null)
    .map(({ category, url }) => ({
      category: category === 'game_page' ? category : 'other',
      url,
      description: 'Website',
    }));
}
