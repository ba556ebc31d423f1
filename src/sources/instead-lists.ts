/**
 * The lists of instead-games.ru for game launchers, read as catalogues: they tell each game's version, language and
 * download, also of games whose page cannot be had. One list is of approved games, one of the sandbox; a game moves
 * from this to that and stays the same record.
 */
import type { Source } from '../domain/source.ts';
import { readInsteadList } from './reading/instead-list.ts';
import { noListing } from './reading/no-listing.ts';

/** The sandbox has two addresses: `xml2.php` is the one launchers know. */
const form = /^https?:\/\/(?:www\.)?instead-games\.ru\/(?:xml(2?)\.php)(?:\?approved=([01]))?(?:#.*)?$/;

function listOf(url: string): 'approved' | 'sandbox' | null {
  const found = form.exec(url);
  if (found === null) return null;
  return found[1] || found[2] === '0' ? 'sandbox' : 'approved';
}

export const insteadLists: Source = {
  name: 'instead-lists',
  title: 'INSTEAD games: lists',
  homepage: 'http://instead-games.ru/',
  rank: 45,
  hostDelayMs: 1000,
  provenBy: 'recorded/instead-games',
  claims: (url) => listOf(url) !== null,
  key: (url) => listOf(url) ?? url,
  seeds: () => [
    { as: 'page', url: 'http://instead-games.ru/xml.php' },
    { as: 'page', url: 'http://instead-games.ru/xml.php?approved=0' },
  ],
  list: noListing,
  extract: (page) => readInsteadList(page, { source: 'instead-lists', attribution: 'instead-games.ru' }),
};
