import { describe, expect, it } from 'vitest';
import { ifdb } from './ifdb.ts';

const game = 'https://ifdb.org/viewgame?id=abc123def456';

describe('the source ifdb', () => {
  it.each([
    game,
    'https://ifdb.org/viewgame?json&id=abc123def456',
    'http://www.ifdb.org/viewgame?id=ABC123def456&json',
    'https://ifdb.org/viewgame?version=3&id=abc123def456#reviews',
  ])('claims %s, and knows it as one page', (url) => {
    expect([ifdb.claims(url), ifdb.key(url)]).toEqual([true, 'abc123def456']);
  });

  it.each([
    'https://ifdb.org/',
    'https://ifdb.org/viewgame?ifid=abc123def456',
    'https://ifdb.org/viewgame?notid=abc123def456',
    'https://ifdb.org/viewgame?x#&id=abc123def456',
    'https://ifdb.org/viewlist?id=abc123def456',
    'https://ifdb.org.evil.example/viewgame?id=abc123def456',
    'not a url',
  ])('leaves %s to others', (url) => expect(ifdb.claims(url)).toBe(false));

  it('asks the API for the bytes', () => {
    expect(ifdb.request?.(game, {}).url).toBe('https://ifdb.org/viewgame?json&id=abc123def456');
  });

  it('goes on from listing to listing while they name games, but not for ever', () => {
    const text = '{"games":[{"tuid":"abc123def456"}]}';
    const next = (pg: number) => {
      const read = ifdb.list({ url: `https://ifdb.org/search?json&game&browse&sortby=new&pg=${pg}`, text });
      return read.kind === 'listed' ? read.next : [];
    };
    expect(next(1)).toEqual(['https://ifdb.org/search?json&game&browse&sortby=new&pg=2']);
    expect(next(500)).toEqual([]);
    expect(ifdb.seeds({})).toEqual([
      { as: 'listing', url: 'https://ifdb.org/search?json&game&browse&sortby=new&pg=1' },
    ]);
  });

  it.each([
    ['A and B', ['A', 'B']],
    ['A, B, and C', ['A', 'B', 'C']],
    ['A & B', ['A', 'B']],
    ['A (as B)', ['A']],
    ['A (writing as B) and C', ['A', 'C']],
    ['Sandy Anders', ['Sandy Anders']],
    ['A Jr., B', ['A Jr.', 'B']],
    ['A, Jr.', ['A Jr.']],
    ['A, A', ['A']],
    [' , ', undefined],
  ])('reads the authors of “%s”', (author, names) => {
    const text = JSON.stringify({ bibliographic: { title: 'T', author }, ifdb: { tuid: 'abc123def456' } });
    const read = ifdb.extract({ url: game, text });
    expect(read.kind === 'records' && read.records[0]?.credits?.map(({ name }) => name)).toEqual(names);
  });
});
