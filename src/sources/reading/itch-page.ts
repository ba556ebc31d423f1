/**
 * A game's page on itch.io. Its title stands in `.game_title`, its text in `.formatted_description`, pictures in
 * `.screenshot_list`, files in `.upload_list_widget`, all else in a table. What is about buying, following and talking is
 * known and not wanted.
 */
import type { Credit, GameUrl, Tag } from '../../domain/record.ts';
import { brokenPage } from './broken-page.ts';
import { textOf } from './html.ts';
import type { ItchGame, ItchReading } from './itch-data.ts';
import { readItchPanel } from './itch-panel.ts';
import { guessLanguage } from './languages.ts';
import { leaveOutEmpty } from './leave-out-empty.ts';
import { nodesToMarkdown, plainToMarkdown } from './markdown.ts';
import { namedCredits } from './named-credits.ts';
import { link, platformTags } from './open-source-terms.ts';
import { openSitePage, type SitePage } from './page-elements.ts';
import { withoutOtherGames } from './page-links.ts';
import { shortTextOf } from './short-text.ts';
import { label } from './text.ts';
import { uniqueLinks } from './url-category.ts';
import { webLink } from './web-link.ts';

/** In `Category`, what is no game; mods and games to be played at a table are. */
const wares = /^(?:tools?|(?:game )?assets?|soundtracks?|comics?|books?)$/i;

/** About buying, following and talking; the files are read on their own. */
const known = [
  '#user_tools, .header_buy_row, .buy_row, .uploads, .upload_list_widget, .html_embed_widget, .toggle_row',
  '#purchase, #download, #devlog, .game_devlog, .game_comments_widget, .community_topic_list_widget, .footer',
  '.header_widget, .more_games_page, .game_grid_widget, button',
].join(', ');

export function readItchPage(text: string, game: ItchGame): ItchReading {
  const page = openSitePage(text);
  if (page.kind === 'broken') return page;
  const { pick, read } = page;
  const title = label(textOf(read(pick('h1 h2 div span', '.game_title').slice(0, 1))));
  if (title === '') {
    return brokenPage(game.url, 'has no title (.game_title)', 'look whether the game is gone or the layout changed');
  }
  read(pick('div ul section h2 p button', known));

  const panel = readItchPanel(page, game.url);
  if (panel.classification !== undefined && wares.test(panel.classification)) {
    return { kind: 'other', type: panel.classification };
  }
  const description =
    nodesToMarkdown(read(pick('div', '.formatted_description').slice(0, 1)), game.url) || shortText(page);
  const language = guessLanguage(description) ?? (panel.languages.join() === 'en' ? 'en' : null);
  const people = namedCredits(panel.people);
  const isSite = (url: string) => url.startsWith(`${new URL(game.url).origin}/`);
  const id = /^games\/([1-9]\d{0,12})$/.exec(contentOf(page, '[name="itch:path"]') ?? '')?.[1] ?? idIn(text);
  const record = leaveOutEmpty({
    ...game,
    title,
    descriptions: description ? [{ language, text: description }] : [],
    releaseDate: panel.releaseDate,
    credits: people.length > 0 ? people : owner(page, game.url),
    tags: uniqueTags([...panel.tags, ...readUploads(page)]),
    urls: uniqueLinks([
      link('game_page', game.url, 'itch.io'),
      ...readPictures(page, game.url),
      ...readWays(page, game.url),
      ...panel.links.map((each) => withoutOtherGames(each, isSite)),
    ]),
    identifiers: id ? [{ scheme: 'itch', value: id }] : [],
    languages: panel.languages,
    attributions: ['itch.io'],
  });
  return { kind: 'game', record, unread: page.unread() };
}

const contentOf = ({ pick }: SitePage, selector: string) => pick('meta', selector)[0]?.attribs.content;

/** In pages saved without their head the number stands in a script only. */
const idIn = (text: string) =>
  /new I\.ViewGame\([^{]{0,200}\{[^{}]{0,2000}?"id":\s{0,5}([1-9]\d{0,12})\b/.exec(text)?.[1];

/** What search engines are told of a game that has no text of its own. */
function shortText(page: SitePage): string {
  const written = contentOf(page, '[name="description"], [property="og:description"]');
  const data = page.pick('script', '[type="application/ld+json"]').map(({ children }) => {
    const [json] = children;
    return json !== undefined && 'data' in json ? descriptionOf(json.data) : '';
  });
  return plainToMarkdown(written || (data.find(Boolean) ?? ''));
}

function descriptionOf(json: string): string {
  try {
    const { description } = Object(JSON.parse(json));
    return typeof description === 'string' ? description : '';
  } catch {
    return '';
  }
}

/** `View all by Terry`. */
function owner({ pick }: SitePage, base: string): Credit[] {
  for (const { attribs, children } of pick('a', '#user_tools a, .footer a')) {
    const [, name] = /^\s*View all by (.+?)(?:Creator)?\s*$/.exec(shortTextOf(children)) ?? [];
    if (name !== undefined) return namedCredits([{ role: 'author', name, url: webLink(attribs.href, base) }]);
  }
  return [];
}

function readPictures(page: SitePage, base: string): (GameUrl | null)[] {
  const { pick } = page;
  const cover = contentOf(page, '[property="og:image"]') ?? pick('img', '#header img')[0]?.attribs.src;
  const screenshots = pick('a img', '.screenshot_list > *').slice(0, 100);
  const videos = pick('iframe', '.video_embed iframe').slice(0, 20);
  return [
    link('poster', webLink(cover, base) ?? ''),
    ...screenshots.map(({ attribs }) => link('screenshot', webLink(attribs.href ?? attribs.src, base) ?? '')),
    ...videos.map(({ attribs }) => link('video', watched(webLink(attribs.src, base) ?? ''))),
  ];
}

const watched = (url: string) =>
  url.replace(/^(https:\/\/www\.youtube)(?:-nocookie)?\.com\/embed\/([\w-]{6,20})(?:\?.*)?$/, '$1.com/watch?v=$2');

/** How to get it: bought or downloaded on a page beside this one, or played on this one. */
function readWays({ pick }: SitePage, base: string): (GameUrl | null)[] {
  const beside = pick('a', '.buy_btn, .download_btn')
    .map(({ attribs }) => webLink(attribs.href, base))
    .find((url) => url?.startsWith(`${base}/`));
  const hasFiles = pick('div', '.upload').length > 0;
  const isPlayed = pick('div', '.html_embed_widget, .game_frame').length > 0;
  const landing = beside ?? (hasFiles ? base : null);
  return [
    landing === null ? null : link('download_landing', landing, 'itch.io'),
    isPlayed ? link('play_online', base, 'itch.io') : null,
  ];
}

/** Files say for which systems they are, and their version. */
function readUploads({ pick }: SitePage): Tag[] {
  const systems = pick('span', '.download_platforms [title]')
    .slice(0, 100)
    .map(({ attribs }) => /^Download for (.+)$/.exec(attribs.title ?? '')?.[1] ?? '');
  const version = label(shortTextOf(pick('span', '.version_name').slice(0, 1)), 60).replace(/^Version\s+/i, '');
  return [...platformTags(systems), ...(version ? [{ category: 'version', name: version } as const] : [])];
}

const uniqueTags = (tags: Tag[]): Tag[] => [
  ...new Map(tags.map((tag) => [`${tag.category} ${tag.slug} ${tag.name?.toLowerCase()}`, tag])).values(),
];
