/**
 * Lists of apps on Steam: what the search answers to a page that is scrolled (`{"results_html":…,"total_count":…}`), the
 * search page itself, and the list of everything there is. Bundles in the search have several apps or none and are left out.
 */
import type { Listing, Page } from '../../domain/source.ts';
import { type Account, account } from './account.ts';
import { brokenPage } from './broken-page.ts';
import { openJson } from './json-page.ts';
import { openSitePage, type SitePage } from './page-elements.ts';
import { shortTextOf } from './short-text.ts';
import { webLink } from './web-link.ts';

type Site = { pageOf(key: string): string; keyOf(url: string): string | null };

/** Of the list of everything, which names programs of all kinds. */
const mostApps = 10_000;
/** At fifty results a page, what Steam sold in all in 2024. */
const lastStart = 200_000;

export function readSteamListing({ url, asked = url, text }: Page, site: Site): Listing {
  if (!/^\s*[\ufeff{]/.test(text)) return readResults(url, text, site, (page) => followingPage(page, url));
  const answer = openJson(url, text, 'Steam');
  if (answer.kind === 'broken') return answer;
  const search = account(answer.value);
  const list = search.object('applist');
  if (list.keys().length > 0) return readAppList(url, list, site);
  search.ignore('success', 'start');
  const html = search.text('results_html') ?? '';
  const next = followingStart(asked, Number(search.text('total_count') ?? 0));
  const reading = readResults(url, html, site, () => next);
  return reading.kind === 'listed' ? { ...reading, unread: [...search.unread(), ...reading.unread] } : reading;
}

function readResults(url: string, html: string, site: Site, following: (page: SitePage) => string | null): Listing {
  const page = openSitePage(html);
  if (page.kind === 'broken') return page;
  const keys = new Set<string>();
  for (const { attribs } of page.pick('a', '.search_result_row')) {
    const id = attribs['data-ds-appid'] ?? '';
    if (site.keyOf(site.pageOf(id)) === id) keys.add(id);
  }
  if (keys.size === 0 && !/[?&]start=[1-9]/.test(url)) {
    return brokenPage(url, 'names no game', 'open it in a browser, the store may be down or have changed its layout');
  }
  const next = following(page);
  return { kind: 'listed', pages: [...keys].map(site.pageOf), next: next === null ? [] : [next], unread: [] };
}

/** The same search, one step further, while there is more. */
function followingStart(asked: string, total: number): string | null {
  const address = URL.parse(asked);
  if (address === null) return null;
  const start = Number(address.searchParams.get('start') ?? 0);
  const count = Math.max(1, Number(address.searchParams.get('count') ?? 50) || 50);
  const next = start + count;
  if (!(next < total) || next > lastStart) return null;
  address.searchParams.set('start', String(next));
  return address.href;
}

/** The page's own button `>`. */
function followingPage({ pick }: SitePage, url: string): string | null {
  const button = pick('a', '.pagebtn').find((each) => shortTextOf([each]).trim() === '>');
  const next = webLink(button?.attribs.href, url);
  return next !== null && /^https:\/\/store\.steampowered\.com\/search\//.test(next) ? next : null;
}

function readAppList(url: string, list: Account, site: Site): Listing {
  const keys = new Set<string>();
  let others = 0;
  for (const app of list.list('apps')) {
    const id = account(app).text('appid') ?? '';
    if (site.keyOf(site.pageOf(id)) !== id) others += 1;
    else if (keys.size < mostApps) keys.add(id);
    else others += 1;
  }
  if (keys.size === 0) return brokenPage(url, 'names no app', 'look whether the list has moved');
  const unread =
    others > 0 ? [`apps[]: ${others} more are not asked for: without a number, or beyond the first ${mostApps}`] : [];
  return { kind: 'listed', pages: [...keys].map(site.pageOf), next: [], unread: [...list.unread(), ...unread] };
}
