/** rilarhiv.ru as the old importer read it: rows of fifteen listings, no pages of games (contract §7.5). */
import { categoriseGameUrl } from './categorise-legacy-url.ts';
import type { LegacyError, LegacyReading, LegacyRecord, LegacySource, LookUp } from './legacy-record.ts';
import { unescapeEntities } from './python-text.ts';
import { joinUrl } from './url-parts.ts';

const home = 'http://rilarhiv.ru/';

/** In the order in which they were read. */
const platforms = new Map<string, string | null>([
  ['rinform', 'Rinform'],
  ['rtads', 'RTADS'],
  ['urq', 'URQ'],
  ['qsp', 'QSP'],
  ['aeroqsp', 'AeroQSP'],
  ['instead', 'INSTEAD'],
  ['adrift', 'ADRIFT'],
  ['milena', 'Милена'],
  ['6days', '6 days'],
  ['yaril', 'ЯРИЛ'],
  ['tweebox', 'Twine'],
  ['tge2', 'TGE'],
  ['tkr', 'ТКР-2'],
  ['spectrum', 'ZX Spectrum'],
  ['vneplatform', null],
]);

const listingOf = (name: string) => `${home}${name}.htm`;
const nameOf = (listing: string) => /^https?:\/\/rilarhiv\.ru\/(\w+)\.htm$/.exec(listing)?.[1] ?? '';

export type RilarhivGames = { candidates: string[]; games: Record<string, LegacyRecord> };

export const legacyRilarhiv: LegacySource = {
  name: 'rilarhiv',
  claims: (url) => /^https?:\/\/rilarhiv\.ru\/./.test(url),
  read,
  listing: listingOf('rinform'),
  list(lookUp) {
    const all = readRilarhiv(lookUp);
    return 'error' in all ? all : all.candidates;
  },
};

/** Whether an address is one of the fifteen listings. */
export const isRilarhivListing = (url: string): boolean => platforms.has(nameOf(url));

/** All games of the archive; `names` to read only some listings. A file named twice keeps its later row. */
export function readRilarhiv(lookUp: LookUp, names: Iterable<string> = platforms.keys()): RilarhivGames | LegacyError {
  const candidates: string[] = [];
  const games = new Map<string, LegacyRecord>();
  for (const name of names) {
    const text = lookUp(listingOf(name));
    if (text === null) return { error: 'FETCH_FAILED' };
    for (const [url, game] of rowsOf(text, platforms.get(name) ?? null)) {
      candidates.push(url);
      games.set(url, game);
    }
  }
  return { candidates, games: Object.fromEntries(games) };
}

/** Reads the rows of one listing. */
export const readRilarhivListing = (url: string, text: string): RilarhivGames | LegacyError =>
  isRilarhivListing(url) ? readRilarhiv(() => text, [nameOf(url)]) : { error: 'UNKNOWN_RESOURCE' };

/** A file's record out of the listing of its folder, which is `text`. */
function read(url: string, text: string): LegacyReading {
  const folder = /^https?:\/\/rilarhiv\.ru\/(\w+)\//.exec(url)?.[1] ?? '';
  if (!platforms.has(folder)) return { error: 'RILARHIV_NOT_LOADED' };
  const all = readRilarhiv(() => text, [folder]);
  const game = 'error' in all || !Object.hasOwn(all.games, url) ? undefined : all.games[url];
  return game ?? { error: 'RILARHIV_UNKNOWN_URL' };
}

const row = /<P><b><a href="([^"<>]*)">"([^"<]*)"([^<]*)<\/a><\/b>(?:[^<]*<b>\[([^\]<]*)\]<\/b>)?/g;

function* rowsOf(text: string, platform: string | null): Generator<[string, LegacyRecord]> {
  for (const [, address = '', title = '', info = '', others] of text.matchAll(row)) {
    const link = categoriseGameUrl({ url: address, base: home });
    const names = [...(platform === null ? [] : [platform]), ...(others?.split(', ') ?? [])];
    yield [
      joinUrl(home, address),
      {
        title: unescapeEntities(title).trim(),
        authors: authorsIn(info).map((name) => ({ role_slug: 'author', name })),
        tags: names.map((name) => ({ cat_slug: 'platform', tag: name })),
        urls: [link],
      },
    ];
  }
}

const authorsIn = (info: string) =>
  info
    .replace(/(?<!\s)\s*\([^()]*\)\s*/g, ' ')
    .replace(/(?<!\s)\s*\/[^/]*\/\s*/g, ' ')
    .split(/, | и /)
    .map((name) => unescapeEntities(name).trim())
    .filter(Boolean);
