/**
 * A game as IFDB's API describes it. What readers did with it (ratings, playing time) and the record's own history
 * are known and not wanted.
 */
import type { Credit, GameRecord, Identifier, Tag } from '../../domain/record.ts';
import type { Account } from './account.ts';
import { edtf } from './dates.ts';
import { decodeEntities } from './html.ts';
import { ifdbLinks, type Reject } from './ifdb-links.ts';
import { guessLanguage, languageTags } from './languages.ts';
import { leaveOutEmpty } from './leave-out-empty.ts';
import { htmlToMarkdown } from './markdown.ts';
import { nameSpellings, splitNames } from './names.ts';
import { tagsOf } from './tags.ts';
import { cut, label, line } from './text.ts';

type Reading =
  /** `rejected`: what was read and cannot be kept. */
  { kind: 'game'; record: GameRecord; rejected: string[] } | { kind: 'unusable'; reason: string };

/** Reads the answer for the game `key`; the reason, when it cannot be used, continues a sentence. */
export function readGame(answer: Account, game: Pick<GameRecord, 'source' | 'key' | 'url'>): Reading {
  answer.ignore('colophon');
  const bibliographic = answer.object('bibliographic');
  const identification = answer.object('identification');
  const details = answer.object('ifdb');
  details.ignore('pageversion', 'link', 'playTimeInMinutes');
  details.ignore('averageRating', 'starRating', 'ratingCountAvg', 'ratingCountTot');

  const title = plain(bibliographic.text('title'));
  if (title === '') return { kind: 'unusable', reason: 'names no title' };
  const tuid = details.text('tuid')?.toLowerCase() ?? game.key;
  if (tuid !== game.key) return { kind: 'unusable', reason: `describes another game (${line(tuid, 40)})` };

  const rejected: string[] = [];
  const reject: Reject = (what, value) => void rejected.push(cut(`${what}: ${line(value)}`, 80));

  const written = bibliographic.text('language') ?? '';
  const languages = languageTags(written);
  if (written && languages.length === 0) reject('language', written);
  const date = bibliographic.text('firstpublished') ?? '';
  const releaseDate = edtf(date) ?? undefined;
  if (date && releaseDate === undefined) reject('firstpublished', date);
  const description = htmlToMarkdown(bibliographic.text('description') ?? '', game.url);
  identification.ignore('bafn');
  const record = leaveOutEmpty({
    ...game,
    title,
    descriptions: description ? [{ language: languageOf(description, languages), text: description }] : [],
    releaseDate,
    credits: credits(plain(bibliographic.text('author'))),
    tags: [
      ...platforms(identification.text('format')),
      ...tagsOf('tag', [...plain(bibliographic.text('genre')).split(/[/,]/), ...userTags(details)]),
    ],
    urls: ifdbLinks(answer, details, game.url, reject),
    identifiers: [{ scheme: 'ifdb', value: game.key }, ...ifids(identification, reject)],
    languages,
    attributions: ['ifdb.org'],
  });
  return { kind: 'game', record, rejected };
}

/** Their form is that of the Treaty of Babel. */
function ifids(identification: Account, reject: Reject): Identifier[] {
  const values = identification.list('ifids').map((value) => line(String(value)).toUpperCase());
  const isIfid = (value: string) => /^[A-Z0-9-]{8,63}$/.test(value);
  for (const value of values) if (!isIfid(value)) reject('ifid', value);
  return [...new Set(values.filter(isIfid))].map((value) => ({ scheme: 'ifid', value }));
}

/** IFDB keeps its texts in HTML, titles and names included. */
const plain = (text = '') => label(decodeEntities(text));

/** IFDB does not say in what language the text is; most are English, whatever the game's. Only letters can tell otherwise. */
function languageOf(description: string, languages: string[]): string | null {
  const guess = guessLanguage(description);
  return guess ?? (languages.length === 1 && languages[0] === 'en' ? 'en' : null);
}

/** Of `A (as B)` only the person is kept: a record has no place for a pen name, and a second author would be invented. */
function credits(authors: string): Credit[] {
  const names = splitNames(authors.replace(/\{\w+\}/g, '')).map((name) => nameSpellings(name)[0] ?? '');
  return [...new Set(names.filter(Boolean))].map((name) => ({ role: 'author', name }));
}

const platformNames: Record<string, string> = {
  zcode: 'Z-code',
  glulx: 'Glulx',
  tads2: 'TADS 2',
  tads3: 'TADS 3',
  hugo: 'Hugo',
  agt: 'AGT',
  alan2: 'Alan 2',
  alan3: 'Alan 3',
  adrift: 'ADRIFT',
  advsys: 'AdvSys',
  level9: 'Level 9',
  magscrolls: 'Magnetic Scrolls',
};

/** `executable` names no platform. */
function platforms(format: string | undefined): Tag[] {
  if (format === undefined || format === 'executable') return [];
  const name = Object.hasOwn(platformNames, format) ? platformNames[format] : label(format, 100);
  return name ? [{ category: 'platform', name }] : [];
}

/** Genres are free text on IFDB, as tags are; a word that is both is told once. */
function userTags(details: Account): string[] {
  return details.objects('tags').map((tag) => {
    tag.ignore('tagcnt', 'gamecnt');
    return plain(tag.text('name'));
  });
}
