import { describe, expect, it } from 'vitest';
import { insteadGames } from './instead-games.ts';

const game = 'http://instead-games.ru/game.php?ID=42';

describe('the source instead-games', () => {
  it.each([
    game,
    'https://instead-games.ru/game.php?ID=42&lang=ru',
    'http://www.instead-games.ru/game.php?ID=0042#top',
  ])('claims %s, and knows it as 42', (url) =>
    expect([insteadGames.claims(url), insteadGames.key(url)]).toEqual([true, '42']),
  );

  it.each([
    'http://instead-games.ru/',
    'http://instead-games.ru/game.php?ID=',
    'http://instead-games.ru/game.php?id=42x',
    'http://instead-games.ru/forum/?ID=42',
    'http://instead-games.ru.evil.example/game.php?ID=42',
    'ftp://instead-games.ru/game.php?ID=42',
    'not a url',
  ])('leaves %s to others', (url) => expect(insteadGames.claims(url)).toBe(false));

  it('starts at the list of the games and that of the sandbox', () => {
    expect(insteadGames.seeds({}).map(({ as, url }) => `${as} ${url}`)).toEqual([
      'listing http://instead-games.ru/xml.php',
      'listing http://instead-games.ru/xml.php?approved=0',
    ]);
  });

  it('says of a page that led elsewhere what it wanted', () => {
    expect(insteadGames.extract({ url: 'http://instead-games.ru/', text: '<h2>News</h2>' })).toEqual({
      kind: 'broken',
      reason: 'http://instead-games.ru/ is no page of a game: give an address like game.php?ID=42.',
    });
  });

  it('keeps a text that is far too long and far too deep from harm', () => {
    const text = `<h2>${'x'.repeat(5000)}</h2><div class="gamedsc">${'<i>a</i> '.repeat(100_000)}</div>`;
    const read = insteadGames.extract({ url: game, text });
    const record = read.kind === 'records' ? read.records[0] : undefined;
    expect(record?.title).toHaveLength(500);
    expect(record?.descriptions?.[0]?.text.length).toBeLessThan(1_000_000);
    expect(insteadGames.extract({ url: game, text: `<h2>x</h2>${'<div>'.repeat(10_000)}` }).kind).toBe('broken');
  });
});
