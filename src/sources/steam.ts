/**
 * Steam, through the store's own API (https://store.steampowered.com/api/appdetails), which Valve does not document; its
 * fields and its limit of about 200 requests in 5 minutes are those of recorded answers and of the notes at
 * https://wiki.teamfortress.com/wiki/User:RJackson/StorefrontAPI. Listings are the store's search for games with words in
 * them; the list of all programs (https://api.steampowered.com/ISteamApps/GetAppList/v2/) is read too, but no seed.
 */
import type { Extraction, Page, Source } from '../domain/source.ts';
import { account } from './reading/account.ts';
import { brokenPage } from './reading/broken-page.ts';
import { atMost } from './reading/count-unread.ts';
import { openJson } from './reading/json-page.ts';
import { notAGame } from './reading/not-a-game.ts';
import { readSteamApp } from './reading/steam-app.ts';
import { readSteamListing } from './reading/steam-listing.ts';

const page = /^https?:\/\/store\.steampowered\.com\/app\/0*([1-9]\d{0,9})(?:[/?#].*)?$/i;
const api = /^https?:\/\/store\.steampowered\.com\/api\/appdetails\/?\?(?:[^#]*&)?appids=0*([1-9]\d{0,9})(?:[&#]|$)/i;

const keyOf = (url: string) => (page.exec(url) ?? api.exec(url))?.[1] ?? null;
const pageOf = (key: string) => `https://store.steampowered.com/app/${key}`;

/** Tags of the store: Interactive Fiction, Text-Based, Choose Your Own Adventure, Visual Novel. */
const worded = [11014, 31275, 4486, 3799];
/** 998 stands for games: no soundtracks, videos, demos. */
const search = (tag: number) =>
  `https://store.steampowered.com/search/results/?query&start=0&count=50&sort_by=Released_DESC&category1=998&tags=${tag}&l=english&infinite=1`;

export const steam: Source = {
  name: 'steam',
  title: 'Steam',
  homepage: 'https://store.steampowered.com/',
  rank: 45,
  hostDelayMs: 1500,
  terms: "About 200 requests in 5 minutes; the store's API is undocumented and may change without notice.",
  provenBy: 'recorded/steam',
  claims: (url) => keyOf(url) !== null,
  key: (url) => keyOf(url) ?? url,
  request(url) {
    const key = keyOf(url);
    return { url: key === null ? url : `https://store.steampowered.com/api/appdetails?appids=${key}&l=english` };
  },
  seeds: () => worded.map((tag) => ({ as: 'listing', url: search(tag) })),
  list: (listing) => readSteamListing(listing, { pageOf, keyOf }),
  extract,
};

/** `{"620":{"success":true,"data":{…}}}`; the data may be another app's, to which this one leads. */
function extract({ url, asked = url, text }: Page): Extraction {
  const key = keyOf(asked) ?? keyOf(url);
  if (key === null) return brokenPage(url, 'is no page of an app', 'give an address like /app/620');
  const own = pageOf(key);
  const answer = openJson(own, text, 'Steam');
  if (answer.kind === 'broken') return answer;
  const app = account(account(answer.value).raw(key));
  if (app.keys().length === 0) {
    return brokenPage(
      own,
      `is not told of in Steam's answer`,
      'ask again later, it answers so when it is asked too often',
    );
  }
  if (!isTrue(app.raw('success'))) {
    return brokenPage(own, 'is unknown to Steam', 'open it in a browser, it may be withdrawn or not sold everywhere');
  }
  const data = app.object('data');
  const id = data.text('steam_appid') ?? key;
  if (id !== key && keyOf(pageOf(id)) === id) return { kind: 'moved', to: pageOf(id) };

  const type = data.text('type') ?? '';
  const whole = data.object('fullgame').text('appid') ?? '';
  // A demo is the game itself, in part; a soundtrack or an addition is not.
  if (type === 'demo' && whole !== key && keyOf(pageOf(whole)) === whole) return { kind: 'moved', to: pageOf(whole) };
  if (type !== 'game' && type !== '') return notAGame(own, type);
  const reading = readSteamApp(data, { source: steam.name, key, url: own });
  if (reading === null) return brokenPage(own, "has no name in Steam's answer", 'look whether the API has changed');
  return { kind: 'records', records: [reading.record], unread: atMost([...app.unread(), ...reading.rejected], 49) };
}

/** Some copies of answers write `"true"`. */
const isTrue = (value: unknown): boolean => value === true || value === 'true';
