/** What the contract says of the seven other sources beyond the golden pages (T28–T36 in parity). */
import { describe, expect, it } from 'vitest';
import { legacyApero } from './apero.ts';
import { legacyIfiction } from './ifiction.ts';
import { legacyInstead } from './instead.ts';
import type { LegacyReading, LegacyRecord, LegacySource } from './legacy-record.ts';
import { legacyPlut } from './plut.ts';
import { legacyQsp } from './qsp.ts';
import { legacyQuestbook } from './questbook.ts';
import { legacyRilarhiv, readRilarhiv, readRilarhivListing } from './rilarhiv.ts';

const nothing = () => null;
const record = (source: LegacySource, url: string, text: string, lookUp = nothing): LegacyRecord => {
  const read: LegacyReading = source.read(url, text, lookUp);
  if ('error' in read) throw new Error(read.error);
  return read;
};

describe('instead', () => {
  const url = 'https://instead-games.ru/game.php?ID=1&x=2';
  it('reads a bare page', () => {
    expect(record(legacyInstead, url, '<h2>A &amp; B</h2>')).toEqual({
      priority: 80,
      title: 'A & B',
      authors: [],
      tags: [{ cat_slug: 'platform', tag: 'INSTEAD' }],
      urls: [{ urlcat_slug: 'game_page', description: 'Страница на инстеде', url }],
    });
  });

  it('cuts the text at the first closing tag', () => {
    const text = '<h2>A</h2><div class="gamedsc">a<div>b</div>c</div>';
    expect(record(legacyInstead, url, text).desc).toBe('a\n\nb\n');
  });

  it('fails at a day that never was, and without a title', () => {
    const text = '<h2>A</h2><div id="panel"><b>Дата</b>: 2018.02.30<br></div>';
    expect(legacyInstead.read(url, text, nothing)).toEqual({ error: 'PARSE_FAILED' });
    expect(legacyInstead.read(url, '', nothing)).toEqual({ error: 'NOT_A_GAME_PAGE' });
  });

  it('needs both lists', () => expect(legacyInstead.list(nothing)).toEqual({ error: 'FETCH_FAILED' }));
});

describe('questbook', () => {
  const url = 'https://quest-book.ru/online/view/a';
  const title = '<h2 class="mt-1">A</h2>';
  it('has a text only when there is one', () => {
    expect(record(legacyQuestbook, url, title)).not.toHaveProperty('description_attributions');
  });

  it.each([
    ['a month it does not know', '<i class="fal fa-clock"></i> <small>Пн Мая 09, 2015 10:20</small>'],
    ['a day that never was', '<i class="fal fa-clock"></i> <small>Пн Фев 30, 2015 10:20</small>'],
  ])('fails at %s', (_, date) => {
    const text = `${title}<div class="card-body">${date}<!--MESSAGE-BODY-END-->`;
    expect(legacyQuestbook.read(url, text, nothing)).toEqual({ error: 'PARSE_FAILED' });
  });

  it('fails at an author without profile', () => {
    const text = `${title}<td class="text-left" style="width: 35%">Автор</td><td><a href="/p">Вера</a></td>`;
    expect(legacyQuestbook.read(url, text, nothing)).toEqual({ error: 'PARSE_FAILED' });
  });
});

describe('apero', () => {
  const games = 'https://apero.ru/%D0%A2%D0%B5%D0%BA%D1%81%D1%82%D0%BE%D0%B2%D1%8B%D0%B5-%D0%B8%D0%B3%D1%80%D1%8B/';
  const title = '<dd itemprop="name"><div title="A">A</div></dd>';
  it('claims raw and encoded addresses, of members only encoded ones', () => {
    expect(legacyApero.claims('http://apero.ru/Текстовые-игры/A')).toBe(true);
    expect(legacyApero.claims(`${games}A`)).toBe(true);
    expect(legacyApero.people?.read('http://apero.ru/Участники/A', '', nothing)).toEqual({
      error: 'NOT_AN_AUTHOR_URL',
    });
  });

  it('knows its stand-in for a picture by http alone', () => {
    const page = (scheme: string) =>
      `${title}<img src="${scheme}://apero.ru/public/img/games/game.png" alt="x" itemprop="image" />`;
    expect(record(legacyApero, `${games}A`, page('http')).urls).toHaveLength(1);
    expect(record(legacyApero, `${games}A`, page('https')).urls).toHaveLength(2);
  });

  it('reads the catalogue’s pages by its largest number, one when there is none (T30–T33)', () => {
    const asked: string[] = [];
    const list = (first: string) => {
      asked.length = 0;
      return legacyApero.list((address) => {
        asked.push(address);
        return asked.length === 1 ? first : '<h2><a href="http://apero.ru/Текстовые-игры/Б">x</a></h2>';
      });
    };
    expect(list('<a data-page="1"></a><a data-page="3"></a><a data-page="2"></a>')).toEqual([
      `${games.replace('https', 'http')}%D0%91`,
    ]);
    expect(asked).toEqual([1, 2, 3].map((number) => `${games}Каталог/${number}`));
    expect(list('')).toEqual([]);
  });
});

describe('ifiction', () => {
  const url = 'http://forum.ifiction.ru/viewtopic.php?id=1';
  const page = (links: string) =>
    `<h1><b><span>A</span></b></h1><div id="game_authors"></div><td valign="top" style="border:0; padding:0px 0 0 5px;">${links}</td>`;
  it('ends with the whole reading when a look-up fails', () => {
    const text = page('<a href="file.php?fid=1"><b>x</b></a>');
    expect(legacyIfiction.read(url, text, nothing)).toEqual({ error: 'PARSE_FAILED' });
  });

  it('sorts a file of the forum that leads nowhere as a forum page', () => {
    const text = page('<a href="get.php?fid=1"><b>x</b></a>');
    expect(record(legacyIfiction, url, text).urls[1]).toMatchObject({ urlcat_slug: 'forum' });
  });

  it.each(['<div id="game_authors"></div>', '<h1><b><span>A</span></b></h1>'])('is no game without %s', (text) =>
    expect(legacyIfiction.read(url, text, nothing)).toEqual({ error: 'NOT_A_GAME_PAGE' }),
  );
});

describe('qsp', () => {
  const url = 'http://qsp.su/index.php?option=com_sobi2&sobi2Id=7';
  it('is claimed by http alone, with a parameter between', () => {
    expect(legacyQsp.claims('http://qsp.su/index.php?option=com_sobi2&a=b&sobi2Id=7')).toBe(true);
    expect(legacyQsp.claims('https://qsp.su/index.php?option=com_sobi2&a=b&sobi2Id=7')).toBe(false);
    expect(legacyQsp.claims(url)).toBe(false);
  });

  it('takes a label without attributes for the value', () => {
    const text =
      '<table class="sobi2Details"><tr><h1>A</h1><span id="sobi2Details_field_author"><span>Автор:</span> Вера</span></tr></table>';
    expect(record(legacyQsp, url, text).authors).toEqual([{ role_slug: 'author', name: '<span>Автор:' }]);
  });

  it.each(['', '<table class="sobi2Details"><tr></tr></table>'])('is no game: %j', (text) =>
    expect(legacyQsp.read(url, text, nothing)).toEqual({ error: 'NOT_A_GAME_PAGE' }),
  );
});

describe('plut', () => {
  const url = 'http://urq.plut.info/node/1';
  const field = (name: string, value: string) =>
    `<div class="field-label">${name}:&nbsp;</div><div><a href="/x">${value}</a></div>`;
  it.each([
    ['ббета', 'beta'],
    ['демо', 'demo'],
    ['в разработке', 'in_dev'],
  ])('knows the state %s', (name, slug) => {
    const text = `<h1 class="title">A</h1>${field('Статус', name)}`;
    expect(record(legacyPlut, url, text).tags).toEqual([{ tag_slug: slug }]);
  });

  it('takes the last file for the base of authors', () => {
    const file = '<td><span class="file"><img class="file-icon" /> <a href="http://x.example/a/b.zip">b</a>';
    const text = `<h1 class="title">A</h1>${file}${field('Авторы', 'Вера')}`;
    expect(record(legacyPlut, url, text).authors[0]?.url).toBe('http://x.example/x');
  });
});

describe('rilarhiv', () => {
  const row = '<P><b><a href="urq/a.zip">"A", Вера (она же В) и Пётр/демо/</a></b>';
  it('knows a file only by its listing', () => {
    expect(legacyRilarhiv.read('http://rilarhiv.ru/urq/a.zip', row, nothing)).toMatchObject({
      title: 'A',
      authors: [{ name: 'Вера' }, { name: 'Пётр' }],
    });
    expect(legacyRilarhiv.read('http://rilarhiv.ru/urq/b.zip', row, nothing)).toEqual({
      error: 'RILARHIV_UNKNOWN_URL',
    });
    expect(legacyRilarhiv.read('http://rilarhiv.ru/b.zip', row, nothing)).toEqual({ error: 'RILARHIV_NOT_LOADED' });
    expect(readRilarhivListing('http://rilarhiv.ru/other.htm', row)).toEqual({ error: 'UNKNOWN_RESOURCE' });
  });

  it('keeps the later of two rows, and both candidates', () => {
    const all = readRilarhiv((url) => (/\/(?:urq|qsp)\.htm$/.test(url) ? row : ''));
    if ('error' in all) throw new Error(all.error);
    expect(all.candidates).toHaveLength(2);
    expect(all.games['http://rilarhiv.ru/urq/a.zip']?.tags).toEqual([{ cat_slug: 'platform', tag: 'QSP' }]);
    expect(all.games['http://rilarhiv.ru/urq/a.zip']).not.toHaveProperty('priority');
  });
});
