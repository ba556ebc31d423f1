/**
 * rilarhiv.ru, an archive of files without pages of games: fifteen listings, one a platform, whose rows are the records.
 * A file's own address is read from its listing. Written by docs of the importer we replace; no recorded page confirms it.
 */
import type { GameRecord } from '../domain/record.ts';
import type { Extraction, Page, Source } from '../domain/source.ts';
import { decodedPath, withoutFragment } from './reading/address-parts.ts';
import { brokenPage } from './reading/broken-page.ts';
import { atMost } from './reading/count-unread.ts';
import { leaveOutEmpty } from './reading/leave-out-empty.ts';
import { noListing } from './reading/no-listing.ts';
import { childElements, openSitePage, type PageElement, type SitePage } from './reading/page-elements.ts';
import { readRow } from './reading/rilarhiv-row.ts';
import { shortTextOf } from './reading/short-text.ts';
import { label, line } from './reading/text.ts';
import { categorise, uniqueLinks } from './reading/url-category.ts';
import { webLink } from './reading/web-link.ts';

const home = 'http://rilarhiv.ru/';

/** The listing `<name>.htm`, which is also the folder of its files, and its platform. */
const platforms: Record<string, string | null> = {
  rinform: 'Rinform',
  rtads: 'RTADS',
  urq: 'URQ',
  qsp: 'QSP',
  aeroqsp: 'AeroQSP',
  instead: 'INSTEAD',
  adrift: 'ADRIFT',
  milena: 'Милена',
  '6days': '6 days',
  yaril: 'ЯРИЛ',
  tweebox: 'Twine',
  tge2: 'TGE',
  tkr: 'ТКР-2',
  spectrum: 'ZX Spectrum',
  vneplatform: null,
};

type Place = { key: string; listing: string; file: boolean };

/** Where an address of the archive stands: a listing, or a file named in one. */
function placeOf(url: string): Place | null {
  const [, path = ''] = /^https?:\/\/(?:www\.)?rilarhiv\.ru\/([^?#]+)/.exec(url) ?? [];
  const [, folder = '', rest = ''] = /^([\w-]+)(\.htm|\/[^/].*)$/.exec(path) ?? [];
  if (!Object.hasOwn(platforms, folder)) return null;
  return { key: decodedPath(path), listing: folder, file: rest !== '.htm' };
}

const listingOf = (name: string) => `${home}${name}.htm`;

export const rilarhiv: Source = {
  name: 'rilarhiv',
  title: 'РилАрхив',
  homepage: home,
  rank: 10,
  hostDelayMs: 2000,
  provenBy: null,
  familiar: ['download_direct'],
  claims: (url) => placeOf(url) !== null,
  key: (url) => placeOf(url)?.key ?? url,
  request(url) {
    const place = placeOf(url);
    return { url: place?.file ? listingOf(place.listing) : url };
  },
  seeds: () => Object.keys(platforms).map((name) => ({ as: 'page', url: listingOf(name) })),
  list: noListing,
  extract,
};

function extract({ url, asked = url, text }: Page): Extraction {
  const place = placeOf(asked);
  if (place === null) return brokenPage(asked, 'is no listing of the archive', `give one like ${listingOf('urq')}`);
  const page = openSitePage(text);
  if (page.kind === 'broken') return page;
  page.read(page.pick('div', '#bl-left'));

  const records = new Map<string, GameRecord>();
  const left: string[] = [];
  for (const paragraph of page.pick('p')) {
    const record = readParagraph(page, paragraph, platforms[place.listing] ?? null, left);
    if (record === null) continue;
    if (records.has(record.key)) left.push(line(`${record.key}: named twice, the later row stands`, 80));
    records.set(record.key, record);
  }
  if (records.size === 0) return brokenPage(url, 'has no row of a game (<p><b><a>"TITLE"</a></b>)');
  if (!place.file) {
    return { kind: 'records', records: [...records.values()], unread: atMost([...page.unread(), ...left], 49) };
  }
  const record = records.get(place.key);
  if (record) return { kind: 'records', records: [record], unread: [] };
  return brokenPage(
    listingOf(place.listing),
    `has no row of the file ${line(place.key, 150)}`,
    'look whether it is gone',
  );
}

/**
 * `<p><b><a href="urq/fox.zip">"TITLE" INFO</a></b> (10 Кб) <b>[PLATFORMS]</b>`; null when it is no row. Files lie at the
 * archive; what lies elsewhere is known by its whole address, for one page may hold many games.
 */
function readParagraph(
  { read }: SitePage,
  paragraph: PageElement,
  platform: string | null,
  left: string[],
): GameRecord | null {
  const [first, ...parts] = childElements(paragraph);
  const main = first && isBold(first) ? childElements(first).find(({ name }) => name === 'a') : undefined;
  const row = main ? readRow(label(shortTextOf([main]), 1000)) : null;
  const address = row && webLink(main?.attribs.href, home);
  if (row === null || address === null) return null;
  const place = placeOf(address);
  const url = place ? withoutFragment(address) : address;
  const key = place?.key ?? address.replace(/^https?:\/\//, '');
  const bold = parts.filter(isBold);
  const brackets = bold.flatMap((node) => /^\[([^[\]]*)\]$/.exec(line(shortTextOf([node]), 300))?.[1] ?? []);
  const others = [...parts, ...bold.flatMap(childElements)].filter(({ name }) => name === 'a');
  const inBrackets = brackets.flatMap((names) => names.split(',')).map((name) => label(name, 100));
  const names = [platform ?? '', ...row.platforms, ...inBrackets].filter(Boolean);
  read([paragraph]);
  left.push(...row.unread.map((piece) => line(`${key}: ${piece}`, 80)));
  return leaveOutEmpty({
    source: rilarhiv.name,
    url,
    key,
    title: row.title,
    releaseDate: row.year,
    credits: row.authors.map((name) => ({ role: 'author', name })),
    tags: [
      ...[...new Set(names)].map((name) => ({ category: 'platform' as const, name })),
      ...(row.isDemo ? [{ category: 'state' as const, slug: 'demo' }] : []),
    ],
    urls: uniqueLinks([
      place ? { category: 'download_direct', url, description: 'Скачать с РилАрхива' } : categorise({ url }),
      ...others.map((link) => {
        const description = label(shortTextOf([link])).replace(/^\((.*)\)$/, '$1');
        return categorise({ url: link.attribs.href ?? '', base: home, description });
      }),
    ]),
  });
}

const isBold = ({ name }: PageElement) => name === 'b' || name === 'strong';
