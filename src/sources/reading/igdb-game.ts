/**
 * A game as IGDB's API describes it, with the fields its question names. Where only numbers come instead of what they
 * stand for, they are told as unread.
 */
import type { AlternativeTitle, Credit, GameRecord, Identifier, Tag } from '../../domain/record.ts';
import type { Account } from './account.ts';
import { igdbDate } from './igdb-date.ts';
import { igdbIdentifiers, igdbLinks } from './igdb-links.ts';
import { languageTag } from './languages.ts';
import { leaveOutEmpty } from './leave-out-empty.ts';
import { plainToMarkdown } from './markdown.ts';
import { type Credited, namedCredits } from './named-credits.ts';
import { namedTags } from './named-tags.ts';
import { platformTags } from './open-source-terms.ts';
import { cut, label } from './text.ts';

/** What is asked for. */
export const gameFields = [
  'name,slug,summary,storyline,first_release_date,game_type,game_status',
  'alternative_names.name,alternative_names.comment,cover.image_id,screenshots.image_id,videos.video_id,videos.name',
  'genres.name,themes.name,player_perspectives.name,platforms.name,language_supports.language.locale',
  'involved_companies.developer,involved_companies.publisher,involved_companies.porting,involved_companies.supporting',
  'involved_companies.company.name,involved_companies.company.slug',
  'release_dates.date,release_dates.date_format,websites.url,websites.type',
  'external_games.uid,external_games.external_game_source',
].join(',');

/** By `game_type`, and by `category`, its former name. */
const kinds = [
  'main game',
  'dlc or addon',
  'expansion',
  'bundle',
  'standalone expansion',
  'mod',
  'episode',
  'season',
  'remake',
  'remaster',
  'expanded game',
  'port',
  'fork',
  'pack',
  'update',
];
const noGames = new Set(['dlc or addon', 'expansion', 'bundle', 'season', 'pack', 'update']);

/** What the entry is; null when it is not said, or not in words we know. */
export function kindOf(game: Account): { name: string; isGame: boolean } | null {
  const name = kinds[numberOf(game, 'game_type', 'category') ?? -1];
  return name === undefined ? null : { name, isGame: !noGames.has(name) };
}

/** By `game_status`, and by `status`, its former name. Offline, cancelled, rumoured and delisted games have no state here. */
const states: Record<number, string> = { 0: 'released', 2: 'in_dev', 3: 'beta', 4: 'in_dev' };

/** A value that is a number, or an object with that number as its id. */
function numberOf(game: Account, ...names: string[]): number | undefined {
  for (const name of names) {
    const written = game.text(name) ?? game.object(name).text('id');
    if (written !== undefined && /^\d{1,6}$/.test(written)) return Number(written);
  }
  return undefined;
}

/** Null when the game has no name. `rejected`: what was read and cannot be kept. */
export function readIgdbGame(
  game: Account,
  known: Pick<GameRecord, 'source' | 'key' | 'url'>,
): { record: GameRecord; rejected: string[] } | null {
  const title = label(game.text('name') ?? '');
  if (title === '') return null;
  // Opinions, relations to other games, and what the database keeps about itself.
  game.ignore('url', 'checksum', 'created_at', 'updated_at', 'tags', 'keywords', 'hypes', 'follows', 'age_ratings');
  game.ignore('rating', 'rating_count', 'aggregated_rating', 'aggregated_rating_count', 'total_rating');
  game.ignore('total_rating_count', 'similar_games', 'collection', 'collections', 'franchise', 'franchises');
  game.ignore('bundles', 'dlcs', 'expansions', 'ports', 'remakes', 'remasters', 'forks', 'standalone_expansions');
  game.ignore('expanded_games', 'parent_game', 'version_parent', 'version_title', 'multiplayer_modes', 'game_modes');
  game.ignore('artworks', 'game_engines', 'game_localizations', 'pulse_count', 'popularity', 'storyline');

  const rejected: string[] = [];
  const reject = (what: string, value: string) => void rejected.push(cut(`${what}: ${value}`, 80));
  const kind = kindOf(game);
  const state = states[numberOf(game, 'game_status', 'status') ?? -1];
  const id = game.text('id') ?? '';
  const text = plainToMarkdown(game.text('summary') ?? game.text('storyline') ?? '');
  const identifiers: Identifier[] = [
    ...(/^[1-9]\d{0,12}$/.test(id) ? [{ scheme: 'igdb', value: id }] : []),
    ...igdbIdentifiers(game),
  ];
  const record = leaveOutEmpty({
    ...known,
    title,
    alternativeTitles: alternativeTitles(game, title),
    descriptions: text ? [{ language: 'en', text }] : [],
    releaseDate: igdbDate(game, reject) ?? undefined,
    credits: credits(game, reject),
    tags: [
      ...(state ? [{ category: 'state', slug: state } as const] : []),
      ...platforms(game),
      ...namedTags('tag', [...namesIn(game, 'genres'), ...namesIn(game, 'themes'), ...perspectives(game)]),
      ...(kind && kind.name !== 'main game' ? namedTags('tag', [kind.name]) : []),
    ],
    urls: igdbLinks(game, known.url),
    identifiers,
    languages: languages(game, reject),
    attributions: ['igdb.com'],
  });
  return { record, rejected };
}

function namesIn(game: Account, key: string): (string | undefined)[] {
  return game.objects(key).map((each) => {
    each.ignore('id', 'slug', 'url', 'checksum', 'created_at', 'updated_at');
    return each.text('name');
  });
}

/** How a game is seen matters here where it is not seen: `Text`. */
const perspectives = (game: Account) => namesIn(game, 'player_perspectives').filter((name) => name === 'Text');

const systems: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'PC (Microsoft Windows)': 'Windows',
    Mac: 'macOS',
    'Web browser': 'Web',
    'PC DOS': 'DOS',
  }),
);

const platforms = (game: Account): Tag[] =>
  platformTags(namesIn(game, 'platforms').map((name = '') => systems.get(name) ?? name));

/** The comment says what kind of title it is: `Japanese title - romanization`. */
function alternativeTitles(game: Account, title: string): AlternativeTitle[] {
  const titles = new Map<string, AlternativeTitle>();
  for (const each of game.objects('alternative_names')) {
    each.ignore('id', 'game', 'checksum');
    const name = label(each.text('name') ?? '');
    const language = languageTag(each.text('comment')?.replace(/ title\b.*$/is, '') ?? '');
    if (name && name !== title && !titles.has(name)) titles.set(name, { title: name, ...(language && { language }) });
  }
  return [...titles.values()];
}

const roles = { developer: 'author', publisher: 'publisher', porting: 'porter', supporting: 'member' } as const;

function credits(game: Account, reject: (what: string, value: string) => void): Credit[] {
  const credited: Credited[] = [];
  for (const involved of game.objects('involved_companies')) {
    involved.ignore('id', 'game', 'checksum', 'created_at', 'updated_at', ...Object.keys(roles));
    const company = involved.object('company');
    company.ignore('id');
    const name = company.text('name');
    const slug = company.text('slug');
    const url = slug && /^[a-z0-9-]{1,200}$/.test(slug) ? `https://www.igdb.com/companies/${slug}` : null;
    const played = Object.entries(roles).filter(([flag]) => involved.raw(flag) === true);
    if (name && played.length === 0) reject('involved_companies without a role', label(name));
    credited.push(...played.map(([, role]) => ({ role, name, url })));
  }
  return namedCredits(credited);
}

/** Locales of which the country says something about the language. */
const regional: ReadonlyMap<string, string> = new Map(
  Object.entries({ 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant', 'pt-BR': 'pt-BR', 'es-MX': 'es-419' }),
);

function languages(game: Account, reject: (what: string, value: string) => void): string[] {
  const found = game.objects('language_supports').flatMap((support) => {
    support.ignore('id');
    const language = support.object('language');
    language.ignore('id');
    const locale = language.text('locale') ?? '';
    const tag = regional.get(locale) ?? languageTag(locale.replace(/-[A-Z]{2}$/, ''));
    if (locale && tag === null) reject('language', locale);
    return tag ?? [];
  });
  return [...new Set(found)];
}
