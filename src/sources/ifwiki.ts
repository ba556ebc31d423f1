/**
 * ifwiki.ru, the wiki of Russian interactive fiction, read through MediaWiki: pages as wikitext, lists by its API. Written
 * by https://www.mediawiki.org/wiki/API:Main_page and the documentation of the importer before us; the recording holds
 * addresses and titles of 2,518 games and proves which addresses are pages and how they are spelled, not what stands on them.
 */
import type { GameUrl } from '../domain/record.ts';
import type { Extraction, Page, PersonReading, Source } from '../domain/source.ts';
import { brokenPage } from './reading/broken-page.ts';
import { categorisePersonUrl } from './reading/categorise-person-url.ts';
import { atMost, countUnread } from './reading/count-unread.ts';
import { type IfwikiPage, ifwikiPage, rawAddress } from './reading/ifwiki-address.ts';
import type { FoundLink } from './reading/ifwiki-findings.ts';
import { readGameInfo } from './reading/ifwiki-game-info.ts';
import { categoryListing, changesListing, readIfwikiListing } from './reading/ifwiki-listing.ts';
import { type IfwikiReading, readIfwikiPage } from './reading/ifwiki-page.ts';
import { guessLanguage } from './reading/languages.ts';
import { leaveOutEmpty } from './reading/leave-out-empty.ts';
import { label } from './reading/text.ts';
import { categorise, uniqueLinks } from './reading/url-category.ts';

const keyOf = (url: string) => ifwikiPage(url)?.full ?? url;
const requestOf = (url: string) => {
  const page = ifwikiPage(url);
  // What stands behind `#` in the address of a listing counts them and is not the wiki's.
  return { url: page ? rawAddress(page) : url.replace(/#.*$/s, '') };
};

export const ifwiki: Source = {
  name: 'ifwiki',
  title: 'IFWiki',
  homepage: 'https://ifwiki.ru/',
  rank: 100,
  hostDelayMs: 1000,
  provenBy: null,
  claims: (url) => ifwikiPage(url) !== null,
  key: keyOf,
  request: requestOf,
  seeds: () => [{ as: 'listing', url: categoryListing() }],
  changes: (since) => [{ as: 'listing', url: changesListing(since) }],
  list: readIfwikiListing,
  extract,
  people: { claims: (url) => ifwikiPage(url) !== null, key: keyOf, request: requestOf, extract: extractPerson },
};

/** Links and tags of one page, at most: a real page has some dozens. */
const mostLinks = 500;

function extract({ url, asked = url, text }: Page): Extraction {
  const page = ifwikiPage(url) ?? ifwikiPage(asked);
  if (page === null) return brokenPage(url, 'is no page of a game', 'give an address like https://ifwiki.ru/NAME');
  if (page.namespace !== '') return brokenPage(url, 'is about a person', 'give the page of a game that names them');
  const read = readIfwikiPage(page, text);
  if (read.kind !== 'page') return read;
  const about = otherSubject(read);
  if (about !== null) return brokenPage(url, `is about no game, but in the category «${about}»`, 'give a game’s page');

  const info = readGameInfo(page, read);
  const links = read.links.slice(0, mostLinks).map((link) => sortLink(link, page));
  const cover = info.cover ?? '';
  const record = leaveOutEmpty({
    source: ifwiki.name,
    url: page.url,
    key: page.full,
    title: info.title ?? label(page.name),
    descriptions: read.markdown ? [{ language: languageOf(read.markdown), text: read.markdown }] : [],
    releaseDate: info.releaseDate,
    credits: read.credits.slice(0, mostLinks),
    tags: unique([...info.tags, ...read.tags]).slice(0, mostLinks),
    urls: withoutVague([
      { category: 'game_page', url: page.url, description: 'Страница на IfWiki' },
      ...uniqueLinks([categorise({ url: cover, forced: 'poster', description: 'Обложка' }), ...links]),
    ]),
    identifiers: info.identifiers,
    languages: info.languages,
    attributions: ['ifwiki.ru'],
  });
  return { kind: 'records', records: [record], unread: unreadOf(read) };
}

/** By its own words: the addresses of its links are in Latin letters whatever the language. */
const languageOf = (markdown: string) => guessLanguage(markdown.replace(/\]\([^()\s]*\)|https?:\/\/\S+/g, ''));

/** A page in categories of which none is of games, and without their template, is about something else. */
function otherSubject({ info, tags, categories }: IfwikiReading): string | null {
  if (info !== null || tags.length > 0 || categories.some((name) => /игр/.test(name))) return null;
  return categories[0] ?? null;
}

function sortLink({ url, description, picture, abroad }: FoundLink, page: IfwikiPage): GameUrl | null {
  if (picture) return categorise({ url, base: page.url, forced: 'screenshot', description: description || 'Скриншот' });
  return categorise({ url, base: page.url, description, ...(abroad && { forced: 'game_page' }) });
}

/** An address of which it is known what it is needs no second entry that says it is not known. */
function withoutVague(links: GameUrl[]): GameUrl[] {
  const known = new Set(links.filter(({ category }) => category !== 'unknown').map(({ url }) => url));
  return links.filter(({ category, url }) => category !== 'unknown' || !known.has(url));
}

const unique = <T>(values: T[]): T[] => [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];

function unreadOf({ unread, links }: IfwikiReading): string[] {
  const left = links.length > mostLinks ? [`links: ${links.length - mostLinks} more than are kept`] : [];
  return atMost([...countUnread(unread).map((entry) => entry.replace(/ \(1\)$/, '')), ...left], 49);
}

/** A person's page: any page of the wiki that a credit leads to. */
function extractPerson({ url, asked = url, text }: Page): PersonReading {
  const page = ifwikiPage(url) ?? ifwikiPage(asked);
  if (page === null) return brokenPage(url, 'is no page of a person', 'give an address like https://ifwiki.ru/NAME');
  const read = readIfwikiPage(page, text);
  if (read.kind !== 'page') return read;
  if (read.info !== null) return brokenPage(url, 'is about a game', 'look who links to it as if it were a person');
  if (read.markdown === '' && read.links.length === 0)
    return brokenPage(url, 'says nothing', 'look at it in a browser');

  const links = read.links.slice(0, mostLinks).map(({ url: target, description, file, avatar }) => {
    const forced = avatar ? 'avatar' : file && !/\.(?:png|jpe?g|gif|bmp)$/i.test(target) ? 'other' : undefined;
    return categorisePersonUrl({ url: target, base: page.url, description, ...(forced && { forced }) });
  });
  const own = categorisePersonUrl({ url: page.url });
  const urls = unique([own, ...links].filter((link) => link !== null));
  const biography = read.markdown && `${read.markdown}\n\n_(описание взято с сайта ifwiki.ru)_`;
  return {
    kind: 'person',
    person: {
      source: ifwiki.name,
      url: page.url,
      key: page.full,
      name: label(page.name, 200),
      ...(biography && { biography: { language: languageOf(biography), text: biography } }),
      urls,
      attributions: ['ifwiki.ru'],
    },
    unread: unreadOf(read),
  };
}
