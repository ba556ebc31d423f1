/**
 * Trilarion's Open Source Games List (https://github.com/Trilarion/opensourcegames): a Markdown file for each of about
 * two thousand games, and for tools and engines, which its keywords tell apart. Written from the repository's
 * CONTRIBUTING.md.
 */
import type { Credit, GameRecord, Role, Tag } from '../domain/record.ts';
import type { Extraction, Page, Source } from '../domain/source.ts';
import { atMost } from './reading/count-unread.ts';
import { githubFiles } from './reading/github-files.ts';
import { leaveOutEmpty } from './reading/leave-out-empty.ts';
import { notesToMarkdown } from './reading/notes-markdown.ts';
import {
  downloadLink,
  homeLink,
  licenseTags,
  link,
  platformTags,
  relationTags,
  wordTags,
} from './reading/open-source-terms.ts';
import { type Entry, type EntryItem, readEntry } from './reading/osgl-entry.ts';
import { label } from './reading/text.ts';
import { uniqueLinks } from './reading/url-category.ts';

const files = githubFiles('Trilarion/opensourcegames', 'master', /^entries\/(?!README\.md$)[^/]{1,200}\.md$/);
const keyOf = (url: string) => files.pathOf(url)?.replace(/^entries\/|\.md$/g, '') ?? null;

export const openSourceGames: Source = {
  name: 'open-source-games',
  title: 'Open Source Games List',
  homepage: 'https://trilarion.github.io/opensourcegames/',
  rank: 40,
  hostDelayMs: 500,
  terms: 'Its content is dedicated to the public (CC0); GitHub answers sixty requests for listings an hour.',
  provenBy: null,
  claims: (url) => keyOf(url) !== null,
  key: (url) => keyOf(url) ?? url,
  request: (url) => files.request(url),
  seeds: () => [{ as: 'listing', url: files.tree }],
  list: files.list,
  extract,
};

/** Of no use to a catalogue of games. */
const unwanted = new Set(['code language', 'code dependency', 'code dependencie', 'assets license', 'build system']);
const used = new Set([
  ...['home', 'media', 'inspiration', 'state', 'play', 'download', 'platform', 'keyword', 'code repository'],
  ...['code repositorie', 'code license', 'license', 'developer'],
]);

function extract({ url, asked, text }: Page): Extraction {
  const named = asked ?? url;
  const key = keyOf(named) ?? keyOf(url);
  const entry = readEntry(text);
  if (key === null || entry === null || label(entry.title) === '') {
    const lacks = key === null ? 'is no entry of the list' : 'has no title ("# …") or no field ("- State: …")';
    return { kind: 'broken', reason: `${named} ${lacks}: look at the file on GitHub.` };
  }
  const unread = [...entry.fields.keys()].filter((name) => !used.has(name) && !unwanted.has(name));
  return {
    kind: 'records',
    records: [asRecord(key, entry)],
    unread: atMost([...unread.map((name) => label(name, 80)), ...entry.odd]),
  };
}

function asRecord(key: string, entry: Entry): GameRecord {
  const items = (...names: string[]) => names.flatMap((name) => entry.fields.get(name) ?? []);
  const texts = (...names: string[]) => items(...names).map((item) => item.text);
  const notes = notesToMarkdown(entry.notes);
  return leaveOutEmpty({
    source: openSourceGames.name,
    url: files.pageOf(`entries/${key}.md`),
    key,
    title: label(entry.title),
    descriptions: notes ? [{ language: 'en', text: notes }] : [],
    credits: items('developer').flatMap(readDeveloper),
    tags: [
      ...stateTags(texts('state')),
      ...wordTags(texts('keyword')),
      ...platformTags(texts('platform')),
      ...licenseTags(texts('code license', 'license')),
      ...relationTags('inspired by', texts('inspiration')),
    ],
    urls: uniqueLinks([
      ...texts('home').map(homeLink),
      ...texts('play').map((url) => link('play_online', url)),
      ...texts('download').map(downloadLink),
      ...texts('code repository', 'code repositorie').map((url) => link('source_code', url)),
      ...texts('media').map((url) => link('other', url)),
    ]),
    attributions: [openSourceGames.title],
  });
}

/** `beta`, `mature`, and since when nobody works on it. */
const stateTags = (states: string[]): Tag[] =>
  states.map((state) =>
    state === 'beta' ? { category: 'state', slug: 'beta' } : { category: 'state', name: label(state, 100) },
  );

const roles: [RegExp, Role][] = [
  [/@port\b/, 'porter'],
  [/@artwork\b/, 'artist'],
  [/@audio\b/, 'composer'],
];

function readDeveloper({ text, comment }: EntryItem): Credit[] {
  const name = label(text, 200);
  const role = roles.find(([form]) => form.test(comment))?.[1] ?? 'author';
  return name === '' || name === '?' ? [] : [{ role, name }];
}
