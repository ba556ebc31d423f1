/**
 * Listings of ifwiki.ru, through its API (https://www.mediawiki.org/wiki/API:Main_page): the category of games, the recent
 * changes, and the addresses of pages by their numbers.
 */
import type { Listing, Page } from '../../domain/source.ts';
import { type Account, account } from './account.ts';
import { brokenPage } from './broken-page.ts';
import { atMost } from './count-unread.ts';
import { ifwikiPage } from './ifwiki-address.ts';
import { line } from './text.ts';
import { wikiPath } from './wiki-title.ts';

const api = 'https://ifwiki.ru/api.php?action=query';
const games = 'Категория:Игры';
/** At four hundred members each, several times what the wiki holds. */
const mostListings = 100;
/** MediaWiki answers for fifty at once. */
const batch = 40;

/** The members of the category «Игры» from a sort key on. The number after `#` counts listings and is not sent. */
export const categoryListing = (sortkey = '', number = 1): string =>
  `${api}&list=categorymembers&cmtitle=${wikiPath(games)}&rawcontinue=1&cmlimit=400&format=json&cmsort=sortkey` +
  `&cmprop=ids|title|sortkey&cmstarthexsortkey=${sortkey}${number > 1 ? `#${number}` : ''}`;

const pagesListing = (ids: readonly string[]): string =>
  `${api}&prop=info&format=json&inprop=url&pageids=${ids.join('|')}`;

/** What changed since then, newest first. */
export const changesListing = (since: Date): string =>
  `${api}&list=recentchanges&rclimit=500&format=json&rcend=${Math.floor(since.getTime() / 1000)}`;

/** As above, but of pages anybody may have changed: so it is asked which of them are games, and which lead to games. */
const changedListing = (ids: readonly string[]): string =>
  `${api}&prop=info|categories&format=json&inprop=url&clcategories=${wikiPath(games)}&cllimit=500&redirects=1` +
  `&pageids=${ids.join('|')}`;

const advice = 'look at it in a browser, the wiki may be down or have changed its API';

/** Reads any of these listings by what it holds. */
export function readIfwikiListing({ url, asked = url, text }: Page): Listing {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const cause = line(error instanceof Error ? error.message : '', 100);
    return brokenPage(url, `holds no JSON (${cause})`, advice);
  }
  const answer = account(value);
  const error = answer.object('error');
  const refusal = error.text('info') ?? error.text('code');
  if (refusal !== undefined) return brokenPage(url, `answers “${line(refusal, 200)}”`, advice);
  answer.ignore('batchcomplete', 'limits', 'warnings');
  const query = answer.object('query');
  const read = [readMembers, readChanges, readPages].map((reading) => reading(query, answer, asked)).find(Boolean);
  if (!read) return brokenPage(url, 'names neither members of a category, nor changes, nor pages', advice);
  return { kind: 'listed', ...read, unread: atMost([...new Set([...answer.unread(), ...read.unread])], 49) };
}

type Found = { pages: string[]; next: string[]; unread: string[] } | null;

function readMembers(query: Account, answer: Account, asked: string): Found {
  if (!query.keys().includes('categorymembers')) return null;
  const members = query.objects('categorymembers');
  for (const member of members) member.ignore('ns', 'title', 'sortkeyprefix');
  const ids = members.flatMap((member) => pageNumber(member.text('pageid')));
  const last = members.map((member) => member.text('sortkey') ?? '').at(-1) ?? '';
  const started = /[?&]cmstarthexsortkey=([\da-f]*)/i.exec(asked)?.[1] ?? '';
  const number = Number(/#(\d{1,4})$/.exec(asked)?.[1] ?? 1);
  const more = members.length > 300 || goesOn(answer) !== undefined;
  // Sort keys only grow: a wiki that does not heed where it should start comes to an end too.
  const isFurther = /^[\da-f]+$/i.test(last) && last.toLowerCase() > started.toLowerCase();
  const next = more && isFurther && number < mostListings ? [categoryListing(last, number + 1)] : [];
  return { pages: [], next: [...batches(ids).map(pagesListing), ...next], unread: [] };
}

function readChanges(query: Account, answer: Account, asked: string): Found {
  if (!query.keys().includes('recentchanges')) return null;
  const changes = query.objects('recentchanges');
  for (const change of changes) {
    change.ignore(
      'type',
      'title',
      'revid',
      'old_revid',
      'rcid',
      'timestamp',
      'logid',
      'logtype',
      'logaction',
      'logparams',
    );
    change.ignore('ns', 'user', 'comment');
  }
  const ids = changes.flatMap((change) => pageNumber(change.text('pageid')));
  const further = goesOn(answer);
  const number = Number(/#(\d{1,4})$/.exec(asked)?.[1] ?? 1);
  const since = asked.replace(/#.*$|&rccontinue=[^&#]*/g, '');
  const isNew = further !== undefined && !asked.includes(`&rccontinue=${encodeURIComponent(further)}`);
  const next =
    isNew && number < mostListings ? [`${since}&rccontinue=${encodeURIComponent(further)}#${number + 1}`] : [];
  return { pages: [], next: [...batches(ids).map(changedListing), ...next], unread: [] };
}

/** `pages` by number. Where categories were asked for, only those in «Игры» are games, and what redirects to one. */
function readPages(query: Account, _: Account, asked: string): Found {
  if (!query.keys().includes('pages')) return null;
  const byCategory = /[?&]prop=info(?:\||%7C)categories/i.test(asked);
  const all = query.object('pages');
  const titles = new Set<string>();
  const pages = new Set<string>();
  const unread: string[] = [];
  for (const id of all.keys()) {
    const page = all.object(id);
    page.ignore('pageid', 'ns', 'contentmodel', 'pagelanguage', 'pagelanguagehtmlcode', 'pagelanguagedir', 'touched');
    page.ignore('lastrevid', 'length', 'new', 'redirect', 'editurl', 'canonicalurl', 'missing', 'invalid');
    const url = page.text('fullurl');
    const title = page.text('title');
    const isGame = page.list('categories').length > 0 || !byCategory;
    if (url === undefined || !isGame) continue;
    if (title !== undefined) titles.add(title);
    const found = ifwikiPage(url);
    if (found?.namespace === '') pages.add(found.url.replace(/^http:/, 'https:'));
    else if (found === null && !url.includes('/%D0%9A%D0%B0%D1%82%D0%B5%D0%B3%D0%BE%D1%80%D0%B8%D1%8F:'))
      unread.push(line(`not a page of a game: ${url}`, 80));
  }
  for (const redirect of query.objects('redirects')) {
    redirect.ignore('tofragment', 'index');
    const from = ifwikiPage(`https://ifwiki.ru/${wikiPath(redirect.text('from') ?? '')}`);
    if (titles.has(redirect.text('to') ?? '') && from?.namespace === '') pages.add(from.url);
  }
  return { pages: [...pages], next: [], unread };
}

/** Where a listing goes on, by the old or the new way of saying so. */
function goesOn(answer: Account): string | undefined {
  const old = answer.object('query-continue');
  const after = answer.object('continue');
  after.ignore('continue');
  const [members, changes] = [old.object('categorymembers'), old.object('recentchanges')];
  const said = [
    after.text('cmcontinue'),
    after.text('rccontinue'),
    members.text('cmcontinue'),
    changes.text('rccontinue'),
  ];
  members.ignore('cmstarthexsortkey');
  // The wiki's are under a hundred characters; a longer one would make no address.
  return said.find((value) => value !== undefined && value.length < 1000);
}

const pageNumber = (written = '') => (/^[1-9]\d{0,9}$/.test(written) ? [written] : []);

function batches(ids: readonly string[]): string[][] {
  const unique = [...new Set(ids)];
  return Array.from({ length: Math.ceil(unique.length / batch) }, (_, index) =>
    unique.slice(index * batch, (index + 1) * batch),
  );
}
