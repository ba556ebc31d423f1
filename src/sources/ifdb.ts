/**
 * IFDB, the Interactive Fiction Database. A game is read through its API (https://ifdb.org/api/viewgame), which asks
 * for low volume, hence the long delay; its other form, iFiction, is understood too. The listing is https://ifdb.org/api/search with the search page's own
 * parameters `browse`, `sortby` and `pg`, which that document does not name and no recording here proves.
 */
import type { Extraction, Listing, Page, Source } from '../domain/source.ts';
import { type Account, account } from './reading/account.ts';
import { atMost } from './reading/count-unread.ts';
import { parseHtml, textOf } from './reading/html.ts';
import { readGame } from './reading/ifdb-game.ts';
import { answerFromXml } from './reading/ifdb-xml.ts';
import { line } from './reading/text.ts';

const form = /^https?:\/\/(?:www\.)?ifdb\.org\/viewgame\?(?:[^#]*&)?id=([a-z0-9]{4,32})(?:[&#]|$)/i;
const keyOf = (url: string) => form.exec(url)?.[1]?.toLowerCase() ?? null;
const pageOf = (key: string) => `https://ifdb.org/viewgame?id=${key}`;

/** `browse` asks for all games: an empty search finds none. */
const listing = (page: number) => `https://ifdb.org/search?json&game&browse&sortby=new&pg=${page}`;
/** At a hundred games a page, several times what IFDB holds. */
const lastListing = 500;

export const ifdb: Source = {
  name: 'ifdb',
  title: 'Interactive Fiction Database',
  homepage: 'https://ifdb.org/',
  rank: 60,
  hostDelayMs: 2000,
  terms:
    'The API is meant for low volume, with pauses between requests (https://ifdb.org/api/); copies of the whole database lie in the IF Archive.',
  provenBy: 'recorded/ifdb',
  claims: (url) => keyOf(url) !== null,
  key: (url) => keyOf(url) ?? url,
  request: (url) => ({ url: keyOf(url) === null ? url : `https://ifdb.org/viewgame?json&id=${keyOf(url)}` }),
  seeds: () => [{ as: 'listing', url: listing(1) }],
  list,
  extract,
};

/** `{"games":[{"tuid":…,"title":…,"link":…}]}`, newest first; a page without games ends the list. */
function list({ url, text }: Page): Listing {
  const answer = readAnswer(url, text);
  if (answer.kind === 'broken') return answer;
  if (!Array.isArray(answer.object.raw('games'))) return broken(`${url} holds no list of games`);

  const pages = new Set<string>();
  for (const game of answer.object.objects('games')) {
    const key = keyOf(pageOf(game.text('tuid') ?? ''));
    if (key !== null) pages.add(pageOf(key));
    game.ignore('title', 'link', 'author', 'devsys', 'published', 'coverArtLink', 'hasCoverArt');
    game.ignore('averageRating', 'numRatings', 'starRating', 'starSort', 'playTimeInMinutes');
  }
  const number = Number(/[?&]pg=(\d{1,6})/.exec(url)?.[1] ?? 1);
  if (pages.size === 0 && number <= 1) return broken(`${url} names no game`);
  const next = pages.size > 0 && number < lastListing ? [listing(number + 1)] : [];
  return { kind: 'listed', pages: [...pages], next, unread: atMost(answer.object.unread(), 49) };
}

function extract({ url, text }: Page): Extraction {
  const key = keyOf(url);
  if (key === null) return broken(`${url} is no page of a game`);
  const answer = readAnswer(url, text);
  if (answer.kind === 'broken') return answer;

  const reading = readGame(answer.object, { source: ifdb.name, key, url: pageOf(key) });
  if (reading.kind === 'unusable') return broken(`${url} ${reading.reason}`);
  return {
    kind: 'records',
    records: [reading.record],
    unread: atMost([...answer.object.unread(), ...reading.rejected], 49),
  };
}

type Broken = { kind: 'broken'; reason: string };

const broken = (what: string): Broken => ({
  kind: 'broken',
  reason: `${what}: look at it in a browser, IFDB may be down or have changed its API.`,
});

/** The API answers with an object, in JSON or as iFiction, and where it cannot, with one that says why. */
function readAnswer(url: string, text: string): { kind: 'answer'; object: Account } | Broken {
  let value: unknown = /^[\s\ufeff]*</.test(text) ? answerFromXml(text) : null;
  try {
    value ??= JSON.parse(text);
  } catch (error) {
    return broken(`${url} holds no JSON (${line(error instanceof Error ? error.message : '', 100)})`);
  }
  const object = account(value);
  const refusal = object.text('errorMessage') ?? object.text('error');
  if (refusal === undefined) return { kind: 'answer', object };
  return broken(`IFDB answers “${line(textOf(parseHtml(refusal).tree.children), 200)}” to ${url}`);
}
