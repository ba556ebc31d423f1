/**
 * Listings whose pages have a number in their address. Where nothing says how many there are, the walk goes on until a
 * page names no game. Sites that ignore the number answer with the same page for ever: the crawler notices, and there is
 * a last number besides.
 */
import type { Listing, Page, Source } from '../../domain/source.ts';
import { withoutFragment } from './address-parts.ts';
import { brokenPage } from './broken-page.ts';
import { type OpenPage, openPage } from './html.ts';
import { webLink } from './web-link.ts';

export type NumberedListing = {
  /** The links that lead to games; those that `site` does not claim are passed over. */
  links: string;
  site: Pick<Source, 'claims' | 'key'>;
  address(number: number): string;
  /** Finds the number in an address, as its only group. */
  number: RegExp;
  first: number;
  step: number;
  /** At most so many pages are walked, several times what the site holds. */
  most: number;
  /** The number of the last page, where pages tell it; then none of them is empty. */
  last?(page: OpenPage): number;
  /** Known on the page and not wanted. */
  ignore?: string[];
};

/** Reads one page of a listing: the games it names, each once, and the page after it. */
export function readNumberedListing(listing: NumberedListing, { url, asked = url, text }: Page): Listing {
  const page = openPage(text);
  if (page.kind === 'broken') return page;
  page.ignore('nav', 'header', 'footer', 'form', ...(listing.ignore ?? []));
  const pages = namedPages(page, listing.links, url, listing.site);
  const number = Number(listing.number.exec(asked)?.[1] ?? listing.first);
  if (pages.length === 0 && (listing.last || number <= listing.first)) {
    return brokenPage(url, 'names no game', 'open it in a browser, the site may be down or have changed its layout');
  }
  const following = number + listing.step;
  const cap = listing.first + listing.step * (listing.most - 1);
  const isLast = pages.length === 0 || following > Math.min(cap, listing.last?.(page) ?? cap);
  return { kind: 'listed', pages, next: isLast ? [] : [listing.address(following)], unread: page.unread() };
}

/** What links name of a site: absolute addresses, the first of each page. */
export function namedPages(
  { $, read }: OpenPage,
  selector: string,
  base: string,
  site: NumberedListing['site'],
): string[] {
  const pages = new Map<string, string>();
  for (const link of $(selector)) {
    const href = 'attribs' in link ? (link.attribs.href ?? '') : '';
    const address = webLink(withoutFragment(href), base);
    if (address === null || !site.claims(address)) continue;
    read([link]);
    if (!pages.has(site.key(address))) pages.set(site.key(address), address);
  }
  return [...pages.values()];
}
