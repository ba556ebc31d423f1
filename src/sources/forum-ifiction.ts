/**
 * forum.ifiction.ru: topics of a forum, each about a game. Title in `h1 b span`, people in `#game_authors`; files and
 * pictures hide behind addresses that only lead on. Written by docs of the importer we replace; recordings confirm addresses only.
 */
import type { Credit, Tag } from '../domain/record.ts';
import type { Extraction, Page, Source } from '../domain/source.ts';
import { withoutFragment } from './reading/address-parts.ts';
import { brokenPage } from './reading/broken-page.ts';
import { edtf } from './reading/dates.ts';
import { type HtmlNode, textOf } from './reading/html.ts';
import { labelledLinks } from './reading/labelled-links.ts';
import { leaveOutEmpty } from './reading/leave-out-empty.ts';
import { metaRefresh } from './reading/meta-refresh.ts';
import { readNumberedListing } from './reading/numbered-listing.ts';
import { elementsIn, openSitePage, type PageElement, type SitePage } from './reading/page-elements.ts';
import { russianRole } from './reading/russian-roles.ts';
import { shortTextOf } from './reading/short-text.ts';
import { label } from './reading/text.ts';
import { textInLanguage } from './reading/text-in-language.ts';
import { categorise, type Link, uniqueLinks } from './reading/url-category.ts';
import { webLink } from './reading/web-link.ts';

const form = /^(https?:\/\/(?:www\.)?forum\.ifiction\.ru\/viewtopic\.php\?)(?:[^#]*&)?id=0*(\d{1,12})(?:[&#]|$)/;
const file = /^https?:\/\/(?:www\.)?forum\.ifiction\.ru\/file\.php/;
const keyOf = (url: string) => form.exec(url)?.[2] ?? null;
const home = 'http://forum.ifiction.ru/';
const listing = `${home}viewforum.php?id=36d`;

/** `lid` and other parameters name a place within the topic. */
const topic = (url: string) => withoutFragment(url.replace(form, '$1id=$2#'));

export const forumIfiction: Source = {
  name: 'forum-ifiction',
  title: 'Форум ifiction.ru',
  homepage: home,
  rank: 45,
  hostDelayMs: 1500,
  provenBy: null,
  claims: (url) => keyOf(url) !== null,
  key: (url) => keyOf(url) ?? url,
  request: (url) => ({ url: topic(url) }),
  beside: ({ url, text }) => {
    const page = openSitePage(text);
    return page.kind === 'broken' ? [] : [...new Set(linksOf(page, topic(url)).flatMap(({ url: to }) => redirect(to)))];
  },
  seeds: () => [{ as: 'listing', url: listing }],
  list: (page) =>
    readNumberedListing(
      { site: forumIfiction, address: () => listing, number: /$^/, first: 1, step: 1, most: 1 },
      page,
    ),
  extract,
};

const redirect = (address: string): string[] => (file.test(address) ? [address] : []);

function extract({ url, text, beside }: Page): Extraction {
  const key = keyOf(url);
  if (key === null) return brokenPage(url, 'is no topic of the forum', 'give an address like viewtopic.php?id=2100');
  const page = openSitePage(text);
  if (page.kind === 'broken') return page;
  const { pick, read } = page;
  read(pick('a', '[href^="#"]'));

  const title = label(textOf(read(pick('span', 'h1 b span').slice(0, 1))));
  const people = pick('div', '#game_authors').slice(0, 1);
  const missing = title === '' ? 'no title (h1 b span)' : people.length === 0 ? 'no people (#game_authors)' : null;
  if (missing !== null) return brokenPage(url, `has ${missing}`, 'it may be a topic about no game');

  const own = topic(url);
  const story = read(pick('div', '[align="justify"][style*="1.2em"]').slice(0, 1));
  const credits = readPeople(page, people, own);
  const record = leaveOutEmpty({
    source: forumIfiction.name,
    url: own,
    key,
    title,
    descriptions: textInLanguage(story, own),
    releaseDate: credits.year,
    credits: credits.people,
    tags: credits.platforms,
    urls: uniqueLinks([
      { category: 'game_page', url: own, description: 'Страница на ifiction.ru' },
      ...linksOf(page, own).map((link) => categorise(followed(link, beside))),
    ]),
    attributions: ['ifiction.ru'],
  });
  return { kind: 'records', records: [record], unread: page.unread() };
}

/** Where a link leads in the end; a file stays a download wherever it lies. */
function followed(link: Link, beside: Page['beside']): Link {
  if (!file.test(link.url)) return link;
  const answer = beside?.get(link.url);
  const moved = answer && !file.test(answer.url) ? answer.url : link.url;
  return { forced: 'download_direct', ...link, url: (answer && metaRefresh(answer)) ?? moved };
}

/** `border:0; padding:0px 0 0 5px;` */
const blockStyle = /^border:0;padding:0(px)?00(px)?5px/;

const isBold = (node: HtmlNode) => 'name' in node && node.name === 'b';

/** The addresses of files, poster and screenshots, absolute. */
function linksOf({ pick, read }: SitePage, base: string): Link[] {
  const block = pick('td', '[valign="top"]').find(({ attribs }) =>
    blockStyle.test((attribs.style ?? '').replace(/\s/g, '')),
  );
  const files = elementsIn(block ? [block] : [], 'a').filter(({ children }) => children.some(isBold));
  const poster = pick('img', '[style^="max-width:320px"]').slice(0, 1);
  const pictures = elementsIn(pick('div', '#screenshots').slice(0, 1), 'img');
  const at = (written: string | undefined, link: Omit<Link, 'url'>): Link[] => {
    const address = webLink(written, base);
    return address === null ? [] : [{ ...link, url: address }];
  };
  return [
    ...read(files.filter(({ attribs }) => !attribs.href?.startsWith('#'))).flatMap((link) =>
      at(link.attribs.href, { description: label(shortTextOf([link])) }),
    ),
    ...poster.flatMap(({ attribs }) => at(attribs.src, { forced: 'poster', description: 'Постер с ifiction.ru' })),
    ...pictures.flatMap(({ attribs }) =>
      at(attribs.src, { forced: 'screenshot', description: 'Скриншот с ifiction.ru' }),
    ),
  ];
}

type People = { people: Credit[]; platforms: Tag[]; year: string | undefined };

/** «Авторы: A, B · Платформа: P · Год: 2012», every value a link. Other labels stay unread. */
function readPeople({ read }: SitePage, people: PageElement[], base: string): People {
  const found: People = { people: [], platforms: [], year: undefined };
  for (const { name, link, before } of labelledLinks(people)) {
    const role = russianRole(name);
    const text = label(shortTextOf([link]), 200);
    const year = /^Год( выпуска)?$/.test(name) ? edtf(text) : null;
    if (text === '') continue;
    if (role !== null) found.people.push(credit(role, text, link, base));
    else if (name === 'Платформа' || name === 'Платформы') found.platforms.push({ category: 'platform', name: text });
    else if (year !== null) found.year ??= year;
    else continue;
    read([link, ...before]);
  }
  return found;
}

function credit(role: Credit['role'], name: string, link: HtmlNode, base: string): Credit {
  const url = 'attribs' in link ? webLink(link.attribs.href, base) : null;
  return { role, name, ...(url && { url }) };
}
