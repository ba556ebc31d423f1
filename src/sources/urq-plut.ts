/**
 * urq.plut.info, also plut.info/urq: games for URQ in Drupal. A page has its title in `h1.title`, the text in the body
 * field, and fields of links below labels. Written by docs of the importer we replace; recordings confirm addresses only.
 */
import type { Credit, Tag } from '../domain/record.ts';
import type { Extraction, Page, Source } from '../domain/source.ts';
import { decodedPath, withoutQuery } from './reading/address-parts.ts';
import { brokenPage } from './reading/broken-page.ts';
import { atMost } from './reading/count-unread.ts';
import { edtf } from './reading/dates.ts';
import { textOf } from './reading/html.ts';
import { labelledFields } from './reading/labelled-fields.ts';
import { leaveOutEmpty } from './reading/leave-out-empty.ts';
import { type NumberedListing, readNumberedListing } from './reading/numbered-listing.ts';
import { childElements, elementsIn, openSitePage, type PageElement, type SitePage } from './reading/page-elements.ts';
import { withoutOtherGames } from './reading/page-links.ts';
import { russianRole } from './reading/russian-roles.ts';
import { shortTextOf } from './reading/short-text.ts';
import { label, line } from './reading/text.ts';
import { textInLanguage } from './reading/text-in-language.ts';
import { categorise, uniqueLinks } from './reading/url-category.ts';
import { webLink } from './reading/web-link.ts';

const site = /^https?:\/\/(?:(?:www\.)?urq\.plut\.info\/|(?:www\.)?plut\.info\/urq\/)([^?#]*)/;

/** Listings and the services of Drupal; any other path of one part may be the name of a game. */
const notGames = new Set(
  `admin articles avtor avtory batch blog blogs books comment comments contact contacts faq file files filter forum forums
  games genre help image index.php includes links misc modules news node platforma platform poll profiles rss scripts search
  sitemap sites soft system tags taxonomy themes tracker user users zhanr strana status`.split(/\s+/),
);

/** `node/55`, or a name; a dot is for files, `rss.xml`. */
function keyOf(url: string): string | null {
  const path = (site.exec(url)?.[1] ?? '').replace(/\/+$/, '');
  const node = /^node\/0*(\d{1,12})$/.exec(path)?.[1];
  if (node !== undefined) return `node/${node}`;
  return /^[^/.]{1,200}$/.test(path) && !notGames.has(path.toLowerCase()) ? decodedPath(path) : null;
}

export const urqPlut: Source = {
  name: 'urq-plut',
  title: 'Плут',
  homepage: 'http://urq.plut.info/',
  rank: 50,
  hostDelayMs: 1500,
  provenBy: null,
  claims: (url) => keyOf(url) !== null,
  key: (url) => keyOf(url) ?? url,
  seeds: () => [{ as: 'listing', url: listing.address(0) }],
  list: (page) => readNumberedListing(listing, page),
  extract,
};

const listing: NumberedListing = {
  links: 'td.views-field-title a',
  site: urqPlut,
  address: (number) => `http://urq.plut.info/games?page=${number}`,
  number: /[?&]page=(\d{1,6})/,
  first: 0,
  step: 1,
  most: 200,
  ignore: 'th, td.views-field, ul.pager',
};

function extract({ url, text }: Page): Extraction {
  const key = keyOf(url);
  if (key === null) return brokenPage(url, 'is no page of a game', 'give an address like urq.plut.info/node/55');
  const page = openSitePage(text);
  if (page.kind === 'broken') return page;
  const { pick, read } = page;
  read(pick('div', '#comments, .breadcrumb'));
  // Addresses of mails are scrambled anew with every visit: the page would change for ever.
  for (const { attribs } of pick('a', '[href*="/cdn-cgi/l/email-protection"]')) delete attribs.href;

  const title = label(textOf(read(pick('h1', '.title').slice(0, 1))));
  if (title === '') return brokenPage(url, 'has no title (<h1 class="title">)', 'look whether the game is gone');

  const own = withoutQuery(url);
  const body = read(pick('div', '.field-name-body .field-items').slice(0, 1));
  const fields = readFields(page, own);
  const files = elementsIn(read(pick('span', 'td .file')), 'a');
  if (!key.startsWith('node/') && fields.count + files.length === 0) {
    return brokenPage(
      url,
      'has a title but nothing of a game (fields, files)',
      'it is probably an article, leave it out',
    );
  }
  const date = edtf(readCreated(page).slice(0, 10));
  const record = leaveOutEmpty({
    source: urqPlut.name,
    url: own,
    key,
    title,
    descriptions: textInLanguage(body, own),
    releaseDate: date ?? undefined,
    credits: fields.credits,
    tags: fields.tags,
    urls: uniqueLinks([
      { category: 'game_page', url: own, description: 'Страница на плуте' },
      ...files.map((link) =>
        categorise({
          url: link.attribs.href ?? '',
          base: own,
          forced: 'download_direct',
          description: label(shortTextOf([link])),
        }),
      ),
      ...elementsIn(body, 'a')
        .map((link) => categorise({ url: link.attribs.href ?? '', base: own, description: label(shortTextOf([link])) }))
        .map((link) => (link && keyOf(link.url) === key ? null : withoutOtherGames(link, (to) => site.test(to)))),
    ]),
    attributions: ['urq.plut.info'],
  });
  return { kind: 'records', records: [record], unread: atMost([...page.unread(), ...fields.unknown], 49) };
}

const states = new Map([
  ['ббета', 'beta'],
  ['бета', 'beta'],
  ['готовая', 'released'],
  ['демо', 'demo'],
  ['в разработке', 'in_dev'],
]);

/** When the page was written: the first date in or after the main block; those before it are of other pages. */
function readCreated({ elements, read }: SitePage): string {
  const main = elements.findIndex(({ attribs }) => attribs.id === 'block-system-main');
  const created = elements.find(({ attribs }, at) => at > main && /\bdc:created\b/.test(attribs.property ?? ''));
  if (main < 0 || !created) return '';
  read([created]);
  return created.attribs.content ?? '';
}

type Fields = { count: number; credits: Credit[]; tags: Tag[]; unknown: string[] };

/** `<div class="field-label">Жанр:</div>` and the links in the element after it; without links, its items. */
function readFields(page: SitePage, base: string): Fields {
  const { pick, read } = page;
  const found: Fields = { count: 0, credits: [], tags: [], unknown: [] };
  const labels = pick('div', '.field-label');
  for (const field of labelledFields(labels)) {
    if (isLabel(field.value)) continue;
    const links = elementsIn([field.value], 'a');
    const items = links.length > 0 ? links : childElements(field.value);
    const values = items
      .map((item) => ({ item, text: label(shortTextOf([item]), 200) }))
      .filter(({ text }) => text !== '');
    const role = russianRole(field.name);
    const toTag = tagsOf.get(field.name);
    if (role !== null) found.credits.push(...values.map(({ item, text }) => credit(role, text, item, base)));
    else if (field.name === 'Статус') readStates(values, found);
    else if (toTag !== undefined) found.tags.push(...values.map(({ text }) => toTag(text)));
    else continue;
    found.count += 1;
    read([field.label, field.value]);
  }
  return found;
}

const isLabel = ({ attribs }: PageElement) => /\bfield-label\b/.test(attribs.class ?? '');

const tagsOf = new Map<string, (text: string) => Tag>([
  ['Платформа', (name) => ({ category: 'platform', name })],
  ['Страна', (name) => ({ category: 'country', name: name.slice(0, 1).toUpperCase() + name.slice(1).toLowerCase() })],
  ['Жанр', (name) => ({ category: 'tag', name: name.toLowerCase() })],
]);

function readStates(values: { text: string }[], { tags, unknown }: Fields): void {
  for (const { text } of values) {
    const slug = states.get(text.toLowerCase());
    if (slug !== undefined) tags.push({ category: 'state', slug });
    else unknown.push(line(`Статус: ${text}`, 80));
  }
}

function credit(role: Credit['role'], name: string, item: PageElement, base: string): Credit {
  const url = webLink(item.attribs.href, base);
  return { role, name, ...(url && { url }) };
}
