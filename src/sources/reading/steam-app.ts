/**
 * A game as Steam's store describes it. Prices, editions, ratings, requirements and what the client needs are known and
 * not wanted; a planned date is none.
 */
import type { GameRecord, GameUrl, Tag } from '../../domain/record.ts';
import type { Account } from './account.ts';
import { edtf } from './dates.ts';
import { decodeEntities, parseHtml, textOf } from './html.ts';
import { guessLanguage, languageTag } from './languages.ts';
import { leaveOutEmpty } from './leave-out-empty.ts';
import { htmlToMarkdown } from './markdown.ts';
import { namedCredits } from './named-credits.ts';
import { namedTags } from './named-tags.ts';
import { link, platformTags } from './open-source-terms.ts';
import { siteLink } from './site-link.ts';
import { cut, label, line } from './text.ts';
import { uniqueLinks } from './url-category.ts';

/** So much of a text tells its language, and whether it is more than pictures. */
const telling = 1500;

/** Null when the game has no name. `rejected`: what was read and cannot be kept. */
export function readSteamApp(
  data: Account,
  game: Pick<GameRecord, 'source' | 'key' | 'url'>,
): { record: GameRecord; rejected: string[] } | null {
  const title = label(decodeEntities(data.text('name') ?? ''));
  if (title === '') return null;
  data.ignore('type', 'steam_appid', 'required_age', 'is_free', 'controller_support', 'dlc', 'demos', 'fullgame');
  data.ignore('capsule_image', 'capsule_imagev5', 'background', 'background_raw', 'achievements', 'categories');
  data.ignore('price_overview', 'packages', 'package_groups', 'recommendations', 'metacritic', 'reviews', 'ratings');
  data.ignore('pc_requirements', 'mac_requirements', 'linux_requirements', 'legal_notice', 'drm_notice');
  data.ignore('ext_user_account_notice', 'content_descriptors', 'alternate_appid');

  const rejected: string[] = [];
  const reject = (what: string, value: string) => void rejected.push(cut(`${what}: ${line(value)}`, 80));
  const genres = data.objects('genres').map((genre) => {
    genre.ignore('id');
    return genre.text('description');
  });
  const release = readRelease(data, genres.includes('Early Access'), reject);
  const description = readDescription(data, game.url);
  const credits = [
    ...namesIn(data, 'developers').map((name) => ({ role: 'author' as const, name })),
    ...namesIn(data, 'publishers').map((name) => ({ role: 'publisher' as const, name })),
  ];
  const record = leaveOutEmpty({
    ...game,
    title,
    descriptions: description
      ? [{ language: guessLanguage(description.slice(0, telling)) ?? 'en', text: description }]
      : [],
    releaseDate: release.date,
    credits: namedCredits(credits),
    tags: [
      ...(release.state ? [{ category: 'state', slug: release.state } as const] : []),
      ...readPlatforms(data),
      ...namedTags('tag', genres),
    ],
    urls: readLinks(data, game.url),
    identifiers: [{ scheme: 'steam', value: game.key }],
    languages: readLanguages(data.text('supported_languages') ?? '', reject),
    attributions: ['store.steampowered.com'],
  });
  return { record, rejected };
}

type Reject = (what: string, value: string) => void;

const namesIn = (data: Account, key: string) => data.list(key).filter((name) => typeof name === 'string');

function readRelease(data: Account, early: boolean, reject: Reject): { date?: string | undefined; state?: string } {
  const release = data.object('release_date');
  const written = release.text('date') ?? '';
  if (String(release.raw('coming_soon')) === 'true') return { state: 'in_dev' };
  const date = edtf(written) ?? undefined;
  if (written && date === undefined) reject('release_date', written);
  if (early) return { date, state: 'in_dev' };
  return { date, ...(written && { state: 'released' }) };
}

const systems = { windows: 'Windows', mac: 'macOS', linux: 'Linux' };

function readPlatforms(data: Account): Tag[] {
  const platforms = data.object('platforms');
  return platformTags(
    Object.entries(systems).flatMap(([key, name]) => (String(platforms.raw(key)) === 'true' ? [name] : [])),
  );
}

/** The longer text may begin with advertisements; the short one is only for games without another. */
function readDescription(data: Account, base: string): string {
  const texts = ['about_the_game', 'detailed_description', 'short_description'].map((key) => data.text(key) ?? '');
  for (const text of texts) {
    const description = htmlToMarkdown(withLastingAddresses(text), base);
    if (/\p{L}{3}/u.test(description.slice(0, telling).replace(/\]\([^)]*\)?/g, ''))) return description;
  }
  return '';
}

/** Links lead to their targets, not through Steam's warning; pictures lose a time that changes with every edit. */
const withLastingAddresses = (html: string) =>
  html
    .replace(/https:\/\/steamcommunity\.com\/linkfilter\/\?(?:url|u)=([^"'\s<>&]{1,2000})/g, (link, target) => {
      const address = decoded(target);
      return address === null ? link : address.replace(/["'<>\s]/g, encodeURIComponent);
    })
    .replace(/(steamstatic\.com\/[^"'\s<>?]{1,500})\?t=\d+/g, '$1');

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const lasting = (url: string | undefined) => url?.replace(/\?t=\d+$/, '') ?? '';

function readLinks(data: Account, own: string): GameUrl[] {
  const screenshots = data.objects('screenshots').map((screenshot) => {
    screenshot.ignore('id', 'path_thumbnail');
    return link('screenshot', lasting(screenshot.text('path_full')));
  });
  const movies = data.objects('movies').map((movie) => {
    movie.ignore('id', 'thumbnail', 'highlight', 'dash_av1', 'dash_h264');
    const [mp4, webm, hls] = [movie.object('mp4'), movie.object('webm'), movie.text('hls_h264')];
    for (const format of [mp4, webm]) format.ignore('480', 'max');
    return link('video', lasting(mp4.text('max') ?? webm.text('max') ?? hls), movie.text('name'));
  });
  const support = data.object('support_info');
  support.ignore('email');
  return uniqueLinks([
    link('game_page', own, 'Steam'),
    siteLink(data.text('website')?.replace(/^null$/, ''), 'Website'),
    link('help', support.text('url') ?? '', 'Support'),
    link('poster', lasting(data.text('header_image'))),
    ...screenshots,
    ...movies,
  ]);
}

/** Names that are no names of languages alone. */
const regional: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'spanish - spain': 'es',
    'spanish - latin america': 'es-419',
    'portuguese - brazil': 'pt-BR',
    'portuguese - portugal': 'pt-PT',
  }),
);

/** `English<strong>*</strong>, French<br><strong>*</strong>languages with full audio support`. */
function readLanguages(written: string, reject: Reject): string[] {
  const [list = ''] = written.split(/<br\b/i, 1);
  const languages = new Set<string>();
  for (const item of textOf(parseHtml(list).tree.children).split(',').slice(0, 200)) {
    const name = line(item.replaceAll('*', ''), 100);
    const tag = regional.get(name.toLowerCase()) ?? languageTag(name);
    if (tag !== null) languages.add(tag);
    else if (name !== '') reject('language', name);
  }
  return [...languages];
}
