import { describe, expect, it } from 'vitest';
import { legacyIfwiki } from './ifwiki.ts';
import type { LegacyRecord } from './legacy-record.ts';

const nothing = () => null;
const read = (text: string, url = 'https://ifwiki.ru/Test_Game_Name') => legacyIfwiki.read(url, text, nothing);
const game = (text: string, url?: string): LegacyRecord => {
  const record = read(text, url);
  if ('error' in record) throw new Error(record.error);
  return record;
};
const person = (text: string, url = 'https://ifwiki.ru/Имя') => {
  const found = legacyIfwiki.people?.read(url, text, nothing) ?? {};
  if ('error' in found) throw new Error(found.error);
  return found;
};
const links = (text: string) =>
  game(text)
    .urls.slice(1)
    .map(({ urlcat_slug, description, url }) => [urlcat_slug, description, url]);
const desc = (text: string) => game(text).desc;
const info = (parameters: string) => game(`{{game info|${parameters}}}`);

describe('an address (T1)', () => {
  it.each([
    ['https://ifwiki.ru/Игра', true],
    ['http://ifwiki.ru/Some_Game', true],
    ['https://ifwiki.ru/Автор:Имя', true],
    ['http://ifwiki.ru/files/a.zip', true],
    ['https://example.com/game', false],
    ['https://ifwiki.org/game', false],
    ['https://ifwiki.ru', false],
    ['https://ifwiki.ru/', false],
    ['https://www.ifwiki.ru/A', false],
  ])('%s is claimed: %s', (url, claimed) => expect(legacyIfwiki.claims(url)).toBe(claimed));
});

describe('a page', () => {
  it('of a game gives all of its infobox (T2)', () => {
    const record = game(
      '{{game info|название=Лис|автор=[[автор:Вера]]|вышла=09.07.2018|платформа=URQ|язык=русский|темы=море, лес|обложка=a b.jpg|IFID=X-1}}\n' +
        "'''Лис''' и [[Тема:ночь]]. {{Ссылка|на=http://x.example/y|1=Ещё}} [[Категория:Игры]]",
    );
    expect(record.title).toBe('Лис');
    expect(record.authors.map(({ role_slug, name }) => [role_slug, name])).toEqual([['author', 'Вера']]);
    expect(record.tags.map(({ cat_slug, tag }) => [cat_slug, tag])).toEqual([
      ['platform', 'URQ'],
      ['language', 'русский'],
      ['tag', 'море'],
      ['tag', 'лес'],
      ['ifid', 'X-1'],
      ['tag', 'ночь'],
    ]);
    expect(record.urls.map(({ urlcat_slug, url }) => [urlcat_slug, url])).toEqual([
      ['game_page', 'https://ifwiki.ru/Test_Game_Name'],
      ['poster', 'https://ifwiki.ru/files/A_b.jpg'],
      ['unknown', 'http://x.example/y'],
      ['unknown', 'http://x.example/y'],
    ]);
    expect(record).toMatchObject({
      priority: 100,
      release_date: '2018-07-09',
      description_attributions: ['ifwiki.ru'],
      desc: '**Лис** и **Тема:ночь**. [Ещё](http://x.example/y)',
    });
  });

  it('that is empty or only a redirect is a game all the same (T9, T12)', () => {
    expect(game('')).toMatchObject({ title: 'Test Game Name', desc: '' });
    expect(desc('#REDIRECT [[X]]')).toBe('#REDIRECT **X**');
  });

  it('with a template that never ends keeps its title (T11)', () => {
    expect(game('{{game info|название=X').title).toBe('Test Game Name');
  });

  it('asked as index.php has that for a name', () => {
    expect(game('', 'http://ifwiki.ru/index.php?title=X').title).toBe('index.php');
  });

  it('in a folder: its name is the whole path, {{PAGENAME}} the last part', () => {
    expect(game('', 'https://ifwiki.ru/A/B_c').title).toBe('A/B c');
    expect(game('{{game info|название={{PAGENAME}}}}', 'https://ifwiki.ru/A/B_c').title).toBe('B c');
    expect(desc('{{PAGENAME}}!')).toBe('Test Game Name!');
  });

  it.each(['{{Ссылка|1=x}}', '{{Ссылка|на=http://x.example/}}', '{{ЛОК}}', 'a {{Конкурс}}'])('fails at %s', (text) =>
    expect(read(text)).toEqual({ error: 'PARSE_FAILED' }),
  );

  it('does not fail at a link without words where a rule knows its address', () => {
    expect(links('{{Ссылка|на=http://ifwiki.org/x}}')).toEqual([
      ['game_page', 'Страница на ifwiki.org', 'http://ifwiki.org/x'],
      ['game_page', 'ссылка', 'http://ifwiki.org/x'],
    ]);
  });
});

describe('the infobox', () => {
  it('has quirks: empty values, a platform that is never split', () => {
    expect(info('название=|платформа=|язык=|обложка=')).toMatchObject({
      title: '',
      tags: [
        { cat_slug: 'platform', tag: '' },
        { cat_slug: 'language', tag: '' },
      ],
    });
    expect(info('обложка=').urls[1]).toMatchObject({ urlcat_slug: 'poster', url: 'https://ifwiki.ru/files/' });
    expect(info('платформа=INSTEAD, URQ').tags).toEqual([{ cat_slug: 'platform', tag: 'INSTEAD, URQ' }]);
  });

  it('knows authors by their role alone', () => {
    expect(info('автор=Вера, [[Пётр]]').authors).toEqual([]);
    expect(info('автор=[[автор: X]]').authors[0]).toMatchObject({ name: ' X', url: 'http://ifwiki.ru/_X' });
  });

  it.each([
    ['1.2.2003', '2003-02-01'],
    ['31.02.2003', undefined],
    ['2011', undefined],
    ['invalid-date', undefined],
  ])('reads the date %s as %s (T23)', (written, date) => expect(info(`вышла=${written}`).release_date).toBe(date));
});

describe('templates', () => {
  it.each([
    ['{{Конкурс|X}}', 'X'],
    ['{{ЛОК|2020}}', 'ЛОК-2020'],
    ['{{ЗОК|2020}}', 'ЗОК-2020'],
    ['{{КРИЛ|2020}}', 'КРИЛ-2020'],
    ['{{goldhamster|2020}}', 'Золотой Хомяк 2020'],
    ['{{qspcompo|2020}}', 'QSP-Compo 2020'],
    ['{{Проект 31}}', 'Проект 31'],
    ['{{Ludum Dare|40}}', 'Ludum Dare 40'],
  ])('%s is the competition %s (T3)', (text, tag) =>
    expect(game(text).tags).toEqual([{ cat_slug: 'competition', tag }]),
  );

  it('are gone from the text, known or not', () => {
    expect(desc('a {{Неизвестный|{{Тоже}}}}b{{ns:6}}{{ЗаглушкаТекста}}')).toBe('a bMedia');
  });

  it('in templates are read too', () => {
    expect(game('{{X|{{Тема|1=horror}}}}').tags).toEqual([{ cat_slug: 'tag', tag: 'horror' }]);
    expect(desc('{{Ссылка|на=http://x.example/|1=О {{PAGENAME}}}}')).toBe('[О Test Game Name](http://x.example/)');
  });

  it('for files: РИЛФайл, URQStead', () => {
    expect(links('{{РИЛФайл|http://rilarhiv.ru/a.zip}}{{РИЛФайл}}{{URQStead|http://x.example/a}}')).toEqual([
      ['download_direct', 'Скачать с РилАрхива', 'http://rilarhiv.ru/a.zip'],
      ['unknown', 'Игра на URQ-модуле INSTEAD', 'http://x.example/a'],
      ['download_direct', 'Ссылка на РилАрхив', 'http://rilarhiv.ru/a.zip'],
    ]);
  });
});

describe('links between pages', () => {
  it.each([
    ['[[Персонаж::Айша| ]]', 'Айша', ''],
    ['[[Персонаж::Айша|Героиня]]', 'Героиня', '**Героиня**'],
    ['[[Персонаж::Айша]]', 'Айша', ''],
    ['[[АВТОР:Вера]]', 'Вера', ''],
    ['[[композитор:a|b|c]]', 'c', '**c**'],
  ])('%s credits %s (T16–T18)', (text, name, shown) => {
    expect(game(text).authors.map((author) => author.name)).toEqual([name]);
    expect(desc(text)).toBe(shown);
  });

  it.each([
    ['[[Target|Display]]', '**Display**'],
    ['[[Target]]', '**Target**'],
    ['[[:Target]]', '**Target**'],
    ['[[Target:]]', '**Target**'],
    ['[[Файл:a.png]]', '**Файл:a.png**'],
    ['[[en:X|y]]', '**y**'],
    ['[[a|b|c|d]]', '**a|b|c|d**'],
    ['[[Категория:X]]', ''],
    ['[[категория:X]]', '**категория:X**'],
  ])('%s is shown as %s (T19)', (text, shown) => {
    expect(desc(text)).toBe(shown);
    expect(links(text)).toEqual([]);
  });

  it('to files and other wikis are addresses', () => {
    expect(links('x [[Медиа:a b.zip]] [[Изображение:c.png]] [[Image:d.png|e]] [[ifwiki-en:F|G]]')).toEqual([
      ['download_direct', 'Скачать с IfWiki', 'https://ifwiki.ru/files/A_b.zip'],
      ['screenshot', 'Обложка', 'https://ifwiki.ru/files/C.png'],
      ['poster', 'e', 'https://ifwiki.ru/files/D.png'],
      ['game_page', 'G', 'http://ifwiki.org/index.php/F'],
    ]);
  });
});

describe('short bullets become addresses', () => {
  const label = (length: number) => 'я'.repeat(length);
  it.each([
    ['40 before', `* ${label(39)} [http://x.example/ y]`, true],
    ['41 before', `* ${label(40)} [http://x.example/ y]`, false],
    ['a label of 80', `* [http://x.example/ ${label(80)}]`, true],
    ['a label of 81', `* [http://x.example/ ${label(81)}]`, false],
    ['80 after', `* [http://x.example/ y]${label(80)}`, true],
    ['81 after', `* [http://x.example/ y]${label(81)}`, false],
    ['a second level', '** [http://x.example/ y]', false],
    ['no space', '*[http://x.example/ y]', false],
    ['no label', '* [http://x.example/]', false],
    ['two links', '* [http://x.example/ y] [http://z.example/ w]', false],
    ['a bare address beside', '* [http://x.example/ y] http://z.example/', false],
    ['no bullet', '[http://x.example/ y]', false],
  ])('%s', (_, text, taken) => {
    expect(desc(text) === '').toBe(taken);
    expect(links(text).length).toBeGreaterThan(0);
  });

  it('of files (T4, T5)', () => {
    expect(links('== A ==\n* [[:Медиа:three.zip|ZIP]] - note\n* [[Изображение:screen.png|Label]] - note')).toEqual([
      ['download_direct', 'ZIP - note', 'https://ifwiki.ru/files/Three.zip'],
      ['screenshot', 'Label - note', 'https://ifwiki.ru/files/Screen.png'],
    ]);
    expect(desc('== A ==\n* [[:Медиа:three.zip|ZIP]] - note')).toBe('## A');
  });

  it.each([
    ['* [t](http://x.example/)', 't'],
    ["* [t](http://x.example/) от '''Name'''.", 't от Name'],
    ["* [http://x.example/ t] от [[n]]'а.", "t от n'а"],
    ['* text on [site](http://x.example/).', 'text on site'],
    ['* [Об__зор](http://x.example/) те__кст.', 'Об__зор те кст'],
    ['* [http://x.example/ a] от [[автор:Вера|В.]]', 'a от В'],
  ])('%s: “%s” (T7)', (text, description) => {
    expect(links(text)).toEqual([['unknown', description, 'http://x.example/']]);
    expect(desc(text)).toBe('');
  });

  it('are sorted by their addresses (T6)', () => {
    const text =
      '* [a](http://instead-games.ru/game.php?ID=1)\n* [b](http://instead-games.ru/forum/1)\n* [c](https://ifhub.club/1)';
    expect(links(text).map(([category]) => category)).toEqual(['game_page', 'forum', 'review']);
  });
});

describe('wikitext becomes Markdown', () => {
  it.each([
    ["'''''x'''''", '**_x_**'],
    ["'''a''' '''b'''", '**a****b**'],
    ['==A== tail', '## A tail'],
    ['====== A ======', '###### A'],
    ['= T =', '1. T'],
    ['*foo\n** bar\n##baz', '*foo\n** bar\n##baz'],
    ['* \n\nfoo', '* foo'],
    ['a<br>b<BR/>c<br />d', 'a\nb\nc\nd'],
    ['a\n-----b', 'a\n===b'],
    ['a\n\n\n\nb', 'a\n\nb'],
    ['a http://x.example/ b', 'a http://x.example/ b'],
    ['<!-- a --><ref>b</ref>', '<!-- a --><ref>b</ref>'],
  ])('%j', (text, markdown) => expect(desc(text)).toBe(markdown));

  it('external links are addresses too, those with words first', () => {
    expect(links('[http://x.example/a] [http://x.example/b c] [d](http://x.example/d)')).toEqual([
      ['unknown', 'd', 'http://x.example/d'],
      ['unknown', 'c', 'http://x.example/b'],
      ['unknown', 'http://x.example/a', 'http://x.example/a'],
    ]);
  });
});

describe('a person’s page', () => {
  it('keeps categories and templates in the text', () => {
    expect(person('{{X}} [[Категория:Авторы]] [[автор:A]]').bio).toBe(
      '{{X}} **Авторы** **A**\n\n_(описание взято с сайта ifwiki.ru)_'.replace('** **', '****'),
    );
  });

  it('has pictures as avatars only when small', () => {
    const found = person('x [[Изображение:a.jpg|thumb|A]] [[Медиа:b.zip]]');
    expect(found.urls?.slice(1)).toEqual([
      { urlcat_slug: 'avatar', description: 'A', url: 'https://ifwiki.ru/files/A.jpg' },
      { urlcat_slug: 'download_direct', description: 'Страница на IfWiki', url: 'https://ifwiki.ru/files/B.zip' },
    ]);
  });

  it('whose redirect cannot be had is empty; redirects in a circle are a failure', () => {
    expect(person('#REDIRECT [[X]]')).toEqual({});
    const circle = () => '#REDIRECT [[X]]';
    expect(legacyIfwiki.people?.read('http://ifwiki.ru/X', '#REDIRECT [[X]]', circle)).toEqual({
      error: 'PARSE_FAILED',
    });
  });
});
