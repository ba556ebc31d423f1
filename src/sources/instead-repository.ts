/**
 * INSTEAD's own repository: the short list of games that its authors keep, several of them in more than one language.
 */
import type { Source } from '../domain/source.ts';
import { readInsteadList } from './reading/instead-list.ts';
import { noListing } from './reading/no-listing.ts';

const form = /^https?:\/\/(?:www\.)?instead\.(?:syscall|hugeping)\.ru\/pool\/game_list\.xml(?:[?#].*)?$/;

export const insteadRepository: Source = {
  name: 'instead-repository',
  title: 'INSTEAD repository',
  homepage: 'http://instead.syscall.ru/',
  rank: 44,
  hostDelayMs: 1000,
  provenBy: 'recorded/instead-games',
  claims: (url) => form.test(url),
  key: (url) => (form.test(url) ? 'official' : url),
  seeds: () => [{ as: 'page', url: 'http://instead.syscall.ru/pool/game_list.xml' }],
  list: noListing,
  extract: (page) => readInsteadList(page, { source: 'instead-repository', attribution: 'instead.syscall.ru' }),
};
