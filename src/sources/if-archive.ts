/**
 * The Interactive Fiction Archive. One document, Master-Index.xml, tells of every file in it, of which those below `games/`
 * are read; the feed of new files only says whether that document is worth another look. The dates it gives are those of
 * files in the archive, not of games, and so are none of a record's.
 */
import type { GameRecord, GameUrl, Identifier, Tag } from '../domain/record.ts';
import type { Extraction, Listing, Page, Source } from '../domain/source.ts';
import { brokenPage } from './reading/broken-page.ts';
import { atMost, countUnread } from './reading/count-unread.ts';
import { competitionOf, isGamePath, languagesOf, nameAsTitle, platformOf } from './reading/if-archive-file.ts';
import { type ArchiveFile, readArchiveIndex } from './reading/if-archive-index.ts';
import { authorCredits, ifidentifiers, ifidOfMd5 } from './reading/if-terms.ts';
import { guessLanguage } from './reading/languages.ts';
import { leaveOutEmpty } from './reading/leave-out-empty.ts';
import { notesToMarkdown } from './reading/notes-markdown.ts';
import { cut, label, line } from './reading/text.ts';
import { uniqueLinks } from './reading/url-category.ts';
import { webLink } from './reading/web-link.ts';
import { readXmlList } from './reading/xml.ts';
import { elementsOf } from './reading/xml-value.ts';

const home = 'https://ifarchive.org/';
const masterIndex = `${home}indexes/Master-Index.xml`;
const form = /^https?:\/\/(?:www\.|mirror\.)?ifarchive\.org\/indexes\/Master-Index\.xml(?:[?#].*)?$/;

export const ifArchive: Source = {
  name: 'if-archive',
  title: 'Interactive Fiction Archive',
  homepage: home,
  rank: 35,
  hostDelayMs: 2000,
  terms:
    'Programs are offered one large document about all files; it is asked for as a whole, and again only when it changed.',
  provenBy: 'recorded/ifarchive',
  claims: (url) => form.test(url),
  key: (url) => (form.test(url) ? 'Master-Index' : url),
  seeds: () => [{ as: 'page', url: masterIndex }],
  changes: () => [{ as: 'listing', url: `${home}indexes/archive.rss` }],
  list,
  extract,
};

/** The feed names new files: when a game is among them, the index has something new to tell. */
function list({ url, text }: Page): Listing {
  const advice = `look at it in a browser, or import ${masterIndex} as a page`;
  const feed = readXmlList(text, 'rss', 'channel');
  if (feed.kind === 'broken') return brokenPage(url, feed.reason, advice);
  const [channel] = feed.items;
  if (channel === undefined) return brokenPage(url, 'holds no channel of news', advice);
  channel.ignore('title', 'link', 'description', 'language', 'webMaster', 'pubDate', 'lastBuildDate');
  const paths = elementsOf(channel, 'item').map((item) => {
    item.ignore('title', 'guid', 'pubDate', 'description');
    return pathOf(item.text('link') ?? '');
  });
  return {
    kind: 'listed',
    pages: paths.some(isGamePath) ? [masterIndex] : [],
    next: [],
    unread: atMost(feed.unread()),
  };
}

function pathOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url).pathname.slice(1));
  } catch {
    return '';
  }
}

function extract({ url, text }: Page): Extraction {
  const broken = (what: string) => brokenPage(url, what, `give the address of the index of all files, ${masterIndex}`);
  if (!/<ifarchive[\s>]/.test(text.slice(0, 10_000))) return broken('does not begin with <ifarchive>');
  const index = readArchiveIndex(text);
  const rejected: string[] = [];
  const reject = (what: string, value: string) => void rejected.push(cut(`${what}: ${line(value)}`, 80));
  const packs = packsByGame(index.packs);
  const records = index.games.flatMap((files) => recordOf(files, packs, reject) ?? []);
  if (records.length === 0) return broken(`holds no game among its ${index.items} files and folders`);
  const troubles = [
    ...(/<\/ifarchive>\s*$/.test(text.slice(-10_000)) ? [] : ['the document ends without </ifarchive>']),
    ...index.packs.map(({ path, tuids }) => cut(`${line(path)}: a pack of ${tuids.length} games, no game itself`, 120)),
  ];
  return { kind: 'records', records, unread: [...countUnread([...index.unread, ...rejected]), ...atMost(troubles)] };
}

type Reject = (what: string, value: string) => void;
type Packs = ReadonlyMap<string, ArchiveFile[]>;

/** Files with several games, under each game that IFDB knows in them. */
function packsByGame(packs: ArchiveFile[]): Packs {
  const found = new Map<string, ArchiveFile[]>();
  for (const pack of packs) for (const tuid of pack.tuids) found.set(tuid, [...(found.get(tuid) ?? []), pack]);
  return found;
}

/** A game's key is the path of its oldest file: newer versions that come beside it do not change it. */
function recordOf(files: ArchiveFile[], packs: Packs, reject: Reject): GameRecord | null {
  const oldest = files.reduce((before, file) => (file.date < before.date ? file : before));
  const told =
    files.find(({ heading }) => heading.title) ?? files.find(({ description }) => description !== '') ?? oldest;
  const title = told.heading.title ?? label(nameAsTitle(oldest.path));
  if (title === '') return null;
  const url = webLink(addressOf(oldest.path));
  if (url === null) {
    reject('path', oldest.path);
    return null;
  }
  const text = notesToMarkdown(unwrapped(told.description), home);
  const languages = [...new Set(files.flatMap(({ path }) => languagesOf(path)))];
  const [tuid] = oldest.tuids;
  const paths = files.map(({ path }) => path);
  return leaveOutEmpty({
    source: ifArchive.name,
    url,
    key: oldest.path,
    title,
    descriptions: text ? [{ language: languageOf(text, languages), text }] : [],
    releaseDate: undefined,
    credits: authorCredits(told.heading.authors ?? ''),
    tags: uniqueTags([...paths.flatMap(platformOf), ...paths.flatMap(competitionOf), ...versionOf(told)]),
    urls: uniqueLinks([
      ...paths.map((path) => link('download_direct', addressOf(path), nameOf(path))),
      ...(packs.get(tuid ?? '') ?? []).map(({ path }) =>
        link('other', addressOf(path), `With other games: ${nameOf(path)}`),
      ),
      tuid === undefined ? null : link('game_page', `https://ifdb.org/viewgame?id=${tuid}`, 'IFDB'),
      // Many versions of one idea may share a page of the wiki (“Adventure”): it says nothing of which game this is.
      ...files.flatMap(({ ifwiki }) => ifwiki.map((page) => link('other', wikiPage(page), 'IFWiki'))),
    ]),
    identifiers: [
      ...(tuid === undefined ? [] : [{ scheme: 'ifdb', value: tuid }]),
      ...ifidentifiers(
        files.flatMap((file) => [...file.ifids, ...legacyIfid(file)]),
        reject,
      ),
    ] satisfies Identifier[],
    languages,
    attributions: ['ifarchive.org'],
  });
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const addressOf = (path: string) => home + path.split('/').map(encodeURIComponent).join('/');
const wikiPage = (name: string) => `https://www.ifwiki.org/${encodeURIComponent(name.replaceAll(' ', '_'))}`;

function link(category: GameUrl['category'], written: string, description: string): GameUrl | null {
  const url = webLink(written);
  return url === null ? null : { category, url, description: label(description) || url };
}

/** Lines of a paragraph were broken where an editor's window ended; items of lists begin their own. */
const unwrapped = (text: string) => text.replace(/(?<=\S)[ \t]{0,100}\n[ \t]{0,100}(?=[^\s*+>#-])/g, ' ');

/** Archivists write in English; of a game in another language they may quote its own words. */
function languageOf(text: string, languages: string[]): string | null {
  return languages.length > 0 || /\p{Script=Cyrillic}/u.test(text) ? guessLanguage(text) : 'en';
}

const versionOf = ({ heading: { version } }: ArchiveFile): Tag[] =>
  version === undefined ? [] : [{ category: 'version', name: version }];

const uniqueTags = (tags: Tag[]) => [...new Map(tags.map((tag) => [`${tag.category} ${tag.name}`, tag])).values()];

/** April 2006: from then on story files may carry an IFID of their own; before, the Treaty makes it of their MD5. */
const treaty = Date.UTC(2006, 3, 1) / 1000;

function legacyIfid({ path, md5, date }: ArchiveFile): string[] {
  const format = /\.gam$/i.test(path) ? 'tads2' : /\.t3$/i.test(path) ? 'tads3' : undefined;
  const isLegacy = date > 0 && date < treaty;
  return format !== undefined && md5 !== undefined && isLegacy ? [ifidOfMd5(format, md5)] : [];
}
