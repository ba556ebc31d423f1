import { describe, expect, it } from 'vitest';
import { ifwikiChanges, ifwikiListing, listIfwiki, listIfwikiChanges } from './ifwiki-listing.ts';

const nothing = () => null;

describe('the category of games', () => {
  const answers = new Map([
    [ifwikiListing(), JSON.stringify({ query: { categorymembers: members(1, 301) } })],
    [ifwikiListing('301'), JSON.stringify({ query: { categorymembers: members(301, 302) } })],
  ]);
  const addresses = (url: string) => {
    const ids = /pageids=(.*)$/.exec(url)?.[1]?.split('|') ?? [];
    return JSON.stringify({
      query: { pages: Object.fromEntries(ids.map((id) => [id, { fullurl: `http://ifwiki.ru/${id}` }])) },
    });
  };

  it('goes on while answers are long, and knows a page that two answers name once', () => {
    const asked: string[] = [];
    const found = listIfwiki((url) => {
      asked.push(url);
      return answers.get(url) ?? addresses(url);
    });
    expect(found).toEqual(Array.from({ length: 302 }, (_, index) => `http://ifwiki.ru/${index + 1}`));
    expect(asked).toHaveLength(2 + Math.ceil(302 / 40));
  });

  it('comes to an end at a wiki that gives the same answer for ever', () => {
    const same = JSON.stringify({ query: { categorymembers: members(1, 301), pages: {} } });
    expect(listIfwiki(() => same)).toEqual([]);
  });
});

function members(from: number, to: number) {
  return Array.from({ length: to - from + 1 }, (_, index) => ({ pageid: from + index, sortkey: String(from + index) }));
}

it('recent changes name pages by their ids', () => {
  const answers = new Map([
    [ifwikiChanges(7), '{"query":{"recentchanges":[{"pageid":5},{"pageid":0},{"pageid":5}]}}'],
    [
      'http://ifwiki.ru/api.php?action=query&prop=info&format=json&inprop=url&pageids=5',
      '{"query":{"pages":{"5":{"fullurl":"http://ifwiki.ru/A"},"6":{}}}}',
    ],
  ]);
  expect(listIfwikiChanges(7, (url) => answers.get(url) ?? null)).toEqual(['http://ifwiki.ru/A']);
  expect(listIfwikiChanges(8, nothing)).toEqual({ error: 'FETCH_FAILED' });
  expect(listIfwikiChanges(8, () => 'x')).toEqual({ error: 'PARSE_FAILED' });
});
