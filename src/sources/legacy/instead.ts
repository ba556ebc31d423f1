/** instead-games.ru as the old importer read it (contract §5). */
import { parseHtml, textOf } from '../reading/html.ts';
import { categoriseGameUrl } from './categorise-legacy-url.ts';
import { htmlToText } from './html-to-text.ts';
import type { LegacyReading, LegacyRecord, LegacySource } from './legacy-record.ts';
import { attributeIn, between, plainLinks, tagsOf } from './page-text.ts';
import { dayOf, unescapeEntities } from './python-text.ts';
import { joinUrl } from './url-parts.ts';

const lists = ['http://instead-games.ru/xml.php', 'http://instead-games.ru/xml.php?approved=0'] as const;

export const legacyInstead: LegacySource = {
  name: 'instead',
  claims: (url) => /^https?:\/\/instead-games\.ru\/game\.php\?ID=\d/.test(url),
  read,
  listing: lists[0],
  list(lookUp) {
    const texts = lists.map(lookUp);
    return texts.some((text) => text === null)
      ? { error: 'FETCH_FAILED' }
      : texts.flatMap((text) => addressesIn(text ?? ''));
  },
};

function addressesIn(xml: string): string[] {
  const found: string[] = [];
  const waiting = [...parseHtml(xml, { xmlMode: true }).tree.children].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('attribs' in node && node.name === 'descurl') found.push(textOf(node.children));
    else if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child);
  }
  return found;
}

function read(url: string, text: string): LegacyReading {
  const title = between(text, '<h2>', '</h2>');
  if (!title) return { error: 'NOT_A_GAME_PAGE' };
  const panel = between(text, '<div id="panel">', '</div>')?.text ?? '';
  const screenshots = between(text, '<div id="screenshots">', '</div>')?.text ?? '';
  const description = between(text, '<div class="gamedsc">', '</div>');
  const record: LegacyRecord = {
    priority: 80,
    title: unescapeEntities(title.text).replace(/^\[URQ\] /, ''),
    authors: [],
    tags: [{ cat_slug: 'platform', tag: 'INSTEAD' }],
    urls: [
      categoriseGameUrl({ url, description: 'Страница на инстеде', forced: 'game_page' }),
      ...tagsOf(screenshots, 'img').flatMap(({ inside }) => {
        const picture = attributeIn(inside, 'src');
        if (picture?.before !== ' class="border" ' || picture.after !== '') return [];
        const address = joinUrl(url, unescapeEntities(picture.value));
        return categoriseGameUrl({ url: address, description: 'Скриншот', forced: 'screenshot' });
      }),
      ...plainLinks(panel).map(({ href, text: words }) =>
        categoriseGameUrl({
          url: unescapeEntities(href).replace(/^instead-games\.ru/, ''),
          base: url,
          description: unescapeEntities(words),
        }),
      ),
    ],
  };
  if (description) {
    record.desc = htmlToText(description.text);
    record.description_attributions = ['instead-games.ru'];
  }
  const authors = between(panel, '<b>Автор</b>: ', '<br>');
  if (authors) {
    const names = unescapeEntities(authors.text).split(/,\s*/);
    record.authors = names.map((name) => ({ role_slug: 'author', name }));
  }
  const [, year, month, day] = /<b>Дата<\/b>: (\d{4})\.(\d\d)\.(\d\d)<br>/.exec(panel) ?? [];
  if (year && month && day) {
    const date = dayOf(year, month, day);
    if (date === null) return { error: 'PARSE_FAILED' };
    record.release_date = date;
  }
  return record;
}
