import { describe, expect, it } from 'vitest';
import { whyOff } from '../domain/source.ts';
import { igdb } from './igdb.ts';

const game = 'https://www.igdb.com/games/the-hobbit--1';
const settings = { VARIORUM_IGDB_CLIENT_ID: 'client', VARIORUM_IGDB_TOKEN: 'token' };

describe('the source igdb', () => {
  it.each([game, 'http://igdb.com/games/The-Hobbit--1/', `${game}?tab=about#x`])('claims %s, as one page', (url) => {
    expect([igdb.claims(url), igdb.key(url)]).toEqual([true, 'the-hobbit--1']);
  });

  it.each([
    'https://www.igdb.com/games/',
    'https://www.igdb.com/companies/beam',
    'https://www.igdb.com/games/a"; fields *',
    'https://api.igdb.com/v4/games',
    'https://www.igdb.com/games/the-hobbit/presskit',
  ])('leaves %s to others', (url) => expect(igdb.claims(url)).toBe(false));

  it('is off without its keys, and says where to get them', () => {
    expect(whyOff(igdb, { VARIORUM_IGDB_CLIENT_ID: 'client' })).toMatch(
      /VARIORUM_IGDB_TOKEN is not set.*dev\.twitch\.tv/,
    );
    expect(whyOff(igdb, settings)).toBeNull();
  });

  it('asks for a game by its slug', () => {
    expect(igdb.request?.(game, settings)).toEqual({
      url: 'https://api.igdb.com/v4/games',
      headers: { 'Client-ID': 'client', Authorization: 'Bearer token', Accept: 'application/json' },
      post: expect.stringMatching(/^fields name,slug,.*; where slug = "the-hobbit--1"; limit 1;$/),
    });
  });

  it('asks for games after an id, and for those that changed', () => {
    const [seed] = igdb.seeds({});
    const [change] = igdb.changes?.(new Date('2024-01-01T00:00:00Z'), {}) ?? [];
    expect([seed, change].map((each) => igdb.request?.(each?.url ?? '', settings).post)).toEqual([
      'fields slug; where id > 0 & game_type = (0,4,6,8,9,10,11); sort id asc; limit 500;',
      'fields slug; where id > 0 & game_type = (0,4,6,8,9,10,11) & updated_at >= 1704067200; sort id asc; limit 500;',
    ]);
  });

  it('goes on from the last id, with the same time', () => {
    const games = Array.from({ length: 500 }, (_, index) => ({ id: index + 7, slug: `game-${index}` }));
    const read = igdb.list({
      url: 'https://api.igdb.com/v4/games',
      asked: 'https://api.igdb.com/v4/games?after=6&since=1704067200',
      text: JSON.stringify(games),
    });
    expect(read).toMatchObject({ next: ['https://api.igdb.com/v4/games?after=506&since=1704067200'] });
  });
});
