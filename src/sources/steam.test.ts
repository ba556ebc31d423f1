import { describe, expect, it } from 'vitest';
import { steam } from './steam.ts';

const game = 'https://store.steampowered.com/app/620';
const api = 'https://store.steampowered.com/api/appdetails?appids=620&l=english';

describe('the source steam', () => {
  it.each([
    game,
    `${game}/Portal_2/`,
    `${game}?snr=1_7_7#reviews`,
    'http://store.steampowered.com/app/0620/',
    api,
    'https://store.steampowered.com/api/appdetails/?l=english&appids=620',
  ])('claims %s, and knows it as one page', (url) => {
    expect([steam.claims(url), steam.key(url)]).toEqual([true, '620']);
  });

  it.each([
    'https://store.steampowered.com/',
    'https://store.steampowered.com/app/',
    'https://store.steampowered.com/app/0',
    'https://store.steampowered.com/bundle/620/',
    'https://store.steampowered.com/api/appdetails?x#&appids=620',
    'https://steamcommunity.com/app/620',
    'https://store.steampowered.com.evil.example/app/620',
  ])('leaves %s to others', (url) => expect(steam.claims(url)).toBe(false));

  it('asks the API for a game, and a listing itself', () => {
    expect(steam.request?.(`${game}/Portal_2/`, {})).toEqual({ url: api });
    expect(steam.request?.('https://store.steampowered.com/search/', {}).url).toMatch(/search\/$/);
  });

  it('begins with searches for games of words', () => {
    expect(steam.seeds({})).toHaveLength(4);
    for (const { as, url } of steam.seeds({}))
      expect([as, url]).toEqual(['listing', expect.stringMatching(/998.*infinite=1$/)]);
  });

  it('reads a demo as a pointer to its game, unless it points to itself', () => {
    const demo = (appid: unknown) =>
      JSON.stringify({
        620: { success: true, data: { type: 'demo', name: 'D', steam_appid: 620, fullgame: { appid } } },
      });
    expect(steam.extract({ url: game, text: demo('7') })).toEqual({
      kind: 'moved',
      to: 'https://store.steampowered.com/app/7',
    });
    for (const appid of ['620', '7/../8', null]) {
      expect(steam.extract({ url: game, text: demo(appid) })).toMatchObject({
        reason: expect.stringMatching(/“demo”/),
      });
    }
  });

  it('walks no search without end', () => {
    const text = JSON.stringify({ results_html: '', total_count: 9_000_000 });
    const read = steam.list({ url: 'https://store.steampowered.com/search/results/?start=200000&count=50', text });
    expect(read).toMatchObject({ kind: 'listed', next: [] });
  });
});
