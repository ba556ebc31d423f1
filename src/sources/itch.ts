/**
 * itch.io: a game's page (https://USER.itch.io/GAME), and in its place the site's own short form of it,
 * https://USER.itch.io/GAME/data.json (https://itch.io/docs/api/javascript). Pages of itch.io itself list games: what is
 * browsed, as HTML or with `format=json` as HTML in JSON, and bundles.
 */
import type { Extraction, Listing, Page, Source } from '../domain/source.ts';
import { account } from './reading/account.ts';
import { withoutFragment } from './reading/address-parts.ts';
import { brokenPage } from './reading/broken-page.ts';
import { atMost } from './reading/count-unread.ts';
import { readItchData } from './reading/itch-data.ts';
import { readItchPage } from './reading/itch-page.ts';
import { openJson } from './reading/json-page.ts';
import { notAGame } from './reading/not-a-game.ts';
import { readNumberedListing } from './reading/numbered-listing.ts';

const form =
  /^https?:\/\/(?!(?:www|api|img|static|docs|blog)\.)([a-z0-9][a-z0-9_-]{0,99})\.itch\.io\/([a-z0-9_][a-z0-9_-]{0,199})(?:\/data\.json)?\/?(?:[?#].*)?$/i;

function keyOf(url: string): string | null {
  const [, user, slug] = form.exec(url) ?? [];
  return user === undefined || slug === undefined ? null : `${user}/${slug}`.toLowerCase();
}

const pageOf = (key: string) => `https://${key.replace('/', '.itch.io/')}`;

const browse = (tag: string) => `https://itch.io/games/newest/tag-${tag}?format=json&page=1`;
/** At 36 games a page, more than any tag of words holds. */
const mostListings = 1500;

export const itch: Source = {
  name: 'itch',
  title: 'itch.io',
  homepage: 'https://itch.io/',
  rank: 55,
  hostDelayMs: 2000,
  provenBy: 'recorded/itch',
  claims: (url) => keyOf(url) !== null,
  key: (url) => keyOf(url) ?? url,
  seeds: () => ['text-based', 'interactive-fiction'].map((tag) => ({ as: 'listing', url: browse(tag) })),
  list,
  extract,
};

function list(page: Page): Listing {
  if (!/^\s*\ufeff?\{/.test(page.text)) return readCells(page);
  const answer = openJson(page.url, page.text, 'itch.io');
  if (answer.kind === 'broken') return answer;
  const object = account(answer.value);
  if (Array.isArray(object.raw('games'))) return readBundle(page.url, object.objects('games'), object);
  object.ignore('num_items', 'page');
  const html = object.text('content') ?? '';
  const reading = readCells({ ...page, text: html });
  return reading.kind === 'listed' ? { ...reading, unread: atMost([...object.unread(), ...reading.unread]) } : reading;
}

/** Cells of a grid; what is browsed goes on under the next number, a bundle does not. */
function readCells(page: Page): Listing {
  const asked = page.asked ?? page.url;
  const isBrowsed = /^https?:\/\/itch\.io\/games(?:[/?#]|$)/.test(asked);
  return readNumberedListing(
    {
      links: '.game_link',
      site: itch,
      address: (number) => numbered(asked, number),
      number: /[?&]page=(\d{1,6})(?:[&#]|$)/,
      first: 1,
      step: 1,
      most: isBrowsed ? mostListings : 1,
      ignore: '.game_cell, .details_column, .header_widget, .browse_sidebar, .grid_header, .browse_header',
    },
    page,
  );
}

function numbered(asked: string, number: number): string {
  const address = URL.parse(withoutFragment(asked)) ?? new URL('https://itch.io/games');
  address.searchParams.set('page', String(number));
  return address.href;
}

/** What is on sale beside games. */
const wares = new Set(['tool', 'assets', 'soundtrack', 'comic', 'book']);

function readBundle(url: string, games: ReturnType<typeof account>[], bundle: ReturnType<typeof account>): Listing {
  const pages = new Map<string, string>();
  for (const game of games) {
    game.ignore(...game.keys());
    const address = game.text('url') ?? '';
    const key = keyOf(address);
    if (key !== null && !wares.has(game.text('classification') ?? '')) pages.set(key, pageOf(key));
  }
  if (pages.size === 0) return brokenPage(url, 'names no game', 'look whether the bundle is over');
  return { kind: 'listed', pages: [...pages.values()], next: [], unread: atMost(bundle.unread()) };
}

function extract({ url, asked = url, text }: Page): Extraction {
  const key = keyOf(asked) ?? keyOf(url);
  if (key === null) return brokenPage(url, 'is no page of a game', 'give an address like https://USER.itch.io/GAME');
  const game = { source: itch.name, key, url: pageOf(key) };
  const reading = /^\s*\ufeff?\{/.test(text) ? readItchData(text, game) : readItchPage(text, game);
  if (reading.kind === 'broken') return reading;
  if (reading.kind === 'other') return notAGame(game.url, reading.type);
  return { kind: 'records', records: [reading.record], unread: reading.unread };
}
