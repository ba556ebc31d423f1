/**
 * A game as IFDB's API describes it. What readers did with it (ratings, playing time) and the record's own history
 * are known and not wanted.
 */
import type { Credit, GameRecord, Tag } from '../../domain/record.ts';
import type { Account } from './account.ts';
import { edtf } from './dates.ts';
import { decodeEntities } from './html.ts';
import { ifdbLinks } from './ifdb-links.ts';
import { guessLanguage, languageTags } from './languages.ts';
import { leaveOutEmpty } from './leave-out-empty.ts';
import { htmlToMarkdown } from './markdown.ts';
import { line } from './text.ts';

type Reading = { kind: 'game'; record: GameRecord } | { kind: 'unusable'; reason: string };

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

  const languages = languageTags(bibliographic.text('language') ?? '');
  const description = htmlToMarkdown(bibliographic.text('description') ?? '', game.url);
  const ifids = identification.list('ifids').filter((ifid) => typeof ifid === 'string');
  identification.ignore('bafn');
  const record = leaveOutEmpty({
    ...game,
    title,
    alternativeTitles: undefined,
    descriptions: description ? [{ language: languageOf(description, languages), text: description }] : [],
    releaseDate: edtf(bibliographic.text('firstpublished') ?? '') ?? undefined,
    credits: credits(plain(bibliographic.text('author'))),
    tags: [
      ...platforms(identification.text('format')),
      ...uniqueTags([...(bibliographic.text('genre') ?? '').split(/[/,]/), ...userTags(details)]),
    ],
    urls: ifdbLinks(answer, details, game.url),
    identifiers: [
      { scheme: 'ifdb', value: game.key },
      ...[...new Set(ifids.map((ifid) => line(ifid, 100).toUpperCase()))].filter(Boolean).map(ifid),
    ],
    languages,
    attributions: ['ifdb.org'],
  });
  return { kind: 'game', record };
}

const ifid = (value: string) => ({ scheme: 'ifid', value });

/** IFDB keeps its texts in HTML, titles and names included. */
const plain = (text = '') => line(decodeEntities(text));

/** IFDB does not say in what language the text is; most are English, whatever the game's. Only letters can tell otherwise. */
function languageOf(description: string, languages: string[]): string | null {
  const guess = guessLanguage(description);
  return guess ?? (languages.length === 1 && languages[0] === 'en' ? 'en' : null);
}

/**
 * `A and B`, `A, B, C`, `A (as B)`: of a pen name only the person is kept, for a record has no place for it and a
 * second author would be invented. `Jr.` and the like belong to the name before them.
 */
function credits(authors: string): Credit[] {
  const names = authors
    .replace(/\{\w+\}/g, '')
    .replace(/\((?:\w+ )?as [^()]*\)/gi, '')
    .replace(/,\s*(?=(?:jr|sr|ph\.?d|md)\b)/gi, ' ')
    .split(/\s*[,;&]\s*(?:and\s+)?|\s+and\s+/i)
    .map((name) => line(name, 200))
    .filter((name) => /[\p{L}\p{N}]/u.test(name));
  return [...new Set(names)].map((name) => ({ role: 'author', name }));
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
  const name = Object.hasOwn(platformNames, format) ? platformNames[format] : line(format, 100);
  return name ? [{ category: 'platform', name }] : [];
}

function userTags(details: Account): string[] {
  return details.objects('tags').map((tag) => {
    tag.ignore('tagcnt', 'gamecnt');
    return tag.text('name') ?? '';
  });
}

/** Genres are free text on IFDB, as tags are; a word that is both is told once. */
function uniqueTags(names: string[]): Tag[] {
  const unique = new Map<string, Tag>();
  for (const name of names.map(plain).filter(Boolean)) {
    if (!unique.has(name.toLowerCase())) unique.set(name.toLowerCase(), { category: 'tag', name });
  }
  return [...unique.values()];
}
