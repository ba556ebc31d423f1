/**
 * instead-games.ru: games for the INSTEAD interpreter. Two XML lists name the pages; a page has its title in the first
 * `<h2>`, the text in `div.gamedsc`, pictures in `#screenshots`, and people, date and links in `#panel`.
 */
import type { Credit, GameUrl, Tag } from '../domain/record.ts';
import type { Extraction, Listing, Page, Source } from '../domain/source.ts';
import { atMost } from './reading/count-unread.ts';
import { edtf } from './reading/dates.ts';
import { type HtmlNode, type OpenPage, openPage, textOf } from './reading/html.ts';
import { guessLanguage } from './reading/languages.ts';
import { leaveOutEmpty } from './reading/leave-out-empty.ts';
import { nodesToMarkdown } from './reading/markdown.ts';
import { personName } from './reading/names.ts';
import { cut, label, line } from './reading/text.ts';
import { categorise, uniqueLinks } from './reading/url-category.ts';
import { webLink } from './reading/web-link.ts';
import { readXmlList } from './reading/xml.ts';

const form = /^https?:\/\/(?:www\.)?instead-games\.ru\/game\.php\?ID=0*(\d{1,12})(?!\d)/;
const ownSite = /^https?:\/\/(?:www\.)?instead-games\.ru\//;
const keyOf = (url: string) => form.exec(url)?.[1] ?? null;

export const insteadGames: Source = {
  name: 'instead-games',
  title: 'INSTEAD games',
  homepage: 'http://instead-games.ru/',
  rank: 80,
  hostDelayMs: 1000,
  provenBy: 'recorded/instead-games (the lists; pages by the contract)',
  claims: (url) => keyOf(url) !== null,
  key: (url) => keyOf(url) ?? url,
  seeds: () => [
    { as: 'listing', url: 'http://instead-games.ru/xml.php' },
    { as: 'listing', url: 'http://instead-games.ru/xml.php?approved=0' },
  ],
  list,
  extract,
};

/** `<game_list><game><title/><descurl/>…</game></game_list>`; a game in two languages stands there twice with one page. */
function list({ url, text }: Page): Listing {
  const advice = 'open it in a browser: the site may be down or have changed its format';
  const reading = readXmlList(text, 'game_list', 'game');
  if (reading.kind === 'broken') return { kind: 'broken', reason: `The list ${url} ${reading.reason}: ${advice}.` };
  const pages = new Map<string, string>();
  const foreign: string[] = [];
  for (const game of reading.items) {
    game.ignore('name', 'version', 'url', 'size', 'lang');
    const title = line(game.text('title') ?? 'without title', 40);
    const written = [game.text('descurl') ?? game.list('descurl')].flat().map(String);
    for (const each of written) {
      const address = webLink(each, url);
      const key = keyOf(address ?? '');
      if (address !== null && key !== null) pages.set(key, pages.get(key) ?? address);
      else foreign.push(cut(line(`game ${title}: not a page of this site: ${each}`), 80));
    }
    if (written.length === 0) foreign.push(`game ${title}: names no page`);
  }
  if (pages.size === 0) {
    return { kind: 'broken', reason: `The list ${url} names no game of ${insteadGames.homepage}: ${advice}.` };
  }
  return { kind: 'listed', pages: [...pages.values()], next: [], unread: atMost([...reading.unread(), ...foreign]) };
}

function extract({ url, text }: Page): Extraction {
  const key = keyOf(url);
  if (key === null) return broken(url, 'is no page of a game', 'give an address like game.php?ID=42');
  const page = openPage(text);
  if (page.kind === 'broken') return page;
  const { $, read } = page;
  page.ignore('header', 'nav', 'footer', 'form', '#header', '#menu', '#footer');

  const heading = label(textOf(read($('h2').first())));
  const title = heading.replace(/^\[URQ\] /, '');
  if (title === '') return broken(url, 'has no title (<h2>)', 'look whether the game is gone or the layout changed');

  const own = url.replace(/(ID=\d+).*$/s, '$1');
  const description = nodesToMarkdown(read($('div.gamedsc').first()), own);
  const pictures = read($('#screenshots').first()).find('img.border[src]').toArray();
  const panel = readPanel(page, own);
  const record = leaveOutEmpty({
    source: insteadGames.name,
    url: own,
    key,
    title,
    descriptions: description ? [{ language: guessLanguage(description), text: description }] : [],
    releaseDate: panel.date,
    credits: panel.credits,
    tags: [platform('INSTEAD'), ...(heading === title ? [] : [platform('URQ')])],
    urls: uniqueLinks([
      { category: 'game_page', url: own, description: 'Страница на инстеде' },
      ...pictures.map((picture) =>
        categorise({ url: picture.attribs.src ?? '', base: own, forced: 'screenshot', description: 'Скриншот' }),
      ),
      ...panel.links,
    ]),
    attributions: ['instead-games.ru'],
  });
  return { kind: 'records', records: [record], unread: page.unread() };
}

const broken = (url: string, what: string, advice: string): Extraction => ({
  kind: 'broken',
  reason: `${url} ${what}: ${advice}.`,
});

const platform = (name: string): Tag => ({ category: 'platform', name });

type Panel = { date: string | undefined; credits: Credit[]; links: (GameUrl | null)[] };

/** The panel's lines are `<b>label</b>: value<br>`. Lines with other labels stay unread, but for their links. */
function readPanel({ $, read }: OpenPage, base: string): Panel {
  const panel = $('#panel').first();
  const found: Panel = { date: undefined, credits: [], links: [] };
  const authorLinks = new Set<HtmlNode>();
  for (const label of panel.find('b, strong')) {
    const name = line(textOf([label])).replace(/:$/, '');
    const value = restOfLine(label);
    if (/^Автор[ы]?$/.test(name)) {
      found.credits.push(...authors(value, base));
      for (const node of read([label, ...value])) authorLinks.add(node);
    }
    const date = name === 'Дата' ? edtf(line(textOf(value)).replace(/^: */, '')) : null;
    if (date !== null) {
      found.date ??= date;
      read([label, ...value]);
    }
  }
  for (const anchor of panel.find('a[href]')) {
    if (authorLinks.has(anchor)) continue;
    const link = panelLink(anchor.attribs.href, anchor.children, base);
    if (link) read([anchor]);
    if (link && keyOf(link.url) !== keyOf(base)) found.links.push(link);
  }
  return found;
}

/** Pages of the site itself (tags, sequels) are not this game's page: as such they would make one game of many. */
function panelLink(href: string | undefined, inside: HtmlNode[], base: string): GameUrl | null {
  const text = textOf(inside.filter((node) => !('name' in node && node.name === 'a')));
  const link = categorise({ url: mended(href), base, description: label(text) });
  const isOther = link?.category === 'game_page' && ownSite.test(link.url);
  return isOther ? { ...link, category: 'other' } : link;
}

/** What follows a label, up to the end of its line or the next label. */
function restOfLine(label: HtmlNode): HtmlNode[] {
  const nodes: HtmlNode[] = [];
  for (let node = label.next; node !== null; node = node.next) {
    if ('name' in node && /^(b|strong|br|p|div|ul|table|hr)$/.test(node.name)) break;
    nodes.push(node);
  }
  return nodes;
}

function authors(value: HtmlNode[], base: string): Credit[] {
  const addresses = new Map<string, string>();
  for (const node of value) {
    const address = 'attribs' in node ? webLink(mended(node.attribs.href), base) : null;
    if (address) addresses.set(personName(textOf([node])), address);
  }
  const names = textOf(value).replace(/^\s*:/, '').split(',');
  return names
    .map(personName)
    .filter(Boolean)
    .map((name) => {
      const url = addresses.get(name);
      return { role: 'author', name, ...(url && { url }) };
    });
}

/** The site writes some of its own addresses without `http://`. */
const mended = (href = '') => href.trim().replace(/^instead-games\.ru(?=\/)/, '');
