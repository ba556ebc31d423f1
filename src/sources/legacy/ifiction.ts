/** forum.ifiction.ru as the old importer read it (contract §7.2). Links that only lead on are looked up. */
import { categoriseGameUrl } from './categorise-legacy-url.ts';
import { htmlToText } from './html-to-text.ts';
import type { LegacyReading, LegacyRecord, LegacySource, LookUp } from './legacy-record.ts';
import { attributeIn, between, linksByAddress, tagsOf, upTo } from './page-text.ts';
import { unescapeEntities } from './python-text.ts';
import { joinUrl } from './url-parts.ts';

const listing = 'http://forum.ifiction.ru/viewforum.php?id=36d';

export const legacyIfiction: LegacySource = {
  name: 'ifiction',
  claims: (url) => /^https?:\/\/forum\.ifiction\.ru\/viewtopic\.php\?id=\d/.test(url),
  read,
  listing,
  list(lookUp) {
    const text = lookUp(listing);
    if (text === null) return { error: 'FETCH_FAILED' };
    const topics = text.matchAll(/<a href="(\.\/viewtopic\.php\?id=\d+)">/g);
    return [...new Set(Array.from(topics, ([, address]) => joinUrl(listing, address ?? '')))];
  },
};

/** Thrown when a look-up failed: it ended the whole reading. */
class LookUpFailed extends Error {}

function read(url: string, text: string, lookUp: LookUp): LegacyReading {
  try {
    return readTopic(url, text, lookUp);
  } catch (error) {
    if (error instanceof LookUpFailed) return { error: 'PARSE_FAILED' };
    throw error;
  }
}

function readTopic(url: string, text: string, lookUp: LookUp): LegacyReading {
  const title = titleIn(text);
  const credits = between(text, '<div id="game_authors">', '</div>');
  if (title === null || !credits) return { error: 'NOT_A_GAME_PAGE' };
  const resolve = (address: string) => resolved(joinUrl(url, address), lookUp);
  const justified = '<div align="justify" style="font-size:1.2em; margin-top:10px;">';
  const description = between(text, justified, '</div>');
  return {
    priority: 45,
    title: unescapeEntities(title),
    ...(description && { desc: htmlToText(description.text), description_attributions: ['ifiction.ru'] }),
    ...readCredits(url, credits.text),
    urls: [
      { urlcat_slug: 'game_page', description: 'Страница на ifiction.ru', url },
      ...linksIn(text).map(({ href, words }) =>
        categoriseGameUrl({ url: resolve(href), description: unescapeEntities(words) }),
      ),
      ...posterIn(text).map((address) =>
        categoriseGameUrl({ url: resolve(address), description: 'Постер с ifiction.ru', forced: 'poster' }),
      ),
      ...screenshotsIn(text).map((address) =>
        categoriseGameUrl({ url: resolve(address), description: 'Скриншот с ifiction.ru', forced: 'screenshot' }),
      ),
    ],
  };
}

/** `<h1 …><a …><b><span …>TEXT</span></b></a></h1>`, with or without the link. */
function titleIn(text: string): string | null {
  for (const heading of tagsOf(text, 'h1')) {
    const opening = /^(<a(?:\s[^<>]{0,2000})?>)?<b><span(?:\s[^<>]{0,2000})?>/.exec(
      text.slice(heading.end, heading.end + 5000),
    );
    if (!opening) continue;
    const title = upTo(text, '</span></b>', heading.end + opening[0].length);
    if (!title) return null;
    if (/^(?:<\/a>)?<\/h1>/.test(text.slice(title.end, title.end + 9))) return title.text;
  }
  return null;
}

/** A label holds for all links up to the next one. */
function readCredits(url: string, text: string): Pick<LegacyRecord, 'authors' | 'tags'> {
  const found: Pick<LegacyRecord, 'authors' | 'tags'> = { authors: [], tags: [] };
  let label = '';
  let last = 0;
  for (const link of linksByAddress(text)) {
    const before = text.slice(last, link.start).replaceAll('&middot;', '').replace(/[:,]/g, '').trim();
    label = before || label;
    last = link.end;
    const name = unescapeEntities(link.text);
    if (label === 'Платформа') found.tags.push({ cat_slug: 'platform', tag: name });
    if (label !== 'Автор' && label !== 'Авторы') continue;
    const urldesc = 'Страница автора на forum.ifiction.ru';
    found.authors.push({ role_slug: 'author', name, url: joinUrl(url, link.href), urldesc });
  }
  return found;
}

function linksIn(text: string): { href: string; words: string }[] {
  const block = between(text, '<td valign="top" style="border:0; padding:0px 0 0 5px;">', '</td>')?.text ?? '';
  return linksByAddress(block).flatMap(({ href, text: content }) => {
    const words = /^<b>(.*)<\/b>$/s.exec(content)?.[1];
    return words === undefined || href.startsWith('#') ? [] : [{ href, words }];
  });
}

function posterIn(text: string): string[] {
  const pictures = tagsOf(text, 'img').map(({ inside }) => attributeIn(inside, 'src'));
  const poster = pictures.find((src) => src?.before === ' ' && src.after.startsWith(' style="max-width:320px;"'));
  return poster ? [poster.value] : [];
}

function screenshotsIn(text: string): string[] {
  const start = tagsOf(text, 'div').find(({ inside }) => /^ id="screenshots"(?:\s|$)/.test(inside));
  const block = start ? (upTo(text, '</div>', start.end)?.text ?? '') : '';
  return tagsOf(block, 'img').flatMap(({ inside }) => {
    const src = attributeIn(inside, 'src');
    return src?.before === ' ' ? [src.value] : [];
  });
}

/** Where a file's address leads: its page names it in a refresh; without one it stays. */
function resolved(address: string, lookUp: LookUp): string {
  if (!/^https?:\/\/forum\.ifiction\.ru\/file\.ph/.test(address)) return address;
  const text = lookUp(address);
  if (text === null) throw new LookUpFailed(address);
  const content = between(text, '<meta http-equiv="refresh" content="', '"')?.text ?? '';
  const at = content.indexOf('URL=');
  return at < 0 ? address : content.slice(at + 4);
}
