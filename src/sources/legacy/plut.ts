/** urq.plut.info as the old importer read it (contract §7.4). */
import { categoriseGameUrl } from './categorise-legacy-url.ts';
import { htmlToText } from './html-to-text.ts';
import type { LegacyAuthor, LegacyReading, LegacySource, LegacyTag, LegacyUrl } from './legacy-record.ts';
import { walkListings } from './numbered-walk.ts';
import { between, linksByAddress, type PlainLink, upTo } from './page-text.ts';
import { dayOf, unescapeEntities } from './python-text.ts';
import { joinUrl } from './url-parts.ts';

const listing = (index: number) => `http://urq.plut.info/games?page=${index}`;

export const legacyPlut: LegacySource = {
  name: 'plut',
  claims: (url) => /^https?:\/\/(?:urq\.plut\.info|plut\.info\/urq)\/[^/]/.test(url),
  read,
  listing: listing(0),
  list: (lookUp) => walkListings(listing, gamesIn, lookUp),
};

const gamesIn = (text: string) =>
  Array.from(
    text.matchAll(/<td class="views-field views-field-title" ?>\s*<a href="([^"<>]*)"/g),
    ([, path]) => `http://urq.plut.info${unescapeEntities(path ?? '')}`,
  );

/** The first spelling is the importer's own. */
const states = new Map([
  ['ббета', 'beta'],
  ['готовая', 'released'],
  ['демо', 'demo'],
  ['в разработке', 'in_dev'],
]);

function read(url: string, text: string): LegacyReading {
  const title = between(text, '<h1 class="title">', '</h1>');
  if (!title) return { error: 'NOT_A_GAME_PAGE' };
  const date = dateIn(text);
  if (date === 'failed') return { error: 'PARSE_FAILED' };
  const body = '<div class="field field-name-body field-type-text-with-summary field-label-hidden">';
  const description = between(text, `${body}<div class="field-items">`, '</div>');
  const markdown = description ? htmlToText(description.text) : '';
  const files = linksByAddress(text).filter(({ start }) => followsFileIcon(text, start));
  const lastFile = files.at(-1)?.href;
  return {
    priority: 50,
    title: unescapeEntities(title.text),
    ...(description && { desc: markdown, description_attributions: ['urq.plut.info'] }),
    ...(date && { release_date: date }),
    urls: [
      categoriseGameUrl({ url }),
      ...files.map(({ href, text: words }) => categoriseGameUrl({ url: href, description: unescapeEntities(words) })),
      ...linksInMarkdown(markdown),
    ],
    ...readFields(text, lastFile ?? url),
  };
}

function dateIn(text: string): string | 'failed' | null {
  const from = text.indexOf('<div id="block-system-main"');
  const [, year, month, day] =
    from < 0 ? [] : (/<span property="dc:date dc:created" content="(\d{4})-(\d\d)-(\d\d)/.exec(text.slice(from)) ?? []);
  return year && month && day ? (dayOf(year, month, day) ?? 'failed') : null;
}

/** `<td><span class="file"><img class="file-icon" …> <a …>`. */
const followsFileIcon = (text: string, link: number) =>
  /<td><span class="file"><img class="file-icon"[^<>]*> $/.test(text.slice(Math.max(0, link - 1000), link));

function readFields(text: string, base: string): { tags: LegacyTag[]; authors: LegacyAuthor[] } {
  const tags: LegacyTag[] = [];
  const authors: LegacyAuthor[] = [];
  for (const { name, links } of fieldsOf(text)) {
    for (const { href, text: written } of links) {
      const value = unescapeEntities(written);
      const state = name === 'Статус' ? states.get(value) : undefined;
      if (state) tags.push({ tag_slug: state });
      if (name === 'Платформа') tags.push({ cat_slug: 'platform', tag: value });
      if (name === 'Страна') tags.push({ cat_slug: 'country', tag: capitalised(value) });
      if (name === 'Жанр') tags.push({ cat_slug: 'tag', tag: value.toLowerCase() });
      if (name !== 'Авторы') continue;
      const urldesc = 'Страница автора на urq.plut.info';
      authors.push({ role_slug: 'author', name: value, url: joinUrl(base, href), urldesc });
    }
  }
  return { tags, authors };
}

/** `<div class="field-label">NAME:…</div>…</div>`. */
function fieldsOf(text: string): { name: string; links: PlainLink[] }[] {
  const fields: { name: string; links: PlainLink[] }[] = [];
  const opening = '<div class="field-label">';
  for (let at = text.indexOf(opening); at >= 0; ) {
    const label = upTo(text, '</div>', at + opening.length);
    const content = label && upTo(text, '</div>', label.end);
    if (!content) break;
    const colon = label.text.indexOf(':');
    if (colon >= 0) fields.push({ name: label.text.slice(0, colon), links: linksByAddress(content.text) });
    at = text.indexOf(opening, content.end);
  }
  return fields;
}

const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();

/** `[words](address)` and `<address>`, in the order of the text. */
function linksInMarkdown(markdown: string): LegacyUrl[] {
  const links = markdown.matchAll(
    /(?<!\\)\[((?:[^[\]\\]|\\.){0,4000})\]\(((?:[^()\\]|\\.){0,4000})\)|<(https?:\/\/[^<>\s]{1,4000})>/g,
  );
  return Array.from(links, ([, words = '', address = '', bare]) =>
    bare === undefined
      ? categoriseGameUrl({ url: withoutEscapes(address), description: withoutEscapes(words) })
      : categoriseGameUrl({ url: withoutEscapes(bare) }),
  );
}

const withoutEscapes = (text: string) => text.replace(/\\([\\\][()])/g, '$1');
