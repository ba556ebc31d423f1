/**
 * One game of Open Source Game Clones. Its `originals` are other games: they become words about this one, never its
 * own titles or pages. Older spellings of fields (`lang`, `license`, `remakes`) are read too.
 */
import type { GameRecord, GameUrl, Tag, UrlCategory } from '../../domain/record.ts';
import type { Account } from './account.ts';
import { leaveOutEmpty } from './leave-out-empty.ts';
import { plainToMarkdown } from './markdown.ts';
import { homeLink, licenseTags, link, platformTags, relationTags, wordTags } from './open-source-terms.ts';
import { label } from './text.ts';
import { uniqueLinks } from './url-category.ts';

export type CloneReading = ({ kind: 'game' } & CloneRow) | { kind: 'tool' } | { kind: 'unusable'; reason: string };

export type CloneRow = {
  record: GameRecord;
  /** For a second game of the same name. */
  longKey: string;
  /** Values that are not understood. */
  odd: string[];
};

export type ClonesFile = { source: string; attribution: string; page: string };

const relations: Record<string, string> = {
  remake: 'remake of',
  clone: 'clone of',
  official: 'official release of',
  similar: 'similar to',
};

/** Reads a row; tools that only serve a game are left out. */
export function readClone(row: Account, file: ClonesFile): CloneReading {
  const [title = '', ...named] = [...textsOf(row, 'name'), ...textsOf(row, 'names')];
  if (title === '') return { kind: 'unusable', reason: 'it has no name' };
  const type = row.text('type');
  if (type === 'tool') return { kind: 'tool' };
  row.ignore('lang', 'langs', 'framework', 'frameworks', 'added', 'updated', 'comment');

  const originals = textsOf(row, 'originals');
  const relation = Object.hasOwn(relations, type ?? '') ? relations[type ?? ''] : undefined;
  const info = plainToMarkdown(row.text('info') ?? '');
  const urls = uniqueLinks([...readLinks(row), ...readVideos(row.object('video'))]);
  const addressOf = (wanted: UrlCategory) => urls.find(({ category }) => category === wanted)?.url;
  const key = slug(title);
  const record = leaveOutEmpty({
    source: file.source,
    url: addressOf('game_page') ?? addressOf('source_code') ?? `${file.page}#${encodeURIComponent(key)}`,
    key,
    title,
    alternativeTitles: named.filter((name) => !isAddress(name) && name !== title).map((name) => ({ title: name })),
    descriptions: info ? [{ language: 'en', text: info }] : [],
    tags: [
      ...readStates(row),
      ...wordTags(textsOf(row, 'multiplayer').map((mode) => `multiplayer ${mode.toLowerCase()}`)),
      ...wordTags(textsOf(row, 'content').map((content) => `content ${content}`)),
      ...platformTags([...textsOf(row, 'platforms'), ...textsOf(row, 'platform')]),
      ...licenseTags([...textsOf(row, 'licenses'), ...textsOf(row, 'license')]),
      ...relationTags(relation ?? 'made after', originals),
      ...relationTags('remake of', textsOf(row, 'remakes')),
      ...relationTags('clone of', textsOf(row, 'clones')),
    ],
    urls,
    attributions: [file.attribution],
  });
  const odd = type !== undefined && relation === undefined ? [label(`type: ${type}`, 80)] : [];
  return { kind: 'game', record, longKey: [key, ...originals.map(slug)].join('/'), odd };
}

const isAddress = (text: string) => /^https?:\/\//.test(text);
const slug = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || encodeURIComponent(name);

/** A text or a list of texts; a list within (`[MIT, an address]`) counts with its first. */
function textsOf(row: Account, key: string): string[] {
  const text = row.text(key);
  const texts: string[] = [];
  for (const each of text === undefined ? row.list(key) : [text]) {
    const first: unknown = Array.isArray(each) ? each[0] : each;
    const written = typeof first === 'string' ? label(first) : '';
    if (written !== '') texts.push(written);
  }
  return texts;
}

/** `N/A` and `playable` say nothing that a catalogue of games does not say by itself. */
function readStates(row: Account): Tag[] {
  const states = [row.text('status'), row.text('development')].flatMap((state) => (state ? [label(state, 100)] : []));
  return states
    .filter((state) => state !== 'playable' && state !== 'N/A' && state !== '')
    .map((name) => ({ category: 'state', name }));
}

function readLinks(row: Account): (GameUrl | null)[] {
  return [
    ...textsOf(row, 'url').map(homeLink),
    ...textsOf(row, 'repo').map((url) => link('source_code', url)),
    ...textsOf(row, 'feed').map((url) => link('other', url, 'News feed')),
    ...textsOf(row, 'images').map((url) => link('screenshot', url)),
  ];
}

const videoSites: Record<string, (id: string) => string> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  moddb: (id) => `https://www.moddb.com/media/iframe/${id}`,
  indiedb: (id) => `https://www.indiedb.com/media/iframe/${id}`,
};

function readVideos(video: Account): (GameUrl | null)[] {
  return Object.entries(videoSites).map(([site, addressOf]) => {
    const id = /^[\w-]{1,40}$/.exec(video.text(site) ?? '')?.[0];
    return id ? link('video', addressOf(id)) : null;
  });
}
