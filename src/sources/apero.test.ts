import { describe, expect, it } from 'vitest';
import { apero } from './apero.ts';
import { forumIfiction } from './forum-ifiction.ts';
import { qsp } from './qsp.ts';
import { questBook } from './quest-book.ts';
import { rilarhiv } from './rilarhiv.ts';
import { urqPlut } from './urq-plut.ts';

const games = 'https://apero.ru/Текстовые-игры/';
const members = 'https://apero.ru/Участники/';
const encoded = encodeURI;

describe('the source apero', () => {
  it.each([
    `${games}Снег`,
    encoded(`${games}Снег`),
    encoded(`${games}Снег`).replace(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase()),
    `http://www.apero.ru/Текстовые-игры/Снег/?tab=2#top`,
  ])('claims %s, and knows it as Снег', (url) => expect([apero.claims(url), apero.key(url)]).toEqual([true, 'Снег']));

  it('asks for pages by their encoded address', () => {
    expect(apero.request?.(`${games}Снег?x`, {})).toEqual({ url: encoded(`${games}Снег`) });
  });

  it.each([
    games,
    `${games}Каталог`,
    encoded(`${games}Каталог/2`),
    `${members}Нина`,
    'https://apero.ru/',
    'https://apero.ru/%D0/%D0',
    'https://apero.ru.evil.example/Текстовые-игры/Снег',
    'not a url',
  ])('leaves %s to others', (url) => expect(apero.claims(url)).toBe(false));

  it('is followed to from links to play, too', () => expect(apero.familiar).toEqual(['play_online', 'game_page']));
});

describe('the catalogue of apero', () => {
  const first = encoded(`${games}Каталог/1`);
  const entry = (name: string) => `<h2><a href="https://apero.ru/Текстовые-игры/${name}">x</a></h2>`;
  const list = (url: string, ...parts: string[]) => {
    const read = apero.list({ url, text: parts.join('') });
    if (read.kind === 'broken') throw new Error(read.reason);
    return read;
  };

  it('is walked page after page, encoded, as far as the greatest number it shows; games come in their order', () => {
    const numbers = '<a data-page="1">1</a><a data-page="2">2</a>';
    expect(apero.seeds({})).toEqual([{ as: 'listing', url: first }]);
    const one = list(first, numbers, entry('Первая'), entry('Повтор'));
    expect(one.next).toEqual([encoded(`${games}Каталог/2`)]);
    const two = list(one.next[0] ?? '', numbers, entry('Повтор'), entry('Вторая'));
    expect(two.next).toEqual([]);
    const names = ['Первая', 'Повтор', 'Вторая'].map((name) => encoded(`${games}${name}`));
    expect([...new Set([...one.pages, ...two.pages])]).toEqual(names);
  });

  it('has one page when it shows no numbers', () => expect(list(first, entry('Первая')).next).toEqual([]));

  it('has no page beyond five hundred, whatever it shows', () => {
    const far = (number: number) => encoded(`${games}Каталог/${number}`);
    expect(list(far(499), '<a data-page="9999"></a>', entry('А')).next).toEqual([far(500)]);
    expect(list(far(500), '<a data-page="9999"></a>', entry('А')).next).toEqual([]);
  });
});

describe('a member of apero', () => {
  const people = apero.people;
  const read = (url: string, text: string) => people?.extract({ url, text });

  it.each([`${members}Нина Верес`, encoded(`${members}Нина Верес`), 'http://apero.ru/Участники/Нина%20Верес/'])(
    'is known by the name in %s',
    (url) => expect([people?.claims(url), people?.key(url)]).toEqual([true, 'Нина Верес']),
  );

  it('is who the credits of a game lead to', () => {
    const text = `<dd itemprop="name"><div>Снег</div></dd><a itemprop="author" href="/u/1">О&#39;Нил &quot;К/О&quot;</a>`;
    const game = apero.extract({ url: `${games}Снег`, text });
    const [author] = game.kind === 'records' ? (game.records[0]?.credits ?? []) : [];
    expect(people?.key(author?.url ?? '')).toBe('О\'Нил "К/О"');
    expect(author?.url).toMatch(/^http:\/\/apero\.ru\/%D0%A3[%\w]+\/[%\w]+$/);
  });

  it('has a text about themselves, a picture and links', () => {
    const text = `<img src="https://apero.ru/public/img/members/9.jpg" class="img-circle" /><dl><dt>О себе:</dt>
      <dd>Пишу <i>игры</i>. <a href="http://nina.example/">Мой сайт</a> <a href="javascript:alert(1)">x</a></dd><dt>Город:</dt><dd>Омск</dd></dl>`;
    const url = encoded(`${members}Нина Верес`);
    expect(read(url, text)).toEqual({
      kind: 'person',
      person: {
        source: 'apero',
        url,
        key: 'Нина Верес',
        name: 'Нина Верес',
        biography: { language: 'ru', text: 'Пишу _игры_. [Мой сайт](http://nina.example/) x' },
        urls: [
          { category: 'other_site', url, description: 'Страница на Аперо' },
          { category: 'avatar', url: 'https://apero.ru/public/img/members/9.jpg', description: 'Изображение' },
          { category: 'personal_page', url: 'http://nina.example/', description: 'Мой сайт' },
        ],
        attributions: ['apero.ru'],
      },
      unread: ['dt: Город:', 'dd: Омск'],
    });
  });

  it('without a picture of their own has none, whether the stand-in comes by http or https', () => {
    for (const scheme of ['http:', 'https:', '']) {
      const picture = `<img src="${scheme}//apero.ru/public/img/members/avatar.jpg" class="img-circle" />`;
      const page = read(`${members}Нина`, picture);
      expect(page?.kind === 'person' ? page.person.urls?.map(({ category }) => category) : page).toEqual([
        'other_site',
      ]);
    }
  });

  it('whose page has neither is taken for another page', () => {
    expect(read(`${members}Нина`, '<h1>Страница не найдена</h1>')?.kind).toBe('broken');
    expect(read(`${games}Снег`, '<dt>О себе:</dt><dd>x</dd>')?.kind).toBe('broken');
  });
});

describe('the six sites of the old importer that are read as HTML', () => {
  const sources = [apero, forumIfiction, qsp, questBook, rilarhiv, urqPlut];

  it.each([
    ['apero', `${games}Снег`],
    ['forum-ifiction', 'http://forum.ifiction.ru/viewtopic.php?id=1'],
    ['qsp', 'http://qsp.su/index.php?option=com_sobi2&sobi2Id=1'],
    ['quest-book', 'https://quest-book.ru/online/view/1'],
    ['rilarhiv', 'http://rilarhiv.ru/qsp/1.zip'],
    ['rilarhiv', 'http://rilarhiv.ru/qsp.htm'],
    ['urq-plut', 'http://plut.info/urq/node/1'],
  ])('only %s claims %s', (name, url) => {
    expect(sources.filter((source) => source.claims(url)).map((source) => source.name)).toEqual([name]);
  });

  it('know no people, but for apero', () => {
    expect(sources.filter(({ people }) => people).map(({ name }) => name)).toEqual(['apero']);
  });
});
