/**
 * A game as IFDB's API describes it. What readers did with it (ratings, playing time) and the record's own history
 * are known and not wanted.
 */
import type { GameRecord } from '../../domain/record.ts';
import type { Account } from './account.ts';
import { edtf } from './dates.ts';
import { decodeEntities } from './html.ts';
import { authorCredits, freeTags, ifidentifiers, platformTags } from './if-terms.ts';
import { ifdbLinks, type Reject } from './ifdb-links.ts';
import { guessLanguage, languageTags } from './languages.ts';
import { leaveOutEmpty } from './leave-out-empty.ts';
import { htmlToMarkdown } from './markdown.ts';
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
  identification.ignore('bafn', 'tuid');
  bibliographic.ignore('seriesnumber');
  const record = leaveOutEmpty({
    ...game,
    title,
    descriptions: description ? [{ language: languageOf(description, languages), text: description }] : [],
    releaseDate,
    credits: authorCredits(plain(bibliographic.text('author'))),
    tags: [
      ...platformTags(identification.text('format')),
      ...freeTags({
        genre: plain(bibliographic.text('genre')),
        forgiveness: bibliographic.text('forgiveness'),
        others: [plain(bibliographic.text('series')), ...userTags(details)],
      }),
    ],
    urls: ifdbLinks(answer, details, game.url, reject),
    identifiers: [
      { scheme: 'ifdb', value: game.key },
      ...ifidentifiers(identification.list('ifids').map(String), reject),
    ],
    languages,
    attributions: ['ifdb.org'],
  });
  return { kind: 'game', record, rejected };
}

/** IFDB keeps its texts in HTML, titles and names included. */
const plain = (text = '') => label(decodeEntities(text));

/** IFDB does not say in what language the text is; most are English, whatever the game's. Only letters can tell otherwise. */
function languageOf(description: string, languages: string[]): string | null {
  const guess = guessLanguage(description);
  return guess ?? (languages.length === 1 && languages[0] === 'en' ? 'en' : null);
}

function userTags(details: Account): string[] {
  return details.objects('tags').map((tag) => {
    tag.ignore('tagcnt', 'gamecnt');
    return plain(tag.text('name'));
  });
}
