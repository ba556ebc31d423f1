/**
 * Listings whose pages have a number in their address. Where nothing says how many there are, the walk goes on until a
 * page names no game. Sites that ignore the number answer with the same page for ever: the crawler notices, and there is
 * a last number besides.
 */
import type { Listing, Page, Source } from '../../domain/source.ts';
import { withoutFragment } from './address-parts.ts';
import { brokenPage } from './broken-page.ts';
import { openSitePage, type PageElement, type SitePage } from './page-elements.ts';
import { webLink } from './web-link.ts';

export type NumberedListing = {
  /** Which links lead to games, as a selector; those that `site` does not claim are passed over. */
  links?: string;
  site: Pick<Source, 'claims' | 'key'>;
  address(number: number): string;
  /** Finds the number in an address, as its only group. */
  number: RegExp;
  first: number;
  step: number;
  /** At most so many pages are walked, several times what the site holds. */
  most: number;
  /** The number of the last page, where pages tell it; then none of them is empty. */
  last?(page: SitePage): number;
  /** Cells, lists and blocks that are known on the page and not wanted, as a selector. */
  ignore?: string;
};

/** Reads one page of a listing: the games it names, each once, and the page after it. */
export function readNumberedListing(listing: NumberedListing, { url, asked = url, text }: Page): Listing {
  const page = openSitePage(text);
  if (page.kind === 'broken') return page;
  if (listing.ignore) page.read(page.pick('td th ul div', listing.ignore));
  const named = namedPages(page.pick('a', listing.links), url, listing.site);
  page.read(named.links);
  const pages = [...named.pages.values()];
  const number = Number(listing.number.exec(asked)?.[1] ?? listing.first);
  if (pages.length === 0 && (listing.last || number <= listing.first)) {
    return brokenPage(url, 'names no game', 'open it in a browser, the site may be down or have changed its layout');
  }
  const following = number + listing.step;
  const cap = listing.first + listing.step * (listing.most - 1);
  const isLast = pages.length === 0 || following > Math.min(cap, listing.last?.(page) ?? cap);
  return { kind: 'listed', pages, next: isLast ? [] : [listing.address(following)], unread: page.unread() };
}

/** What links name of a site: absolute addresses by key, the first of each page; and the links that do. */
function namedPages(all: PageElement[], base: string, site: NumberedListing['site']) {
  const pages = new Map<string, string>();
  const links: PageElement[] = [];
  for (const link of all) {
    const address = webLink(withoutFragment(link.attribs.href ?? ''), base);
    if (address === null || !site.claims(address)) continue;
    links.push(link);
    const key = site.key(address);
    if (!pages.has(key)) pages.set(key, address);
  }
  return { pages, links };
}
