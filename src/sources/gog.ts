/**
 * GOG, through the product API of its client (https://api.gog.com/products/ID), which only others have documented
 * (https://gogapidocs.readthedocs.io/en/latest/galaxy.html). It names neither people nor genres; those come from the
 * store's second API (https://api.gog.com/v2/games/ID), asked beside. A shop page only points to its product. The
 * catalogue that is listed (https://catalog.gog.com/v1/catalog) is what the shop's own pages ask; no recording proves it.
 */
import type { Extraction, Listing, Page, Source } from '../domain/source.ts';
import { account } from './reading/account.ts';
import { brokenPage } from './reading/broken-page.ts';
import { atMost } from './reading/count-unread.ts';
import { type ProductReading, readGogProduct } from './reading/gog-product.ts';
import { openJson } from './reading/json-page.ts';
import { notAGame } from './reading/not-a-game.ts';

const api = /^https?:\/\/api\.gog\.com\/(?:products|v2\/games)\/0*([1-9]\d{0,15})(?:[/?#].*)?$/;
const shop = /^https?:\/\/(?:www\.)?gog\.com\/(?:[a-z]{2}(?:-[a-z]{2,4})?\/)?game\/([a-z0-9_-]{1,200})\/?(?:[?#].*)?$/i;

const productOf = (url: string) => api.exec(url)?.[1] ?? null;
const slugOf = (url: string) => shop.exec(url)?.[1]?.toLowerCase().replaceAll('-', '_') ?? null;
const pageOf = (id: string) => `https://api.gog.com/products/${id}`;
const detailsOf = (id: string) => `https://api.gog.com/v2/games/${id}?locale=en-US`;

/** A product's number; a shop page, of which only the product says the number, has its name. */
function keyOf(url: string): string | null {
  const slug = slugOf(url);
  return productOf(url) ?? (slug === null ? null : `game/${slug}`);
}

const listing = (page: number) =>
  `https://catalog.gog.com/v1/catalog?limit=48&order=desc:releaseDate&productType=in:game&page=${page}`;
/** At 48 games a page, several times what GOG sells. */
const lastListing = 1000;

export const gog: Source = {
  name: 'gog',
  title: 'GOG',
  homepage: 'https://www.gog.com/',
  rank: 41,
  hostDelayMs: 1000,
  terms: 'The APIs are those of the shop and its client; they name no limit and may change without notice.',
  provenBy: 'recorded/gog',
  claims: (url) => keyOf(url) !== null,
  key: (url) => keyOf(url) ?? url,
  request(url) {
    const id = productOf(url);
    return { url: id === null ? url : `${pageOf(id)}?expand=downloads,description,screenshots,videos&locale=en-US` };
  },
  beside({ url, asked = url }) {
    const id = productOf(asked);
    return id === null ? [] : [detailsOf(id)];
  },
  seeds: () => [{ as: 'listing', url: listing(1) }],
  list,
  extract,
};

/** `{"pages":231,"products":[{"id":"1207…","slug":…}]}`. */
function list({ url, asked = url, text }: Page): Listing {
  const answer = openJson(url, text, 'GOG');
  if (answer.kind === 'broken') return answer;
  const catalogue = account(answer.value);
  catalogue.ignore('productCount', 'currentlyShownProductCount', 'filters');
  const pages = new Set<string>();
  for (const product of catalogue.objects('products')) {
    product.ignore(...product.keys());
    const page = pageOf(product.text('id') ?? '');
    if (productOf(page) !== null) pages.add(page);
  }
  const number = Number(/[?&]page=(\d{1,6})(?:&|$)/.exec(asked)?.[1] ?? 1);
  if (pages.size === 0 && number <= 1) {
    return brokenPage(url, 'names no game', 'open it in a browser, the catalogue may be down or have changed');
  }
  const last = Math.min(Number(catalogue.text('pages') ?? lastListing) || lastListing, lastListing);
  const next = pages.size > 0 && number < last ? [listing(number + 1)] : [];
  return { kind: 'listed', pages: [...pages], next, unread: atMost(catalogue.unread()) };
}

function extract({ url, asked = url, text, beside }: Page): Extraction {
  const named = keyOf(asked) ?? keyOf(url);
  if (named === null) return brokenPage(url, 'is no page of a product', 'give an address like /en/game/lighthouse');
  if (slugOf(asked) !== null && !/^\s*\ufeff?\{/.test(text)) return product(asked, text);
  const answer = openJson(asked, text, 'GOG');
  if (answer.kind === 'broken') return answer;
  const details = beside?.get(detailsOf(named))?.text;
  const opened = details === undefined ? null : openJson(detailsOf(named), details, 'GOG');
  const reading = readGogProduct(answer.value, opened?.kind === 'json' ? opened.value : undefined, {
    source: gog.name,
    named: productOf(asked) ?? productOf(url),
    pageOf,
  });
  return concluded(asked, reading);
}

function concluded(url: string, reading: ProductReading): Extraction {
  if (reading.kind === 'other') return notAGame(url, reading.type);
  if (reading.kind === 'unusable')
    return brokenPage(url, reading.reason, 'open it in a browser, it may no longer be sold');
  return { kind: 'records', records: [reading.record], unread: atMost(reading.unread) };
}

/** A shop page names its product's number in an attribute or a script. */
function product(url: string, html: string): Extraction {
  const number = /(?:card-product=["']|["']?cardProductId["']?\s{0,5}[:=]\s{0,5}["']?)([1-9]\d{5,15})\b/.exec(
    html,
  )?.[1];
  if (number === undefined) return brokenPage(url, 'names no product', 'look whether the game is still sold');
  return { kind: 'moved', to: pageOf(number) };
}
