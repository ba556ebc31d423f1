/**
 * quest-book.ru: games in the engine of a forum. A page has its title in `h2.mt-1`, facts in table rows, the text in the
 * first post, and buttons to play or download. Written by docs of the importer we replace; no recorded page confirms it.
 */
import type { Credit, Description, Tag } from '../domain/record.ts';
import type { Extraction, Page, Source } from '../domain/source.ts';
import { decodedPath, withoutQuery } from './reading/address-parts.ts';
import { brokenPage } from './reading/broken-page.ts';
import { edtf } from './reading/dates.ts';
import { textOf } from './reading/html.ts';
import { fieldNamed, type LabelledField, labelledFields } from './reading/labelled-fields.ts';
import { guessLanguage } from './reading/languages.ts';
import { leaveOutEmpty } from './reading/leave-out-empty.ts';
import { nodesToMarkdown, plainToMarkdown } from './reading/markdown.ts';
import { type NumberedListing, readNumberedListing } from './reading/numbered-listing.ts';
import { elementsIn, nextElement, openSitePage, type PageElement, type SitePage } from './reading/page-elements.ts';
import { categoriseButton } from './reading/page-links.ts';
import { shortTextOf } from './reading/short-text.ts';
import { label, line } from './reading/text.ts';
import { categorise, uniqueLinks } from './reading/url-category.ts';
import { webLink } from './reading/web-link.ts';

const form = /^https?:\/\/(?:www\.)?quest-book\.ru\/online\/view\/([^/?#]{1,200})(?:[/?#]|$)/;
const site = /^https?:\/\/(?:www\.)?quest-book\.ru\//;
const keyOf = (url: string) => decodedPath(form.exec(url)?.[1] ?? '') || null;

export const questBook: Source = {
  name: 'quest-book',
  title: 'Квестбук',
  homepage: 'https://quest-book.ru/',
  rank: 51,
  hostDelayMs: 1000,
  provenBy: null,
  claims: (url) => keyOf(url) !== null,
  key: (url) => keyOf(url) ?? url,
  seeds: () => [{ as: 'listing', url: listing.address(1) }],
  list: (page) => readNumberedListing(listing, page),
  extract,
};

const listing: NumberedListing = {
  links: '[href*="view/"]',
  site: questBook,
  address: (number) => `https://quest-book.ru/online/?s=${number}`,
  number: /[?&]s=(\d{1,6})/,
  first: 1,
  step: 10,
  most: 500,
};

function extract({ url, text }: Page): Extraction {
  const key = keyOf(url);
  if (key === null) return brokenPage(url, 'is no page of a game', 'give an address like /online/view/NAME');
  const page = openSitePage(text);
  if (page.kind === 'broken') return page;
  const { pick, read } = page;

  const title = label(textOf(read(pick('h2', '.mt-1').slice(0, 1))));
  if (title === '')
    return brokenPage(url, 'has no title (<h2 class="mt-1">)', 'look whether the game is gone or hidden');

  const own = withoutQuery(url);
  const fields = labelledFields(pick('td', '.text-left').filter(isNotIn(pick('td', '.postbody td'))));
  const cover = pick('meta', '[property="og:image"]')[0]?.attribs.content ?? '';
  const buttons = pick('a', '.btn[href]').filter((button) => /ать$/.test(line(shortTextOf([button]))));
  const record = leaveOutEmpty({
    source: questBook.name,
    url: own,
    key,
    title,
    descriptions: readTexts(page, fields, own),
    releaseDate: readDate(page) ?? undefined,
    credits: readAuthor(page, fields, own),
    tags: [{ category: 'platform', name: 'Questbook' }, ...readCategories(page, fields)],
    urls: uniqueLinks([
      { category: 'game_page', url: own, description: 'Страница на квестбуке' },
      categorise({ url: cover, base: own, forced: 'poster', description: 'Обложка' }),
      ...read(buttons).map((button) => {
        const link = { url: button.attribs.href ?? '', base: own, description: shortTextOf([button]) };
        return categoriseButton(link, (to) => site.test(to));
      }),
    ]),
    attributions: ['quest-book.ru'],
  });
  return { kind: 'records', records: [record], unread: page.unread() };
}

const isNotIn = (others: PageElement[]) => {
  const these = new Set(others);
  return (element: PageElement) => !these.has(element);
};

/** The abstract, then the first post. */
function readTexts({ pick, read }: SitePage, fields: LabelledField[], base: string): Description[] {
  const abstract = fieldNamed(fields, 'Краткое описание');
  if (abstract) read([abstract.label, abstract.value]);
  const words = abstract ? textOf([abstract.value]) : '';
  const post = read(pick('div', '.card-body .postbody').slice(0, 1));
  const text = [plainToMarkdown(words), nodesToMarkdown(post, base)].filter(Boolean).join('\n\n');
  return text ? [{ language: guessLanguage(words + textOf(post)), text }] : [];
}

/** When the first post was written: `Пн Фев 09, 2015 10:20`. */
function readDate({ pick, read }: SitePage): string | null {
  const [clock] = pick('i', '.card-body .fa-clock');
  const small = clock && nextElement(clock);
  const written = small?.name === 'small' ? [small] : [];
  const [, day = ''] = /^\p{L}{2,3},? (\p{L}{3,9}\.? \d{1,2}, \d{4})\b/u.exec(line(shortTextOf(written), 60)) ?? [];
  const date = edtf(day);
  if (date !== null) read(written);
  return date;
}

/** The cell names the author and links to all their games; whose profile it is, is the site's own affair. */
function readAuthor({ read }: SitePage, fields: LabelledField[], base: string): Credit[] {
  const field = fieldNamed(fields, 'Автор');
  if (!field) return [];
  const links = elementsIn([field.value], 'a');
  const all = links.find((link) => /^все сторигеймы автора$/i.test(line(shortTextOf([link]))));
  const first = links.find((link) => link !== all && line(shortTextOf([link])) !== '');
  const name = label(textOf(read([first ?? field.value])), 200);
  read([field.label, ...(all ? [all] : [])]);
  const url = all ? webLink(all.attribs.href, base) : null;
  return name ? [{ role: 'author', name, ...(url && { url }) }] : [];
}

function readCategories({ read }: SitePage, fields: LabelledField[]): Tag[] {
  const field = fieldNamed(fields, 'Категории');
  if (!field) return [];
  read([field.label]);
  const names = read(elementsIn([field.value], 'a')).map((link) => label(shortTextOf([link]), 200));
  return [...new Set(names)].filter(Boolean).map((name) => ({ category: 'tag', name }));
}
