/**
 * What IGDB knows of a game elsewhere: pictures, films, sites, and its names in shops.
 */
import type { GameUrl, Identifier } from '../../domain/record.ts';
import type { Account } from './account.ts';
import { link } from './open-source-terms.ts';
import { siteLink } from './site-link.ts';
import { uniqueLinks } from './url-category.ts';

/** By `type` of a website, and by `category`, its former name. */
const sites: ReadonlyMap<string, string> = new Map(
  Object.entries({
    1: 'Official site',
    2: 'Fandom',
    3: 'Wikipedia',
    4: 'Facebook',
    5: 'Twitter',
    6: 'Twitch',
    8: 'Instagram',
    9: 'YouTube',
    10: 'App Store (iPhone)',
    11: 'App Store (iPad)',
    12: 'Google Play',
    13: 'Steam',
    14: 'Reddit',
    15: 'itch.io',
    16: 'Epic Games',
    17: 'GOG',
    18: 'Discord',
    19: 'Bluesky',
    22: 'Xbox',
    23: 'PlayStation',
    24: 'Nintendo',
  }),
);

/** By `external_game_source`, and by `category`, its former name. Only shops and sites that name a game, not an edition or a video. */
const shops: ReadonlyMap<string, string> = new Map(
  Object.entries({ 1: 'steam', 5: 'gog', 26: 'epic', 30: 'itch', 55: 'gamejolt' }),
);
/** Of these, names are numbers. */
const numbered = new Set(['steam', 'gog', 'itch', 'gamejolt']);

export function igdbIdentifiers(game: Account): Identifier[] {
  const found = new Map<string, Identifier>();
  for (const external of game.objects('external_games')) {
    external.ignore('id', 'game', 'name', 'url', 'year', 'media', 'platform', 'countries', 'game_release_format');
    external.ignore('checksum', 'created_at', 'updated_at');
    const source = kindOf(external, 'external_game_source', 'category');
    const scheme = shops.get(source ?? '');
    const value = external.text('uid') ?? '';
    const fits = scheme !== undefined && (numbered.has(scheme) ? /^[1-9]\d{0,15}$/ : /^[\w.-]{3,100}$/).test(value);
    if (fits) found.set(`${scheme} ${value}`, { scheme, value });
  }
  return [...found.values()];
}

export function igdbLinks(game: Account, own: string): GameUrl[] {
  const videos = game.objects('videos').map((video) => {
    video.ignore('id', 'game', 'checksum');
    const id = video.text('video_id') ?? '';
    return /^[\w-]{6,20}$/.test(id) ? link('video', `https://www.youtube.com/watch?v=${id}`, video.text('name')) : null;
  });
  const websites = game.objects('websites').map((website) => {
    website.ignore('id', 'game', 'trusted', 'checksum');
    const kind = kindOf(website, 'type', 'category');
    return siteLink(website.text('url'), sites.get(kind ?? '') ?? 'Website');
  });
  return uniqueLinks([
    link('game_page', own, 'IGDB'),
    link('poster', pictureOf(game.object('cover'), 't_cover_big_2x')),
    ...game.objects('screenshots').map((screenshot) => link('screenshot', pictureOf(screenshot, 't_1080p'))),
    ...videos,
    ...websites,
  ]);
}

function kindOf(entry: Account, ...names: string[]): string | undefined {
  for (const name of names) {
    const kind = entry.text(name) ?? entry.object(name).text('id');
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** A picture's name makes an address of any size; older answers have only the address of a small one. */
function pictureOf(picture: Account, size: string): string {
  picture.ignore('id', 'game', 'width', 'height', 'alpha_channel', 'animated', 'checksum');
  const named = picture.text('image_id') ?? /\/([a-z0-9]+)\.\w+$/.exec(picture.text('url') ?? '')?.[1] ?? '';
  picture.ignore('url');
  return /^[\w-]{3,60}$/.test(named) ? `https://images.igdb.com/igdb/image/upload/${size}/${named}.jpg` : '';
}
