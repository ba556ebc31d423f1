import { describe, expect, it } from 'vitest';
import { itch } from './itch.ts';

describe('the source itch', () => {
  it.each([
    'https://harbour.itch.io/lanterns',
    'http://Harbour.itch.io/Lanterns/',
    'https://harbour.itch.io/lanterns?secret=1#comments',
    'https://harbour.itch.io/lanterns/data.json',
  ])('claims %s, as one page', (url) => {
    expect([itch.claims(url), itch.key(url)]).toEqual([true, 'harbour/lanterns']);
  });

  it.each([
    'https://itch.io/games',
    'https://itch.io/b/1/bundle',
    'https://www.itch.io/lanterns',
    'https://img.itch.io/lanterns',
    'https://harbour.itch.io/',
    'https://harbour.itch.io/lanterns/devlog/1/news',
    'https://harbour.itch.io/lanterns/purchase',
    'https://harbour.itch.io.evil.example/lanterns',
  ])('leaves %s to others', (url) => expect(itch.claims(url)).toBe(false));

  it('goes on from listing to listing, whatever is browsed', () => {
    const cell = '<div class="game_cell"><a class="game_link" href="https://harbour.itch.io/lanterns">L</a></div>';
    const next = (url: string) => {
      const read = itch.list({ url, text: JSON.stringify({ content: cell, num_items: 1, page: 1 }) });
      return read.kind === 'listed' ? read.next : [];
    };
    expect(next(itch.seeds({})[0]?.url ?? '')).toEqual([
      'https://itch.io/games/newest/tag-text-based?format=json&page=2',
    ]);
    expect(next('https://itch.io/games/tag-twine?format=json')).toEqual([
      'https://itch.io/games/tag-twine?format=json&page=2',
    ]);
    expect(next('https://itch.io/games/tag-twine?format=json&page=1500')).toEqual([]);
    expect(next('https://itch.io/b/1/bundle')).toEqual([]);
  });

  it.each(['Tool', 'Game assets', 'Soundtrack', 'Comic', 'Book'])('takes no %s for a game', (category) => {
    const text = `<h1 class="game_title">T</h1><div class="game_info_panel_widget"><table><tr><td>Category</td><td>${category}</td></tr></table></div>`;
    expect(itch.extract({ url: 'https://harbour.itch.io/t', text })).toEqual({
      kind: 'broken',
      reason: expect.stringMatching(/is no game but of the kind/),
    });
  });

  it.each(['Physical game', 'Game mod', 'Other'])('takes a %s', (category) => {
    const text = `<h1 class="game_title">T</h1><div class="game_info_panel_widget"><table><tr><td>Category</td><td>${category}</td></tr></table></div>`;
    expect(itch.extract({ url: 'https://harbour.itch.io/t', text })).toMatchObject({ records: [{ title: 'T' }] });
  });
});
