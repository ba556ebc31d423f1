/** apero.ru as the old importer read it (contract §7.1). */
import { categoriseAuthorUrl, categoriseGameUrl } from './categorise-legacy-url.ts';
import { htmlToText } from './html-to-text.ts';
import type { LegacyError, LegacyPerson, LegacyReading, LegacySource, LookUp } from './legacy-record.ts';
import { mostListings } from './numbered-walk.ts';
import { attributeIn, tagsOf, upTo } from './page-text.ts';
import { dayOf, percentDecode, quoteUrl, unescapeEntities } from './python-text.ts';

const games = quoteUrl('apero.ru/Текстовые-игры/');
const members = quoteUrl('apero.ru/Участники/');
const listing = (number: number) => `https://${games}Каталог/${number}`;

export const legacyApero: LegacySource = {
  name: 'apero',
  claims: (url) =>
    quoteUrl(url)
      .replace(/^https?:\/\//, '')
      .startsWith(games) && /^https?:/.test(url),
  read,
  listing: listing(1),
  list,
  people: { claims: (url) => memberOf(url) !== null, read: readPerson },
};

function list(lookUp: LookUp): string[] | LegacyError {
  const found = new Set<string>();
  let last = 1;
  for (let number = 1; number <= Math.min(last, mostListings); number += 1) {
    const text = lookUp(listing(number));
    if (text === null) return { error: 'FETCH_FAILED' };
    if (number === 1)
      for (const [, page] of text.matchAll(/data-page="(\d{1,9})"/g)) last = Math.max(last, Number(page));
    for (const [, address] of text.matchAll(/<h2><a href="(https?:\/\/apero\.ru\/Текстовые-игры\/[^"<>]*)">/g)) {
      found.add(quoteUrl(address ?? ''));
    }
  }
  return [...found];
}

function read(url: string, text: string): LegacyReading {
  const title = titleIn(text);
  if (title === null) return { error: 'NOT_A_GAME_PAGE' };
  const [, year, month, day] = /<meta itemprop="datePublished" content="(\d{4})-(\d\d)-(\d\d)"/.exec(text) ?? [];
  const date = year && month && day ? dayOf(year, month, day) : undefined;
  if (date === null) return { error: 'PARSE_FAILED' };

  const description = textAfter(text, '<dt>Описание:</dt>', '<dd><div>', '</div>');
  const picture = pictureIn(text);
  return {
    priority: 49,
    title: unescapeEntities(title),
    ...(description !== null && { desc: description, description_attributions: ['apero.ru'] }),
    ...(date && { release_date: date }),
    urls: [categoriseGameUrl({ url }), ...(picture === null ? [] : [categoriseGameUrl({ url: picture, base: url })])],
    authors: authorsIn(text).map((name) => ({
      role_slug: 'author',
      name,
      url: `http://${members}${quoteUrl(name)}`,
      urldesc: 'Страница автора на apero.ru',
    })),
    tags: [{ cat_slug: 'platform', tag: 'Аперо' }],
  };
}

/** Only the encoded form was known. */
function memberOf(url: string): string | null {
  const address = url.replace(/^https?:\/\//, '');
  return address !== url && address.startsWith(members) && address !== members
    ? percentDecode(address.slice(members.length))
    : null;
}

function readPerson(url: string, text: string): LegacyPerson | LegacyError {
  const name = memberOf(url);
  if (name === null) return { error: 'NOT_AN_AUTHOR_URL' };
  const about = textAfter(text, '<dt>О себе:</dt>', '<dd>', '</dd>');
  const avatar = tagsOf(text, 'img')
    .map(({ inside }) => attributeIn(inside, 'src'))
    .find((src) => src?.before === ' ' && src.after === ' class="img-circle" /')?.value;
  const hasAvatar = avatar !== undefined && avatar !== 'http://apero.ru/public/img/members/avatar.jpg';
  return {
    name,
    ...(about !== null && { bio: `${about}\n\n_(описание взято с сайта apero.ru)_` }),
    urls: [categoriseAuthorUrl({ url }), ...(hasAvatar ? [categoriseAuthorUrl({ url: avatar, base: url })] : [])],
  };
}

/** `<dd itemprop="name"><div title="…">TEXT</div></dd>`. */
function titleIn(text: string): string | null {
  const opening = '<dd itemprop="name">';
  for (const { inside, start, end } of tagsOf(text, 'div')) {
    if (!inside.startsWith(' title="') || !text.endsWith(opening, start)) continue;
    return upTo(text, '</div></dd>', end)?.text ?? null;
  }
  return null;
}

/** A term's text as Markdown: after the label, white space and `open`. */
function textAfter(text: string, label: string, open: string, close: string): string | null {
  for (let at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + 1)) {
    const from = at + label.length;
    const start = text.slice(from, from + 2000).search(/\S/);
    if (start < 0 || !text.startsWith(open, from + start)) continue;
    const found = upTo(text, close, from + start + open.length);
    return found && htmlToText(found.text);
  }
  return null;
}

const authorsIn = (text: string) =>
  Array.from(text.matchAll(/<a itemprop="author" href="[^"<>]*">([^<]*)<\/a>/g), ([, name]) =>
    unescapeEntities(name ?? ''),
  );

/** The site's own stand-in for a missing picture is left out, as long as its address is the old one. */
function pictureIn(text: string): string | null {
  for (const { inside } of tagsOf(text, 'img')) {
    const src = attributeIn(inside, 'src');
    if (src?.before !== ' ' || !src.after.startsWith(' ') || !src.after.endsWith(' itemprop="image" /')) continue;
    if (src.after.length <= ' itemprop="image" /'.length) continue;
    return src.value === 'http://apero.ru/public/img/games/game.png' ? null : src.value;
  }
  return null;
}
