import { describe, expect, it } from 'vitest';
import { categorise, uniqueLinks } from './url-category.ts';
import { contractRules } from './url-rules-contract.ts';
import { worldRules } from './url-rules-world.ts';

const categoryOf = (url: string, description?: string) => categorise({ url, description })?.category ?? null;

describe('a link is sorted by its address', () => {
  it.each([
    ['https://qsp.su/index.php?option=com_content&task=dd_download&id=1', 'download_direct'],
    ['https://qsp.su/tools/aero/run', 'play_online'],
    ['http://qsp.su/?a=b', 'game_page'],
    ['http://urq.plut.info/node/5', 'game_page'],
    ['http://urq.plut.info/sites/files/a.qst', 'download_direct'],
    ['http://plut.info/urq/5', 'game_page'],
    ['http://plut.info/blog', 'unknown'],
    ['http://ifwiki.ru/Игра', 'game_page'],
    ['http://ifwiki.ru/files/game.zip', 'download_direct'],
    ['http://instead-games.ru/download/a.zip', 'download_direct'],
    ['http://instead-games.ru/instead-em/a', 'play_online'],
    ['http://instead-games.ru/forum/5', 'forum'],
    ['http://instead-games.ru/game.php?ID=5', 'game_page'],
    ['http://quest-book.ru/online/view/x', 'game_page'],
    ['http://quest-book.ru/online/mitril/download/5/pdf/', 'download_direct'],
    ['http://quest-book.ru/online/x/', 'play_online'],
    ['http://forum.ifiction.ru/file.php?id=1', 'download_direct'],
    ['http://forum.ifiction.ru/viewtopic.php?id=1', 'forum'],
    ['https://someone.github.io/game', 'play_online'],
    ['https://iplayif.com/?story=x', 'play_online'],
    ['https://store.steampowered.com/app/5', 'game_page'],
    ['https://ifhub.club/x', 'review'],
    ['https://anywhere.example/game.RAR', 'download_direct'],
    ['https://anywhere.example/SCREENSHOTS/1.png', 'screenshot'],
    ['https://anywhere.example/1.PNG', 'poster'],
  ])('%s: %s', (url, expected) => expect(categoryOf(url)).toBe(expected));
});

describe('as the old importer, whose results are compared with ours', () => {
  it('takes a picture among the files of ifwiki for a poster', () => {
    expect(categoryOf('http://ifwiki.ru/files/cover.jpg')).toBe('poster');
  });

  it('sees a picture where the name only begins like one', () => {
    expect(categoryOf('https://x.example/a.jpg.html')).toBe('poster');
  });

  it.each([
    'https://x.example/game.z8',
    'https://x.example/game.7z',
    'https://disk.yandex.ru/d/1',
    'https://x.itch.io/game',
    'https://ldjam.com/events/1',
    'http://www.ifwiki.ru/Игра',
    'https://quest-book.ru/online/x',
  ])('lets the words speak first where it did not know %s', (url) => {
    expect(categoryOf(url, 'Скачать игру')).toBe('download_landing');
  });

  it.each(['http://qsp.su', 'https://youtu.be/', 'http://ifwiki.ru/', 'https://www.youtube.com', 'http://apero.ru/?'])(
    'drops the front page %s',
    (url) => expect(categorise({ url })).toBeNull(),
  );

  it('keeps a video, but not the front page before it', () => expect(categoryOf('https://youtu.be/x')).toBe('video'));
});

describe('a link to a site the old importer did not know', () => {
  it.each([
    ['https://maker.itch.io/game', 'game_page'],
    ['https://maker.itch.io/game/purchase', 'download_landing'],
    ['https://maker.itch.io/', 'other'],
    ['https://itch.io/jam/ludum', 'other'],
    ['https://www.gog.com/en/game/some_game', 'game_page'],
    ['https://www.gog.com/', 'unknown'],
    ['https://www.igdb.com/games/some-game', 'game_page'],
    ['https://ifdb.org/viewgame?id=abc', 'game_page'],
    ['https://ifdb.org/viewlist?id=abc', 'other'],
    ['https://vndb.org/v17', 'game_page'],
    ['https://vndb.org/p17', 'other'],
    ['https://flathub.org/apps/org.example.Game', 'game_page'],
    ['https://flathub.org/ru/apps/details/org.example.Game', 'game_page'],
    ['https://www.mobygames.com/game/123/x/', 'game_page'],
    ['http://ifarchive.org/if-archive/games/zcode/x.blb', 'download_direct'],
    ['https://mirror.ifarchive.org/if-archive/games/zcode/', 'download_landing'],
    ['https://github.com/a/b', 'source_code'],
    ['https://github.com/a/b/issues/5', 'bug_tracker'],
    ['https://github.com/a/b/releases/latest', 'download_landing'],
    ['https://github.com/a/b/releases/download/1/x.bin', 'download_direct'],
    ['https://github.com/sponsors/a', 'donate'],
    ['https://gitlab.com/group/sub/b', 'source_code'],
    ['https://sourceforge.net/projects/x/', 'source_code'],
    ['https://sourceforge.net/projects/x/files/', 'download_landing'],
    ['https://codeberg.org/a/b', 'source_code'],
    ['https://www.twitch.tv/x', 'video'],
    ['https://vimeo.com/1', 'video'],
    ['https://m.youtube.com/watch?v=1', 'video'],
    ['https://discord.gg/x', 'forum'],
    ['https://www.reddit.com/r/x', 'forum'],
    ['https://forums.somewhere.example/t/1', 'forum'],
    ['https://www.patreon.com/x', 'donate'],
    ['https://ru.wikipedia.org/wiki/X', 'other'],
    ['https://disk.yandex.ru/d/1', 'download_landing'],
    ['https://x.example/game.Z8', 'download_direct'],
    ['https://x.example/game.tar.gz', 'download_direct'],
    ['https://x.example/game.7z/about', 'unknown'],
    ['http://www.ifwiki.ru/Игра', 'game_page'],
    ['https://notitch.io/game', 'unknown'],
    ['https://github.com/a', 'unknown'],
  ])('%s: %s', (url, expected) => expect(categoryOf(url)).toBe(expected));

  it('keeps its own words, and has the site’s name where it has none', () => {
    expect(categorise({ url: 'https://a.itch.io/b', description: 'Buy it' })?.description).toBe('Buy it');
    expect(categorise({ url: 'https://a.itch.io/b' })?.description).toBe('itch.io');
  });
});

describe('rules are data', () => {
  it('without code, so that they can be listed and edited', () => {
    const rows = [...contractRules, ...worldRules];
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
    expect(rows.length).toBeGreaterThan(100);
  });

  it('and none of them waits on a long address', () => {
    const long = `https://a.itch.io/${'.z'.repeat(900)}`;
    for (const row of [...contractRules, ...worldRules]) {
      for (const pattern of [row.path, row.query]) {
        if (pattern !== undefined) new RegExp(`^(?:${pattern})`).test(long.slice(17));
      }
    }
    expect(categoryOf(long)).toBe('game_page');
  });
});

describe('where the address says nothing, the words do', () => {
  it.each([
    ['играть онлайн', 'play_online'],
    ['Играть онлайн', 'play_online'],
    ['Играть онлайн здесь', 'unknown'],
    ['Скачать с облака', 'download_landing'],
    ['Обсуждение игры', 'forum'],
    ['', 'unknown'],
  ])('“%s”: %s', (description, expected) => expect(categoryOf('https://x.example/y', description)).toBe(expected));
});

describe('the description', () => {
  it('is the given one', () => {
    expect(categorise({ url: 'https://youtu.be/x', description: ' Прохождение ' })?.description).toBe('Прохождение');
  });

  it('is the rule’s where none is given, or only the address again', () => {
    const url = 'https://youtu.be/x';
    expect(categorise({ url })?.description).toBe('Видео игры');
    expect(categorise({ url, description: url })?.description).toBe('Видео игры');
  });

  it('is the address where nobody says more', () => {
    expect(categorise({ url: 'https://x.example/y' })?.description).toBe('https://x.example/y');
  });
});

describe('an address', () => {
  it('is made absolute against the page', () => {
    const link = categorise({ url: '../download/a.zip', base: 'http://instead-games.ru/x/game.php?ID=1' });
    expect(link?.url).toBe('http://instead-games.ru/download/a.zip');
    expect(link?.category).toBe('download_direct');
  });

  it('may have its category forced, even a front page', () => {
    expect(categorise({ url: 'http://qsp.su/', forced: 'other' })?.category).toBe('other');
    expect(categorise({ url: '/1.zip', base: 'http://a.example', forced: 'screenshot' })).toEqual({
      category: 'screenshot',
      url: 'http://a.example/1.zip',
      description: 'Ссылка для скачивания',
    });
  });

  it.each([
    'javascript:alert(1)',
    'mailto:a@b.example',
    'data:text/html,x',
    'ftp://a.example/',
    '',
    'http://',
    `http://a.example/${'x'.repeat(2000)}`,
  ])('is dropped when no reader can follow it: %s', (url) => expect(categorise({ url })).toBeNull());
});

it('each address stands once per category, with its first description', () => {
  const url = 'https://x.example/';
  expect(
    uniqueLinks([
      null,
      { category: 'other', url, description: 'a' },
      { category: 'other', url },
      { category: 'forum', url },
    ]),
  ).toEqual([
    { category: 'other', url, description: 'a' },
    { category: 'forum', url },
  ]);
});
