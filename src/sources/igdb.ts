/**
 * IGDB, the Internet Game Database, through its API v4 (https://api-docs.igdb.com). Everything is a POST: a game's page
 * stands for a question by its slug, and listings are addresses made up here, of which `request` makes questions.
 */
import type { Extraction, Listing, Page, Source, SourceSettings } from '../domain/source.ts';
import { type Account, account } from './reading/account.ts';
import { brokenPage } from './reading/broken-page.ts';
import { atMost } from './reading/count-unread.ts';
import { gameFields, kindOf, readIgdbGame } from './reading/igdb-game.ts';
import { openJson } from './reading/json-page.ts';
import { notAGame } from './reading/not-a-game.ts';
import { line } from './reading/text.ts';

const form = /^https?:\/\/(?:www\.|m\.)?igdb\.com\/games\/([a-z0-9][a-z0-9-]{0,199})\/?(?:[?#].*)?$/i;
const keyOf = (url: string) => form.exec(url)?.[1]?.toLowerCase() ?? null;
const pageOf = (key: string) => `https://www.igdb.com/games/${key}`;

const endpoint = 'https://api.igdb.com/v4/games';
/** Main games, stand-alone expansions, episodes, remakes, remasters, expanded games, ports. */
const wanted = '(0,4,6,8,9,10,11)';
const perListing = 500;
/** Several times what IGDB holds. */
const lastId = 5_000_000;

/** All games after an id, in order; with `since`, only those changed from then on (seconds since 1970). */
const listing = (after: number, since?: number) =>
  `${endpoint}?after=${after}${since === undefined ? '' : `&since=${since}`}`;

export const igdb: Source = {
  name: 'igdb',
  title: 'IGDB',
  homepage: 'https://www.igdb.com/',
  rank: 42,
  hostDelayMs: 300,
  terms: 'At most 4 requests a second, with the keys of a Twitch account; free for non-commercial use.',
  provenBy: 'recorded/igdb',
  needs: {
    settings: ['VARIORUM_IGDB_CLIENT_ID', 'VARIORUM_IGDB_TOKEN'],
    why: 'register an application at https://dev.twitch.tv/console/apps and ask for an access token, as https://api-docs.igdb.com/#getting-started explains.',
  },
  claims: (url) => keyOf(url) !== null,
  key: (url) => keyOf(url) ?? url,
  request: (url, settings) => ({ url: endpoint, headers: keys(settings), post: question(url) }),
  seeds: () => [{ as: 'listing', url: listing(0) }],
  changes: (since) => [{ as: 'listing', url: listing(0, Math.floor(since.getTime() / 1000)) }],
  list,
  extract,
};

const keys = (settings: SourceSettings) => ({
  'Client-ID': settings.VARIORUM_IGDB_CLIENT_ID ?? '',
  Authorization: `Bearer ${settings.VARIORUM_IGDB_TOKEN ?? ''}`,
  Accept: 'application/json',
});

/** What is asked for an address, in Apicalypse. */
function question(url: string): string {
  const key = keyOf(url);
  if (key !== null) return `fields ${gameFields}; where slug = "${key}"; limit 1;`;
  const since = numberIn(url, 'since');
  const changed = since > 0 ? ` & updated_at >= ${since}` : '';
  const where = `id > ${numberIn(url, 'after')} & game_type = ${wanted}${changed}`;
  return `fields slug; where ${where}; sort id asc; limit ${perListing};`;
}

const numberIn = (url: string, name: string) =>
  Number(new RegExp(`[?&]${name}=(\\d{1,12})(?:&|$)`).exec(url)?.[1] ?? 0);

/** `[{"id":1,"slug":"…"}]`, in the order of ids; fewer than were asked for end the list. */
function list({ url, asked = url, text }: Page): Listing {
  const answer = readAnswer(url, text);
  if (answer.kind === 'broken') return answer;
  const pages: string[] = [];
  let last = 0;
  for (const game of answer.games) {
    last = Math.max(last, Number(game.text('id') ?? 0) || 0);
    const page = pageOf(game.text('slug') ?? '');
    if (keyOf(page) !== null) pages.push(page);
  }
  const after = numberIn(asked, 'after');
  const since = numberIn(asked, 'since') || undefined;
  if (pages.length === 0 && after === 0 && since === undefined) {
    return brokenPage(url, 'names no game', 'ask the API by hand, its questions may have changed');
  }
  const more = answer.games.length >= perListing && last > after && last < lastId;
  const unread = [...new Set(answer.games.flatMap((game) => game.unread()))];
  return {
    kind: 'listed',
    pages: [...new Set(pages)],
    next: more ? [listing(last, since)] : [],
    unread: atMost(unread),
  };
}

function extract({ url, asked = url, text }: Page): Extraction {
  const key = keyOf(asked) ?? keyOf(url);
  if (key === null) return brokenPage(url, 'is no page of a game', 'give an address like /games/the-hobbit');
  const own = pageOf(key);
  const answer = readAnswer(own, text);
  if (answer.kind === 'broken') return answer;
  const [game] = answer.games;
  if (game === undefined)
    return brokenPage(own, 'is unknown to IGDB', 'open it in a browser, it may have another name now');
  const slug = game.text('slug')?.toLowerCase() ?? key;
  if (slug !== key && keyOf(pageOf(slug)) === slug) return { kind: 'moved', to: pageOf(slug) };
  const kind = kindOf(game);
  if (kind !== null && !kind.isGame) return notAGame(own, kind.name);
  const reading = readIgdbGame(game, { source: igdb.name, key, url: own });
  if (reading === null) return brokenPage(own, "has no name in IGDB's answer", 'look whether the API has changed');
  return { kind: 'records', records: [reading.record], unread: atMost([...game.unread(), ...reading.rejected], 49) };
}

type Answer = { kind: 'games'; games: Account[] } | Extract<Extraction, { kind: 'broken' }>;

/** A list of games; instead of one, an object or a list that says what is wrong with the question or the keys. */
function readAnswer(url: string, text: string): Answer {
  const answer = openJson(url, text, 'IGDB');
  if (answer.kind === 'broken') return answer;
  const games = Array.isArray(answer.value) ? answer.value.map((game) => account(game)) : [];
  const refusal = account(Array.isArray(answer.value) ? answer.value[0] : answer.value);
  const said = refusal.text('message') ?? refusal.text('cause') ?? refusal.text('title');
  if (Array.isArray(answer.value) && said === undefined) return { kind: 'games', games };
  const what = said === undefined ? 'is answered with no list of games' : `is answered “${line(said, 200)}”`;
  return brokenPage(url, what, 'check the keys and the documentation of the API');
}
