import { describe, expect, it } from 'vitest';
import { categoriseAuthorUrl, categoriseGameUrl } from './categorise-legacy-url.ts';
import { hashUrl, joinUrl } from './url-parts.ts';

const game = (url: string, description?: string) =>
  categoriseGameUrl({ url, ...(description !== undefined && { description }) });

describe('a link of a game', () => {
  it.each([
    ['http://ifwiki.ru/files/a.png', 'poster'],
    ['http://x.example/a.jpg.html', 'poster'],
    ['http://x.example/a.z8', 'unknown'],
    ['http://x.example/a.7z', 'unknown'],
    ['https://disk.yandex.ru/x', 'unknown'],
    ['https://a.itch.io/b', 'unknown'],
    ['http://www.ifwiki.ru/A', 'unknown'],
    ['http://qsp.su/?a=b', 'game_page'],
    ['http://qsp.su/', null],
    ['https://youtu.be/', null],
    ['https://youtu.be/x', 'video'],
    ['https://quest-book.ru/online/x', 'unknown'],
    ['https://quest-book.ru/online/x/', 'play_online'],
    ['http://IFWIKI.ru:80/A', 'game_page'],
    ['https://gamin.me/posts/1', 'forum'],
    ['http://hyperbook.ru/comments.php?id=1', 'forum'],
    ['https://vkvideo.ru/x', 'video'],
    ['x.zip', 'play_online'],
  ])('%s: %s', (url, category) => expect(game(url).urlcat_slug).toBe(category));

  it('is sorted by its words only where no rule knows its address', () => {
    expect(game('http://x.example/', 'Играть онлайн').urlcat_slug).toBe('play_online');
    expect(game('http://x.example/', 'Скачать тут').urlcat_slug).toBe('download_landing');
    expect(game('http://x.example/', 'Обсуждение').urlcat_slug).toBe('forum');
    expect(game('https://youtu.be/x', 'Скачать').urlcat_slug).toBe('video');
  });

  it('keeps its address as written, and has it for a description when nobody says more', () => {
    expect(game('http://x.example/Путь,1')).toEqual({
      urlcat_slug: 'unknown',
      description: 'http://x.example/Путь,1',
      url: 'http://x.example/Путь,1',
    });
    expect(game('http://qsp.su/')).toEqual({ urlcat_slug: null, description: 'http://qsp.su/', url: 'http://qsp.su/' });
    expect(game('https://youtu.be/x', 'https://youtu.be/x').description).toBe('Видео игры');
  });

  it('may have its category forced, not its description', () => {
    expect(categoriseGameUrl({ url: '/a.png', base: 'http://x.example/b', forced: 'screenshot' })).toEqual({
      urlcat_slug: 'screenshot',
      description: 'Обложка',
      url: 'http://x.example/a.png',
    });
  });
});

describe('a link of an author', () => {
  it.each([
    ['https://apero.ru/%D0%A3%D1%87%D0%B0%D1%81%D1%82%D0%BD%D0%B8%D0%BA%D0%B8/A', 'other_site'],
    ['https://apero.ru/Участники/A', 'other'],
    ['http://x.example/a.JPG', 'other'],
    ['http://x.example/a.jpg', 'avatar'],
    ['http://kril.ifiction.ru/x', null],
    ['http://a.ifiction.ru', 'personal_page'],
    ['/', 'personal_page'],
  ])('%s: %s', (url, category) => expect(categoriseAuthorUrl({ url }).urlcat_slug).toBe(category));
});

it('two addresses are told apart by their encoded form without scheme', () => {
  expect(hashUrl("https://Example.com/Путь/?a=б,в#frag'x~[1]")).toBe(
    '//Example.com/%D0%9F%D1%83%D1%82%D1%8C/?a=%D0%B1%2C%D0%B2#frag%27x~%5B1%5D',
  );
  expect(hashUrl('http://a.example/b')).toBe(hashUrl('https://a.example/b'));
  expect(hashUrl('http://a.example/b')).not.toBe(hashUrl('http://a.example/b/'));
  expect(hashUrl('http://a.example/%d0')).not.toBe(hashUrl('http://a.example/%D0'));
});

it.each([
  ['http://a/b/c/d?q', '../g', 'http://a/b/g'],
  ['http://a', 'g', 'http://a/g'],
  ['http://a/b', '?x', 'http://a/b?x'],
  ['http://a/b', '//h/x', 'http://h/x'],
  ['http://a/b', 'mailto:x', 'mailto:x'],
  ['http://a/b/', './g/.', 'http://a/b/g/'],
  ['http://a/b/c', '../../../g', 'http://a/g'],
  ['http://a/b?q', '#f', 'http://a/b?q#f'],
  ['http://a/b', '', 'http://a/b'],
  ['http://a/b', 'http:x', 'http://a/x'],
  ['https://ifwiki.ru/Ключ', '/files/М б.png', 'https://ifwiki.ru/files/М б.png'],
  ['http://a/b/c/', '..', 'http://a/b/'],
])('%s and %s make %s', (base, written, joined) => expect(joinUrl(base, written)).toBe(joined));
