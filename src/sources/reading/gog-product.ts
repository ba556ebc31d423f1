/**
 * A product of GOG: what its two APIs say of it. The day GOG began to sell a game is not the game's: most were old then;
 * only the second API tells the day of its first release.
 */
import type { Credit, GameRecord, GameUrl, Tag } from '../../domain/record.ts';
import { type Account, account } from './account.ts';
import { edtf } from './dates.ts';
import { guessLanguage, languageTag } from './languages.ts';
import { leaveOutEmpty } from './leave-out-empty.ts';
import { htmlToMarkdown } from './markdown.ts';
import { namedCredits } from './named-credits.ts';
import { namedTags } from './named-tags.ts';
import { link, platformTags } from './open-source-terms.ts';
import { cut, label, line } from './text.ts';
import { uniqueLinks } from './url-category.ts';
import { webLink } from './web-link.ts';

export type ProductReading =
  | { kind: 'game'; record: GameRecord; unread: string[] }
  /** A pack, an addition, a film. */
  | { kind: 'other'; type: string }
  | { kind: 'unusable'; reason: string };

type Wanted = { source: string; named: string | null; pageOf(id: string): string };

/** Reads the product; `details` is the second API's answer, where it could be had. */
export function readGogProduct(value: unknown, details: unknown, { source, named, pageOf }: Wanted): ProductReading {
  const product = account(value);
  const id = product.text('id') ?? '';
  const title = label(product.text('title') ?? '');
  if (title === '' || !/^[1-9]\d{0,15}$/.test(id)) {
    const said = product.text('message') ?? product.text('error');
    return { kind: 'unusable', reason: `has no title and number${said ? ` (GOG says: ${line(said, 100)})` : ''}` };
  }
  if (named !== null && named !== id) return { kind: 'unusable', reason: `describes another product (${id})` };
  const type = product.text('game_type') ?? 'game';
  if (type !== 'game') return { kind: 'other', type };
  product.ignore('slug', 'purchase_link', 'is_secret', 'is_installable', 'release_date', 'dlcs', 'expanded_dlcs');
  product.ignore('changelog', 'related_products');

  const rejected: string[] = [];
  const more = readDetails(details);
  const links = product.object('links');
  links.ignore('purchase_link');
  const card = webLink(links.text('product_card'));
  const url = card !== null && new URL(card).pathname.length > 1 ? card : pageOf(id);
  const description = readDescription(product, url);
  const version = readVersion(product);
  const record = leaveOutEmpty({
    source,
    url,
    key: id,
    title,
    descriptions: description
      ? [{ language: guessLanguage(description.slice(0, 1500)) ?? 'en', text: description }]
      : [],
    releaseDate: more.date,
    credits: more.credits,
    tags: [
      { category: 'state', slug: isUnfinished(product) ? 'in_dev' : 'released' },
      ...readPlatforms(product),
      ...more.tags,
      ...(version ? [{ category: 'version', name: version } as const] : []),
    ],
    urls: uniqueLinks([
      link('game_page', url, 'GOG'),
      link('forum', links.text('forum') ?? '', 'GOG forum'),
      link('help', links.text('support') ?? '', 'GOG support'),
      ...readPictures(product),
    ]),
    identifiers: [{ scheme: 'gog', value: id }],
    languages: readLanguages(product.object('languages'), (name) => rejected.push(cut(`language: ${line(name)}`, 80))),
    attributions: ['gog.com'],
  });
  return { kind: 'game', record, unread: [...product.unread(), ...rejected, ...more.unread] };
}

/** What only the second API tells. Most of what it holds is known from the first, or about selling. */
function readDetails(value: unknown): { date: string | undefined; credits: Credit[]; tags: Tag[]; unread: string[] } {
  const embedded = account(value).object('_embedded');
  const product = embedded.object('product');
  const names = (key: string) => embedded.objects(key).map((each) => each.text('name'));
  const people = [
    ...names('developers').map((name) => ({ role: 'author' as const, name })),
    { role: 'publisher' as const, name: embedded.object('publisher').text('name') },
  ];
  const written = product.text('globalReleaseDate') ?? '';
  const date = edtf(written.replace(/T.*$/s, '')) ?? undefined;
  const unread = written && date === undefined ? [cut(`globalReleaseDate: ${line(written)}`, 80)] : [];
  return { date, credits: namedCredits(people), tags: namedTags('tag', names('tags')), unread };
}

function isUnfinished(product: Account): boolean {
  const development = product.object('in_development');
  development.ignore('until');
  const [before, active] = [product.raw('is_pre_order'), development.raw('active')];
  return before === true || active === true;
}

const systems = { windows: 'Windows', osx: 'macOS', linux: 'Linux' };

function readPlatforms(product: Account): Tag[] {
  const compatible = product.object('content_system_compatibility');
  return platformTags(Object.entries(systems).flatMap(([key, name]) => (compatible.raw(key) === true ? [name] : [])));
}

/** GOG's own codes, some of which are other languages' in BCP 47. */
const codes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    br: 'pt-BR',
    cn: 'zh-Hans',
    zh: 'zh-Hant',
    jp: 'ja',
    cz: 'cs',
    gk: 'el',
    sb: 'sr',
    es_mx: 'es-419',
  }),
);

function readLanguages(languages: Account, reject: (name: string) => void): string[] {
  const found = new Set<string>();
  for (const code of languages.keys()) {
    const name = languages.text(code) ?? code;
    const tag = codes.get(code) ?? languageTag(code) ?? languageTag(name);
    if (tag !== null) found.add(tag);
    else reject(name);
  }
  return [...found];
}

/** `lead` is only the beginning of `full`. */
function readDescription(product: Account, base: string): string {
  const description = product.object('description');
  description.ignore('lead', 'whats_cool_about_it');
  return htmlToMarkdown(description.text('full') ?? description.text('lead') ?? '', base);
}

function readVersion(product: Account): string {
  const downloads = product.object('downloads');
  downloads.ignore('patches', 'language_packs', 'bonus_content');
  const versions = downloads.objects('installers').map((installer) => {
    installer.ignore(...installer.keys().filter((key) => key !== 'version'));
    return installer.text('version');
  });
  return label(versions.find((version) => version !== undefined) ?? '', 60);
}

function readPictures(product: Account): (GameUrl | null)[] {
  const images = product.object('images');
  images.ignore('background', 'icon', 'sidebarIcon', 'sidebarIcon2x', 'menuNotificationAv', 'menuNotificationAv2');
  const small = images.text('logo');
  const screenshots = product.objects('screenshots').map((screenshot) => {
    screenshot.ignore('image_id', 'formatted_images');
    const address = screenshot.text('formatter_template_url')?.replace('_{formatter}', '').replace('{formatter}', '');
    return link('screenshot', absolute(address));
  });
  const videos = product.objects('videos').map((video) => {
    video.ignore('thumbnail_url', 'provider');
    const watched = absolute(video.text('video_url')).replace(/\/embed\/([\w-]{6,20})(?:\?.*)?$/, '/watch?v=$1');
    return link('video', watched);
  });
  return [link('poster', absolute(images.text('logo2x') ?? small)), ...screenshots, ...videos];
}

/** Addresses come without `https:`. */
const absolute = (written = '') => webLink(written, 'https://www.gog.com/') ?? '';
