/**
 * VNDB, the Visual Novel Database, through its API “Kana” (https://api.vndb.org/kana). Everything is a POST: a page of a
 * visual novel stands for a question by its id; listings are addresses made up here, a hundred novels after an id each.
 */
import type { Extraction, Listing, Page, Source } from '../domain/source.ts';
import { type Account, account } from './reading/account.ts';
import { brokenPage } from './reading/broken-page.ts';
import { atMost } from './reading/count-unread.ts';
import { openJson } from './reading/json-page.ts';
import { novelFields, readVndbNovel } from './reading/vndb-novel.ts';

const form = /^https?:\/\/(?:www\.)?vndb\.org\/v0*([1-9]\d{0,8})(?:[/?#].*)?$/i;
const number = (url: string) => form.exec(url)?.[1];
const keyOf = (url: string) => (number(url) === undefined ? null : `v${number(url)}`);
const pageOf = (key: string) => `https://vndb.org/${key}`;

const endpoint = 'https://api.vndb.org/kana/vn';
const perListing = 100;
const listing = (after: number) => `${endpoint}?after=v${after}`;
const afterIn = (url: string) => Number(/[?&]after=v(\d{1,9})(?:&|$)/.exec(url)?.[1] ?? 0);

export const vndb: Source = {
  name: 'vndb',
  title: 'VNDB',
  homepage: 'https://vndb.org/',
  rank: 58,
  hostDelayMs: 1500,
  terms:
    'At most 200 requests in 5 minutes; free for non-commercial use, data under the ODbL (https://vndb.org/d17#4).',
  provenBy: null,
  claims: (url) => keyOf(url) !== null,
  key: (url) => keyOf(url) ?? url,
  request: (url) => ({
    url: endpoint,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    post: JSON.stringify(question(url)),
  }),
  seeds: () => [{ as: 'listing', url: listing(0) }],
  list,
  extract,
};

function question(url: string): Record<string, unknown> {
  const key = keyOf(url);
  return key !== null
    ? { filters: ['id', '=', key], fields: novelFields, results: 1 }
    : { filters: ['id', '>', `v${afterIn(url)}`], fields: 'id', sort: 'id', results: perListing };
}

/** `{"results":[{"id":"v17"}],"more":true}`, in the order of ids. */
function list({ url, asked = url, text }: Page): Listing {
  const answer = readAnswer(url, text);
  if (answer.kind === 'broken') return answer;
  const pages: string[] = [];
  const after = afterIn(asked);
  let last = after;
  for (const novel of answer.results) {
    const page = pageOf(novel.text('id') ?? '');
    if (keyOf(page) === null) continue;
    pages.push(page);
    last = Math.max(last, Number(number(page)));
  }
  if (pages.length === 0 && after === 0) {
    return brokenPage(url, 'names no visual novel', 'ask the API by hand, its questions may have changed');
  }
  const next = answer.object.raw('more') === true && last > after ? [listing(last)] : [];
  return { kind: 'listed', pages: [...new Set(pages)], next, unread: atMost(answer.object.unread()) };
}

function extract({ url, asked = url, text }: Page): Extraction {
  const key = keyOf(asked) ?? keyOf(url);
  if (key === null) return brokenPage(url, 'is no page of a visual novel', 'give an address like /v17');
  const own = pageOf(key);
  const answer = readAnswer(own, text);
  if (answer.kind === 'broken') return answer;
  answer.object.ignore('more');
  const [novel] = answer.results;
  if (novel === undefined) return brokenPage(own, 'is unknown to VNDB', 'open it in a browser, it may be deleted');
  const id = novel.text('id') ?? key;
  if (id !== key) return brokenPage(own, 'is answered with another visual novel', 'ask again, and look at the answer');
  const reading = readVndbNovel(novel, { source: vndb.name, key, url: own });
  if (reading === null) return brokenPage(own, "has no title in VNDB's answer", 'look whether the API has changed');
  const unread = [...answer.object.unread(), ...reading.rejected];
  return { kind: 'records', records: [reading.record], unread: atMost(unread, 49) };
}

type Answer = { kind: 'answer'; object: Account; results: Account[] } | Extract<Extraction, { kind: 'broken' }>;

/** Errors are plain text. */
function readAnswer(url: string, text: string): Answer {
  const answer = openJson(url, text, 'VNDB');
  if (answer.kind === 'broken') return answer;
  const object = account(answer.value);
  if (!Array.isArray(object.raw('results'))) {
    return brokenPage(
      url,
      'is answered with no list of results',
      'check the question against the documentation of the API',
    );
  }
  return { kind: 'answer', object, results: object.objects('results') };
}
