/**
 * qsp.su: games for QSP in a Joomla catalogue (SOBI2). A page is a table `sobi2Details` of fields with a name each, and a
 * footer with the day the game was added. Written by docs of the importer we replace; recordings confirm addresses only.
 */
import type { Credit, GameUrl, Role, Tag } from '../domain/record.ts';
import type { Extraction, Page, Source } from '../domain/source.ts';
import { withoutFragment } from './reading/address-parts.ts';
import { brokenPage } from './reading/broken-page.ts';
import { edtf } from './reading/dates.ts';
import { type HtmlNode, textOf } from './reading/html.ts';
import { leaveOutEmpty } from './reading/leave-out-empty.ts';
import { type NumberedListing, readNumberedListing } from './reading/numbered-listing.ts';
import { elementsIn, openSitePage, type PageElement, type SitePage } from './reading/page-elements.ts';
import { categoriseButton, withoutOtherGames } from './reading/page-links.ts';
import { shortTextOf } from './reading/short-text.ts';
import { label, line } from './reading/text.ts';
import { textInLanguage } from './reading/text-in-language.ts';
import { categorise, uniqueLinks } from './reading/url-category.ts';

/** `index.php?option=com_sobi2&…&sobi2Id=77`; other tasks than to show a game (a download, a form) are no page. */
function keyOf(url: string): string | null {
  const parsed = /^https?:\/\/(?:www\.)?qsp\.su\/index\.php\?/.test(url) ? URL.parse(url) : null;
  const values = parsed?.searchParams;
  const shows = values?.get('option') === 'com_sobi2' && /^(sobi2Details)?$/.test(values.get('sobi2Task') ?? '');
  const id = shows ? /^0*(\d{1,12})$/.exec(values?.get('sobi2Id') ?? '')?.[1] : undefined;
  return id === undefined ? null : `sobi2id=${id}`;
}

export const qsp: Source = {
  name: 'qsp',
  title: 'QSP',
  homepage: 'http://qsp.su/',
  rank: 40,
  hostDelayMs: 1000,
  provenBy: null,
  claims: (url) => keyOf(url) !== null,
  key: (url) => keyOf(url) ?? url,
  seeds: () => [{ as: 'listing', url: listing.address(0) }],
  list: (page) => readNumberedListing(listing, page),
  extract,
};

const listing: NumberedListing = {
  links: 'h3 > a',
  site: qsp,
  address: (number) => `http://qsp.su/index.php?option=com_sobi2&Itemid=55&limitstart=${number}`,
  number: /[?&]limitstart=(\d{1,6})/,
  first: 0,
  step: 10,
  most: 300,
};

function extract({ url, text }: Page): Extraction {
  const key = keyOf(url);
  if (key === null) return brokenPage(url, 'is no page of a game', 'give an address with option=com_sobi2 and sobi2Id');
  const page = openSitePage(text);
  if (page.kind === 'broken') return page;
  const { pick, read } = page;

  const [table] = pick('table', '.sobi2Details');
  if (!table) return brokenPage(url, 'has no table of a game (table.sobi2Details)');
  const title = label(textOf(read(elementsIn([table], 'h1').slice(0, 1))));
  if (title === '') return brokenPage(url, 'has no title (<h1>)', 'look whether the game is gone');

  const own = withoutFragment(url);
  const fields = readFields(page, table);
  const footer = pick('table', '.sobi2DetailsFooter').slice(0, 1);
  const [, added = ''] = /Добавлено:\s*([\d.]{8,10})/.exec(line(textOf(footer))) ?? [];
  const date = edtf(added);
  if (date !== null) read(footer);
  const cover = pick('img', 'table.sobi2Details .sobi2DetailsImage')[0]?.attribs.src ?? '';
  const record = leaveOutEmpty({
    source: qsp.name,
    url: own,
    key,
    title,
    descriptions: textInLanguage(fields.get('description') ?? [], own),
    releaseDate: date ?? undefined,
    credits: [...credits('author', fields.get('author')), ...credits('porter', fields.get('translator'))],
    tags: [{ category: 'platform', name: 'QSP' }, ...version(fields.get('version'))],
    urls: uniqueLinks([
      { category: 'game_page', url: own, description: 'Игра на qsp.ru' },
      categorise({ url: cover, base: own, forced: 'poster', description: 'Обложка' }),
      ...readLinks(page, table, own),
    ]),
    attributions: ['qsp.su'],
  });
  return { kind: 'records', records: [record], unread: page.unread() };
}

const known = new Set(['author', 'translator', 'version', 'description']);

/** `<span id="sobi2Details_field_KEY"><span class="…">Label:</span> value</span>`: the value's nodes by KEY. */
function readFields({ read }: SitePage, table: PageElement): Map<string, HtmlNode[]> {
  const fields = new Map<string, HtmlNode[]>();
  for (const span of elementsIn([table], 'span', 'div')) {
    const name = /^sobi2Details_field_(.*)$/.exec(span.attribs.id ?? '')?.[1] ?? '';
    if (!known.has(name) || fields.has(name)) continue;
    const nodes = [...span.children];
    while (nodes[0] && 'data' in nodes[0] && nodes[0].data.trim() === '') nodes.shift();
    if (nodes[0] && 'name' in nodes[0] && nodes[0].name === 'span' && /:\s*$/.test(shortTextOf([nodes[0]])))
      nodes.shift();
    fields.set(name, nodes);
    read([span]);
  }
  return fields;
}

const credits = (role: Role, nodes: HtmlNode[] = []): Credit[] =>
  textOf(nodes)
    .split(',')
    .map((name) => label(name, 200))
    .filter(Boolean)
    .map((name) => ({ role, name }));

function version(nodes: HtmlNode[] = []): Tag[] {
  const name = label(textOf(nodes), 100);
  return name ? [{ category: 'version', name }] : [];
}

/** «Файл: NAME», and the buttons «Скачать» and «Играть онлайн». */
function readLinks({ read }: SitePage, table: PageElement, base: string): (GameUrl | null)[] {
  const links = elementsIn([table], 'a');
  const files = links.filter(({ prev }) => prev !== null && 'data' in prev && /Файл:\s*$/.test(prev.data.slice(-20)));
  const buttons = links.filter(({ attribs, parent }) => attribs.title === 'download' && isHeading(parent));
  read([...buttons, ...files, ...files.flatMap(({ prev }) => prev ?? [])]);
  const toLink = (link: PageElement) => {
    return { url: link.attribs.href ?? '', base, description: label(shortTextOf([link])) };
  };
  return [
    ...files.map((link) => withoutOtherGames(categorise(toLink(link)), isHere)),
    ...buttons.map((link) => categoriseButton(toLink(link), isHere)),
  ];
}

const isHeading = (node: object | null) => node !== null && 'name' in node && node.name === 'h2';

const isHere = (url: string) => /^https?:\/\/(?:www\.)?qsp\.su\//.test(url);
