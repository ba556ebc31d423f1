import { describe, expect, it } from 'vitest';
import { categoriseButton, withoutOtherGames } from './page-links.ts';

const base = 'http://qsp.su/';
const isHere = (url: string) => url.startsWith(base);
const button = (url: string, description: string) => categoriseButton({ url, base, description }, isHere);

describe('a button', () => {
  it('is sorted and described by its address', () => {
    const category = 'play_online';
    expect(button('/tools/aero/x', 'Скачать')).toEqual({
      category,
      url: `${base}tools/aero/x`,
      description: 'Играть онлайн на qsp.ru',
    });
  });

  it.each([
    ['https://files.example/x', 'Скачать игру', 'download_landing'],
    ['https://files.example/x', ' Играть ', 'play_online'],
    ['/index.php?id=3', 'Скачать', 'download_landing'],
    ['/index.php?id=3', 'Читать', 'other'],
  ])('%s «%s», whose address says nothing, is %s by its words', (url, words, category) => {
    expect(button(url, words)).toMatchObject({ category, description: words.trim() });
  });

  it.each(['javascript:alert(1)', '', 'data:text/html,x'])('leading nowhere a reader should go (%s) is none', (url) =>
    expect(button(url, 'Играть')).toBeNull(),
  );
});

describe('another page of the same site', () => {
  it('is no page of this game; one elsewhere may be', () => {
    const here = { category: 'game_page', url: `${base}b`, description: 'Часть 2' } as const;
    const elsewhere = { ...here, url: 'https://ifwiki.ru/B' };
    expect(withoutOtherGames(here, isHere)).toEqual({ ...here, category: 'other' });
    expect(withoutOtherGames(elsewhere, isHere)).toBe(elsewhere);
    expect(withoutOtherGames(null, isHere)).toBeNull();
  });
});
