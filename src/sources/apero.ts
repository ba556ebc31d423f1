/**
 * apero.ru: games played on the site itself, by members who have pages of their own. Facts stand in a list of terms with
 * schema.org marks. Written by docs of the importer we replace; no recorded page confirms it.
 */
import type { Credit, Description } from '../domain/record.ts';
import type { Extraction, Page, PersonReading, Source } from '../domain/source.ts';
import { decodedPath, withoutQuery } from './reading/address-parts.ts';
import { brokenPage } from './reading/broken-page.ts';
import { categorisePersonUrl } from './reading/categorise-person-url.ts';
import { edtf } from './reading/dates.ts';
import { textOf } from './reading/html.ts';
import { fieldNamed, labelledFields } from './reading/labelled-fields.ts';
import { leaveOutEmpty } from './reading/leave-out-empty.ts';
import { type NumberedListing, readNumberedListing } from './reading/numbered-listing.ts';
import { childElements, elementsIn, openSitePage, type SitePage } from './reading/page-elements.ts';
import { shortTextOf } from './reading/short-text.ts';
import { label } from './reading/text.ts';
import { textInLanguage } from './reading/text-in-language.ts';
import { categorise, uniqueLinks } from './reading/url-category.ts';
import { webLink } from './reading/web-link.ts';

const site = /^https?:\/\/(?:www\.)?apero\.ru\/([^?#]+)/i;
const games = 'Текстовые-игры';
const members = 'Участники';
const catalogue = 'Каталог';

/** Cyrillic stands in these addresses as it is or percent-encoded: what follows the folder, decoded. */
function nameIn(folder: string, url: string): string | null {
  const [first, ...rest] = (site.exec(url)?.[1] ?? '').split('/').map(decodedPath);
  const name = rest.join('/').replace(/\/+$/, '');
  return first === folder && name !== '' ? name : null;
}

function gameOf(url: string): string | null {
  const name = nameIn(games, url);
  return name === null || name === catalogue || name.startsWith(`${catalogue}/`) ? null : name;
}

export const apero: Source = {
  name: 'apero',
  title: 'Аперо',
  homepage: 'https://apero.ru/',
  rank: 49,
  hostDelayMs: 1000,
  provenBy: null,
  familiar: ['play_online', 'game_page'],
  claims: (url) => gameOf(url) !== null,
  key: (url) => gameOf(url) ?? url,
  request: (url) => ({ url: ownAddress(url) }),
  seeds: () => [{ as: 'listing', url: listing.address(1) }],
  list: (page) => readNumberedListing(listing, page),
  extract,
  people: {
    claims: (url) => nameIn(members, url) !== null,
    key: (url) => nameIn(members, url) ?? url,
    request: (url) => ({ url: ownAddress(url) }),
    extract: extractMember,
  },
};

const listing: NumberedListing = {
  links: 'h2 > a',
  site: apero,
  address: (number) => `https://apero.ru/${encodeURI(`${games}/${catalogue}`)}/${number}`,
  number: /\/(\d{1,6})\/?(?:[?#]|$)/,
  first: 1,
  step: 1,
  most: 500,
  last({ elements, read }) {
    const numbers = read(elements.filter(({ attribs }) => attribs['data-page'] !== undefined));
    return numbers.reduce((most, { attribs }) => Math.max(most, pageNumber(attribs['data-page'])), 1);
  },
};

const pageNumber = (written = '') => (/^\d{1,4}$/.test(written) ? Number(written) : 0);

function extract({ url, text }: Page): Extraction {
  const key = gameOf(url);
  if (key === null) return brokenPage(url, 'is no page of a game', `give an address like /${games}/NAME`);
  const page = openSitePage(text);
  if (page.kind === 'broken') return page;
  const { pick, read } = page;

  const title = label(textOf(read(pick('div', 'dd[itemprop="name"] > div').slice(0, 1))));
  if (title === '') return brokenPage(url, 'has no title (dd[itemprop=name] div)', 'look whether the game is gone');

  const own = ownAddress(url);
  const authors = read(pick('a', '[itemprop="author"]'));
  const cover = pick('img', '[itemprop="image"]')[0]?.attribs.src;
  const record = leaveOutEmpty({
    source: apero.name,
    url: own,
    key,
    title,
    descriptions: readText(page, 'Описание', own),
    releaseDate: edtf(pick('meta', '[itemprop="datePublished"]')[0]?.attribs.content ?? '') ?? undefined,
    credits: authors
      .map((author) => label(shortTextOf([author]), 200))
      .filter(Boolean)
      .map(credit),
    tags: [{ category: 'platform', name: 'Аперо' }],
    urls: uniqueLinks([
      { category: 'play_online', url: own, description: 'Играть онлайн' },
      isPlaceholder(cover, own)
        ? null
        : categorise({ url: cover ?? '', base: own, forced: 'poster', description: 'Обложка' }),
    ]),
    attributions: ['apero.ru'],
  });
  return { kind: 'records', records: [record], unread: page.unread() };
}

/** A member's page: a text about themselves, an avatar. A page with neither is taken for another one. */
function extractMember({ url, text }: Page): PersonReading {
  const name = label(nameIn(members, url) ?? '', 200);
  if (name === '') return brokenPage(url, 'is no page of a member', `give an address like /${members}/NAME`);
  const page = openSitePage(text);
  if (page.kind === 'broken') return page;
  const { pick } = page;

  const own = ownAddress(url);
  const about = fieldNamed(labelledFields(pick('dt')), 'О себе');
  const [avatar] = pick('img', '.img-circle');
  if (!about && !avatar) return brokenPage(url, 'has neither «О себе» nor a picture (img.img-circle)');
  const [biography] = readText(page, 'О себе', own);
  const links = about ? elementsIn([about.value], 'a') : [];
  const picture = avatar?.attribs.src;
  const urls = [
    categorisePersonUrl({ url: own, forced: 'other_site', description: 'Страница на Аперо' }),
    isPlaceholder(picture, own)
      ? null
      : categorisePersonUrl({ url: picture ?? '', base: own, forced: 'avatar', description: 'Изображение' }),
    ...links.map((link) =>
      categorisePersonUrl({ url: link.attribs.href ?? '', base: own, description: shortTextOf([link]) }),
    ),
  ].filter((link) => link !== null);
  return {
    kind: 'person',
    person: {
      source: apero.name,
      url: own,
      key: nameIn(members, url) ?? url,
      name,
      ...(biography && { biography }),
      urls,
      attributions: ['apero.ru'],
    },
    unread: page.unread(),
  };
}

/** `<dt>Описание:</dt><dd><div>…</div></dd>`; unclosed cells swallow what follows, hence the inner `<div>` first. */
function readText({ pick, read }: SitePage, name: string, base: string): Description[] {
  const field = fieldNamed(labelledFields(pick('dt')), name);
  if (!field) return [];
  const inner = childElements(field.value)
    .filter((child) => child.name === 'div')
    .slice(0, 1);
  return textInLanguage(read([field.label, ...(inner.length > 0 ? inner : [field.value])]).slice(1), base);
}

/** The site's own stand-in for a picture that is not there. */
function isPlaceholder(picture: string | undefined, base: string): boolean {
  const address = webLink(picture, base)?.replace(/^https?:\/\/(www\.)?/, '');
  return address === 'apero.ru/public/img/games/game.png' || address === 'apero.ru/public/img/members/avatar.jpg';
}

/** The page of an author is that of the member with this name, whatever the link says. */
const credit = (name: string): Credit => ({
  role: 'author',
  name,
  url: `http://apero.ru/${encodeURIComponent(members)}/${encodedName(name)}`,
});

/** As the importer before us wrote it, so that addresses stay equal; only what would end the path is encoded too. */
const encodedName = (name: string) =>
  encodeURIComponent(name)
    .replace(/%(?:2B|3D|26|3A|40|3B|24)/g, decodeURIComponent)
    .replace(/'/g, '%27');

/** The page's address, percent-encoded, without parameters. */
function ownAddress(url: string): string {
  return webLink(withoutQuery(url))?.replace(/\/+$/, '') ?? url;
}
