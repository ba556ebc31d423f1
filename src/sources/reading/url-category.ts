/**
 * What a link about a game leads to, by its address and, failing that, by its words. The rules and their order are
 * those of the importer we replace, quirks included (patterns have no end: `a.jpg.html` counts as a picture), so that
 * both can be compared; a rule without category drops links to a site's front page.
 */
import type { GameUrl, UrlCategory } from '../../domain/record.ts';
import { cut, line } from './text.ts';
import { webLink } from './web-link.ts';

type Rule = {
  /** The exact host, or a pattern from its start; absent: any. */
  host?: string | RegExp;
  /** Patterns from the start of the encoded path and query; absent: any. */
  path?: RegExp;
  query?: RegExp;
  category: UrlCategory | null;
  description: string;
};

const frontPage = (host: string): Rule => ({ host, path: /^\/?$/, query: /^$/, category: null, description: '' });

const on = (host: string, category: UrlCategory, description: string): Rule => ({ host, category, description });

const rules: Rule[] = [
  ...['qsp.su', 'urq.plut.info', 'rilarhiv.ru', 'ifwiki.ru', 'www.youtube.com', 'youtube.com'].map(frontPage),
  ...['youtu.be', 'apero.ru', 'storymaze.ru'].map(frontPage),
  { path: /^.*screenshot.*\.(png|jpg|gif|bmp|jpeg)/i, category: 'screenshot', description: 'Скриншот' },
  { path: /^.*\.(png|jpg|gif|bmp|jpeg)/i, category: 'poster', description: 'Обложка' },
  { ...on('db.crem.xyz', 'download_direct', 'Скачать'), path: /^\/f\/uploads\/.*/ },
  { ...on('ifiction.ru', 'download_landing', 'Скачать с ifiction.ru'), path: /^\/game.php/ },
  { ...on('ifwiki.ru', 'download_direct', 'Скачать с IfWiki'), path: /^\/files\/.*/ },
  on('ifwiki.ru', 'game_page', 'Страница на IfWiki'),
  on('ifwiki.org', 'game_page', 'Страница на ifwiki.org'),
  on('ludumdare.com', 'game_page', 'Страница на Ludum Dare'),
  { ...on('urq.plut.info', 'download_direct', 'Скачать с плута'), path: /^.*\/files\/.*/ },
  { ...on('plut.info', 'download_direct', 'Скачать с плута'), path: /^\/urq\/.*\/files\/.*/ },
  on('urq.plut.info', 'game_page', 'Страница на плуте'),
  { ...on('plut.info', 'game_page', 'Страница на плуте'), path: /^\/urq\/.*/ },
  on('store.steampowered.com', 'game_page', 'Страница на стиме'),
  on('yadi.sk', 'download_landing', 'Скачать с Яндекс.диска'),
  on('rilarhiv.ru', 'download_direct', 'Скачать с РилАрхива'),
  { ...on('instead-games.ru', 'download_direct', 'Скачать с инстеда'), path: /^.*\/download\/.*/ },
  { ...on('quest-book.ru', 'game_page', 'Страница на квестбуке'), path: /^\/online\/view\/.*/ },
  { ...on('quest-book.ru', 'download_direct', 'PDF версия'), path: /^\/online\/mitril\/download\/.*\/pdf\// },
  { ...on('quest-book.ru', 'play_online', 'Играть на квестбуке'), path: /^\/online\/[^/]+\// },
  { ...on('instead-games.ru', 'play_online', 'Играть онлайн'), path: /^\/instead-em\/.*/ },
  { ...on('instead-games.ru', 'forum', 'Форум на инстеде'), path: /^\/forum\/.*/ },
  on('instead-games.ru', 'game_page', 'Страница на инстеде'),
  { ...on('gamin.me', 'forum', 'Обсуждение на gamin.me'), path: /^\/posts\/.*/ },
  { ...on('instead.syscall.ru', 'forum', 'Форум на инстеде'), path: /^.*\/forum\/.*/ },
  on('youtube.com', 'video', 'Видео игры'),
  on('youtu.be', 'video', 'Видео игры'),
  on('www.youtube.com', 'video', 'Видео игры'),
  on('vkvideo.ru', 'video', 'Видео игры'),
  { ...on('forum.ifiction.ru', 'download_direct', 'Скачать с ifiction.ru'), path: /^\/file.php/ },
  on('forum.ifiction.ru', 'forum', 'Обсуждение на форуме'),
  on('urq.borda.ru', 'forum', 'Обсуждение на форуме'),
  on('ifhub.club', 'review', 'Обзор на ifhub.club'),
  { ...on('qsp.su', 'download_direct', 'Скачать с qsp.ru'), query: /^.*=dd_download.*/ },
  { ...on('qsp.su', 'play_online', 'Играть онлайн на qsp.ru'), path: /^\/tools\/aero\/.*/ },
  on('qsp.su', 'game_page', 'Игра на qsp.ru'),
  { host: /^.*\.github\.io/, category: 'play_online', description: 'Играть онлайн' },
  on('iplayif.com', 'play_online', 'Играть онлайн'),
  on('apero.ru', 'play_online', 'Играть онлайн'),
  on('storymaze.ru', 'play_online', 'Играть онлайн'),
  { ...on('hyperbook.ru', 'download_direct', 'Скачать с hyperbook.ru'), path: /^\/download.php/ },
  { ...on('hyperbook.ru', 'forum', 'Обсуждение на hyperbook.ru'), path: /^\/comments.php/ },
  { path: /^.*\.(zip|rar|z5)/i, category: 'download_direct', description: 'Ссылка для скачивания' },
];

export type Link = {
  url: string;
  description?: string | undefined;
  /** The page the link stands on. */
  base?: string;
  /** Overrides the category, not the description. */
  forced?: UrlCategory;
};

/** Sorts a link; null when it is to be dropped: a front page, or no address a reader can follow. */
export function categorise(link: Link): { category: UrlCategory; url: string; description: string } | null {
  const url = webLink(link.url, link.base);
  if (url === null) return null;
  const written = line(link.description ?? '');
  const given = written === link.url || written === url ? '' : written;
  const rule = ruleFor(new URL(url));
  const category = link.forced ?? (rule ? rule.category : byWords(given.toLowerCase()));
  if (category === null) return null;
  return { category, url, description: given || rule?.description || cut(url, 1000) };
}

const ruleFor = ({ hostname, pathname, search }: URL): Rule | undefined =>
  rules.find(
    ({ host, path, query }) =>
      (host === undefined || (typeof host === 'string' ? host === hostname : host.test(hostname))) &&
      (path === undefined || path.test(pathname)) &&
      (query === undefined || query.test(search.slice(1))),
  );

function byWords(description: string): UrlCategory {
  if (description === 'играть онлайн') return 'play_online';
  if (description.includes('скачать')) return 'download_landing';
  return description.includes('обсуждение') ? 'forum' : 'unknown';
}

/** Each address once per category, the first description stands. */
export function uniqueLinks(links: (GameUrl | null)[]): GameUrl[] {
  const unique = new Map<string, GameUrl>();
  for (const link of links) {
    const key = `${link?.category} ${link?.url}`;
    if (link && !unique.has(key)) unique.set(key, link);
  }
  return [...unique.values()];
}
