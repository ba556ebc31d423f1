/**
 * A visual novel as VNDB's API describes it, with the fields its question names. Spoilers and explicit pictures are left out.
 */
import type { AlternativeTitle, Credit, GameRecord, GameUrl, Identifier, Role, Tag } from '../../domain/record.ts';
import type { Account } from './account.ts';
import { bbcodeToMarkdown } from './bbcode.ts';
import { edtf } from './dates.ts';
import { languageTag } from './languages.ts';
import { leaveOutEmpty } from './leave-out-empty.ts';
import { type Credited, namedCredits } from './named-credits.ts';
import { namedTags } from './named-tags.ts';
import { link, platformTags } from './open-source-terms.ts';
import { siteLink } from './site-link.ts';
import { cut, label, line } from './text.ts';
import { uniqueLinks } from './url-category.ts';
import { vndbPlatforms } from './vndb-platforms.ts';

/** What is asked for. */
export const novelFields = [
  'title,alttitle,titles{lang,title,latin,official,main},aliases,olang,devstatus,released,languages,platforms',
  'image{url,sexual,violence},screenshots{url,sexual,violence},description,developers{id,name}',
  'tags{name,category,rating,spoiler,lie},staff{id,name,role},va{staff{id,name}},extlinks{url,label,name,id}',
].join(',');

/** By `devstatus`; a cancelled novel has no state here. */
const states: ReadonlyMap<string, string> = new Map(Object.entries({ 0: 'released', 1: 'in_dev' }));

/** Null when the novel has no title. `rejected`: what was read and cannot be kept. */
export function readVndbNovel(
  novel: Account,
  known: Pick<GameRecord, 'source' | 'key' | 'url'>,
): { record: GameRecord; rejected: string[] } | null {
  const title = label(novel.text('title') ?? '');
  if (title === '') return null;
  novel.ignore('olang', 'length', 'length_minutes', 'length_votes', 'average', 'rating', 'votecount', 'popularity');
  const rejected: string[] = [];
  const reject = (what: string, value: string) => void rejected.push(cut(`${what}: ${line(value)}`, 80));

  const released = novel.text('released') ?? '';
  const releaseDate = edtf(released) ?? undefined;
  if (released !== '' && released !== 'TBA' && releaseDate === undefined) reject('released', released);
  const state = states.get(novel.text('devstatus') ?? '');
  const description = bbcodeToMarkdown(novel.text('description') ?? '', known.url);
  const links = novel.objects('extlinks').map((extlink) => ({
    url: extlink.text('url'),
    label: extlink.text('label'),
    site: extlink.text('name') ?? '',
    id: extlink.text('id') ?? '',
  }));
  const record = leaveOutEmpty({
    ...known,
    title,
    alternativeTitles: alternativeTitles(novel, title),
    descriptions: description ? [{ language: 'en', text: description }] : [],
    releaseDate,
    credits: credits(novel, reject),
    tags: [
      ...(state ? [{ category: 'state', slug: state } as const] : []),
      ...platformTags(textsIn(novel, 'platforms').map((code) => vndbPlatforms.get(code) ?? code)),
      ...tags(novel),
    ],
    urls: uniqueLinks([
      link('game_page', known.url, 'VNDB'),
      picture('poster', novel.object('image')),
      ...novel.objects('screenshots').map((screenshot) => picture('screenshot', screenshot)),
      ...links.map(({ url, label: name, site }) => siteLink(url, name ?? (site || 'Link'))),
    ]),
    identifiers: [{ scheme: 'vndb', value: known.key }, ...identifiers(links)],
    languages: languages(novel, reject),
    attributions: ['vndb.org'],
  });
  return { record, rejected };
}

type Reject = (what: string, value: string) => void;

const textsIn = (novel: Account, key: string) => novel.list(key).filter((item) => typeof item === 'string');

/** VNDB has codes of its own for these. */
const languageCodes: ReadonlyMap<string, string> = new Map(
  Object.entries({ ck: 'chr', 'pt-br': 'pt-BR', 'pt-pt': 'pt-PT' }),
);
const languageOf = (code: string) => languageCodes.get(code) ?? languageTag(code);

function languages(novel: Account, reject: Reject): string[] {
  const found = textsIn(novel, 'languages').map((code) => {
    const tag = languageOf(code);
    if (tag === null) reject('language', code);
    return tag;
  });
  return [...new Set(found.filter((tag) => tag !== null))];
}

/** In the language's own letters, and in Latin ones, which are no language's own. */
function alternativeTitles(novel: Account, title: string): AlternativeTitle[] {
  const found = new Map<string, AlternativeTitle>();
  const add = (written: string | undefined, language?: string | null) => {
    const name = label(written ?? '');
    if (name && name !== title && !found.has(name)) found.set(name, { title: name, ...(language && { language }) });
  };
  for (const each of novel.objects('titles')) {
    each.ignore('official', 'main');
    add(each.text('title'), languageOf(each.text('lang') ?? ''));
    add(each.text('latin'));
  }
  add(novel.text('alttitle'));
  for (const alias of textsIn(novel, 'aliases')) add(alias);
  return [...found.values()];
}

const roles: ReadonlyMap<string, Role> = new Map(
  Object.entries({
    scenario: 'author',
    chardesign: 'artist',
    art: 'artist',
    music: 'composer',
    songs: 'member',
    director: 'member',
    translator: 'translator',
    editor: 'member',
    qa: 'tester',
    staff: 'member',
  }),
);

function credits(novel: Account, reject: Reject): Credit[] {
  const people: Credited[] = [];
  const add = (role: Role, person: Account) => {
    person.ignore('aid', 'ismain', 'eid', 'note', 'original', 'lang', 'gender');
    const id = person.text('id') ?? '';
    people.push({ role, name: person.text('name'), url: /^[ps]\d{1,9}$/.test(id) ? `https://vndb.org/${id}` : null });
  };
  for (const developer of novel.objects('developers')) add('author', developer);
  for (const person of novel.objects('staff')) {
    const written = person.text('role') ?? '';
    const role = roles.get(written);
    if (role === undefined) reject('staff role', written);
    add(role ?? 'member', person);
  }
  for (const voice of novel.objects('va')) {
    voice.ignore('note', 'character');
    add('voiceover', voice.object('staff'));
  }
  return namedCredits(people);
}

/** Readers vote from 0 to 3 how much a tag is true of it. */
const trueEnough = 2;
const mostTags = 30;

function tags(novel: Account): Tag[] {
  const voted = novel.objects('tags').map((tag) => {
    tag.ignore('id');
    const spoils = Number(tag.text('spoiler') ?? 0) > 0;
    const isLie = tag.raw('lie') === true;
    const explicit = tag.text('category') === 'ero';
    return { name: tag.text('name'), rating: Number(tag.text('rating') ?? 0), hidden: spoils || isLie || explicit };
  });
  const kept = voted.filter(({ rating, hidden }) => rating >= trueEnough && !hidden);
  kept.sort((left, right) => right.rating - left.rating);
  return namedTags(
    'tag',
    kept.slice(0, mostTags).map(({ name }) => name),
  );
}

/** Votes from 0 (safe) to 2 (explicit, brutal). */
function picture(category: 'poster' | 'screenshot', image: Account): GameUrl | null {
  image.ignore('id', 'dims', 'votecount', 'thumbnail', 'thumbnail_dims', 'release');
  const worst = Math.max(Number(image.text('sexual') ?? 0), Number(image.text('violence') ?? 0));
  const url = image.text('url') ?? '';
  return worst > 1 ? null : link(category, url);
}

/** Names of sites, and what their ids look like; `steam` and others write numbers. */
const schemes: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    steam: /^[1-9]\d{0,9}$/,
    wikidata: /^Q?[1-9]\d{0,11}$/,
    dlsite: /^[RVB]J\d{4,10}$/,
    mobygames: /^\d{1,9}$/,
  }),
);

function identifiers(links: { site: string; id: string }[]): Identifier[] {
  const found = new Map<string, Identifier>();
  for (const { site, id } of links) {
    if (!schemes.get(site)?.test(id)) continue;
    const value = site === 'wikidata' ? `Q${id.replace('Q', '')}` : id;
    found.set(`${site} ${value}`, { scheme: site, value });
  }
  return [...found.values()];
}
