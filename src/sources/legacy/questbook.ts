/** quest-book.ru as the old importer read it (contract §6). */
import { categoriseGameUrl } from './categorise-legacy-url.ts';
import { htmlToText } from './html-to-text.ts';
import type { LegacyAuthor, LegacyReading, LegacySource, LegacyUrl } from './legacy-record.ts';
import { walkListings } from './numbered-walk.ts';
import { attributeIn, between, linksByAddress, tagsOf, upTo } from './page-text.ts';
import { dayOf, unescapeEntities } from './python-text.ts';
import { joinUrl } from './url-parts.ts';

const listing = (index: number) => `https://quest-book.ru/online/?s=${10 * index + 1}`;
const months = 'Янв Фев Мар Апр Май Июн Июл Авг Сен Окт Ноя Дек'.split(' ');

export const legacyQuestbook: LegacySource = {
  name: 'questbook',
  claims: (url) => /^https?:\/\/quest-book\.ru\/online\/view\//.test(url),
  read,
  listing: listing(0),
  list: (lookUp) => walkListings(listing, gamesIn, lookUp),
};

const gamesIn = (text: string) =>
  tagsOf(text, 'a').flatMap(({ inside }) => {
    const address = attributeIn(inside, 'href');
    const isGame = address?.value.startsWith('view/') && address.after === '';
    return isGame ? `https://quest-book.ru/online/${address?.value}` : [];
  });

function read(url: string, text: string): LegacyReading {
  const title = between(text, '<h2 class="mt-1">', '</h2>');
  if (!title) return { error: 'NOT_A_GAME_PAGE' };
  const block = between(text, '<div class="card-body">', '<!--MESSAGE-BODY-END-->')?.text ?? '';
  const date = dateIn(block);
  const author = authorIn(url, text);
  if (date === 'failed' || author === 'failed') return { error: 'PARSE_FAILED' };

  const summary = cellAfter(text, '<td class="text-left">Краткое описание</td>');
  const post = between(block, '<div class="postbody">', '</div');
  const description = [
    summary !== null && !summary.includes('<') ? unescapeEntities(summary) : '',
    post ? htmlToText(post.text) : '',
  ]
    .filter(Boolean)
    .join('\n\n');
  const categories = namesIn(cellAfter(text, '<td class="text-left">Категории</td>') ?? '');
  return {
    priority: 51,
    title: unescapeEntities(title.text),
    ...(description && { desc: description, description_attributions: ['quest-book.ru'] }),
    ...(date && { release_date: date }),
    authors: author ? [author] : [],
    tags: [
      { cat_slug: 'platform', tag: 'Questbook' },
      ...categories.map((name) => ({ cat_slug: 'tag', tag: unescapeEntities(name) })),
    ],
    urls: [
      { urlcat_slug: 'game_page', description: 'Страница на квестбуке', url },
      ...posterIn(url, text),
      ...linksIn(url, text),
    ],
  };
}

/** What stands in the cell that follows a cell. */
function cellAfter(text: string, label: string): string | null {
  const at = text.indexOf(label);
  if (at < 0) return null;
  const cell = /^\s{0,1000}<td(?:\s[^<>]{0,1000})?>/.exec(text.slice(at + label.length, at + label.length + 3000));
  return cell ? (upTo(text, '</td>', at + label.length + cell[0].length)?.text ?? null) : null;
}

/** Texts that end a link, white space before them left out. */
const namesIn = (cell: string) => Array.from(cell.matchAll(/>([^<>]+)<\/a>/g), (match) => (match[1] ?? '').trimStart());

function authorIn(url: string, text: string): LegacyAuthor | 'failed' | null {
  const cell = cellAfter(text, '<td class="text-left" style="width: 35%">Автор</td>');
  if (cell === null) return null;
  const [name] = namesIn(cell);
  const profile = linksByAddress(cell).find((link) => link.text === 'все сторигеймы автора');
  if (!name || !profile) return 'failed';
  return {
    role_slug: 'author',
    name: unescapeEntities(name),
    url: joinUrl(url, profile.href),
    urldesc: 'Страница автора на quest-book.ru',
  };
}

function dateIn(block: string): string | 'failed' | null {
  const clock = /<i class="fal fa-clock"><\/i> <small>[\p{L}]{2} ([\p{L}]{3}) (\d\d), (\d{4}) \d\d:\d\d/u.exec(block);
  if (!clock) return null;
  const [, month = '', day = '', year = ''] = clock;
  return dayOf(year, String(months.indexOf(month) + 1), day) ?? 'failed';
}

function posterIn(url: string, text: string): LegacyUrl[] {
  const poster = between(text, '<meta property="og:image" content="', '"');
  if (!poster) return [];
  return [categoriseGameUrl({ url: poster.text, base: url, description: 'Обложка', forced: 'poster' })];
}

/** Buttons that say what can be done: Играть, Скачать. */
function linksIn(url: string, text: string): LegacyUrl[] {
  const links: LegacyUrl[] = [];
  let last = 0;
  for (const { inside, start, end } of tagsOf(text, 'a')) {
    const address = start < last ? null : attributeIn(inside, 'href');
    if (!address || !/^ class="btn[^"]*" $/.test(address.before) || address.after !== '') continue;
    const words = upTo(text, '</a>', end);
    if (!words) break;
    if (words.text.endsWith('ать')) links.push(categoriseGameUrl({ url: address.value, base: url }));
    last = words.end;
  }
  return links;
}
