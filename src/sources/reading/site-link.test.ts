import { describe, expect, it } from 'vitest';
import { notAGame } from './not-a-game.ts';
import { siteLink } from './site-link.ts';

describe('a link given with a game', () => {
  it.each([
    ['https://studio.example/', 'other'],
    ['https://store.steampowered.com/app/7/', 'game_page'],
    ['https://www.youtube.com/watch?v=abc', 'video'],
  ])('%s is %s', (url, category) => {
    expect(siteLink(url, 'Site')).toEqual({ category, url, description: 'Site' });
  });

  it.each([undefined, '', 'www.studio.example', 'javascript:alert(1)'])('%s is none', (url) => {
    expect(siteLink(url, 'Site')).toBeNull();
  });
});

it('says what a page is that is no game', () => {
  expect(notAGame('https://shop.example/7', 'dlc').reason).toBe(
    'https://shop.example/7 is no game but of the kind “dlc”: give the address of the game itself.',
  );
});
