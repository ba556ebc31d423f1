import { describe, expect, it } from 'vitest';
import { ifwiki } from './ifwiki.ts';

const read = (text: string, url = 'https://ifwiki.ru/Маяк') => {
  const reading = ifwiki.extract({ url, text });
  if (reading.kind !== 'records' || !reading.records[0]) throw new Error(JSON.stringify(reading));
  return { ...reading.records[0], unread: reading.unread };
};

describe('addresses of ifwiki.ru', () => {
  it('of one page have one key', () => {
    const spellings = [
      'https://ifwiki.ru/Песчаный_лис',
      'http://ifwiki.ru/Песчаный_лис',
      'https://www.ifwiki.ru/Песчаный_лис',
      'https://ifwiki.ru/Песчаный лис',
      'https://ifwiki.ru/песчаный__лис_',
      'https://ifwiki.ru/%D0%9F%D0%B5%D1%81%D1%87%D0%B0%D0%BD%D1%8B%D0%B9_%D0%BB%D0%B8%D1%81',
      'https://ifwiki.ru/%D0%BF%D0%B5%D1%81%D1%87%D0%B0%D0%BD%D1%8B%D0%B9%20%D0%BB%D0%B8%D1%81#Версии',
      'https://ifwiki.ru/Песчаныи\u0306_лис',
      'https://ifwiki.ru/Песчаный_лис/?utm_source=x',
      'https://ifwiki.ru/index.php/Песчаный_лис',
      'http://ifwiki.ru/index.php?title=Песчаный+лис',
      'https://ifwiki.ru/index.php?title=%D0%9F%D0%B5%D1%81%D1%87%D0%B0%D0%BD%D1%8B%D0%B9_%D0%BB%D0%B8%D1%81&action=raw',
    ];
    expect(new Set(spellings.map(ifwiki.key))).toEqual(new Set(['Песчаный лис']));
    expect(spellings.filter((url) => !ifwiki.claims(url))).toEqual([]);
    expect(ifwiki.key('https://ifwiki.ru/Песчаный_Лис')).not.toBe('Песчаный лис');
  });

  it.each([
    'https://ifwiki.ru/Маяк',
    'http://ifwiki.ru/Some_Game',
    'https://ifwiki.ru/Автор:Имя',
    'https://ifwiki.ru/2000:_на_грани',
    'https://ifwiki.ru/Маяк_(1/2)',
    'https://ifwiki.ru/Почему%3F',
  ])('%s is a page', (url) => {
    expect(ifwiki.claims(url)).toBe(true);
  });

  it.each([
    'https://ifwiki.ru',
    'https://ifwiki.ru/',
    'https://ifwiki.org/game',
    'https://example.com/game',
    'https://ifwiki.ru.evil.example/Маяк',
    'https://evil.example/https://ifwiki.ru/Маяк',
    'ftp://ifwiki.ru/Маяк',
    'https://ifwiki.ru/Категория:Игры',
    'https://ifwiki.ru/category:Games',
    'https://ifwiki.ru/Файл:X.png',
    'https://ifwiki.ru/Служебная:Все_страницы',
    'https://ifwiki.ru/Обсуждение:Маяк',
    'https://ifwiki.ru/Обсуждение_участника:Имя',
    'https://ifwiki.ru/Шаблон:Game_info',
    'https://ifwiki.ru/files/Lis.zip',
    'https://ifwiki.ru/api.php?action=query',
    'https://ifwiki.ru/index.php',
    'https://ifwiki.ru/index.php?title=Маяк&action=history',
    'https://ifwiki.ru/index.php?title=Маяк&oldid=5',
    'https://ifwiki.ru/%7B%7Bx%7D%7D',
    'https://ifwiki.ru/%E2%80%AE',
    'not an address',
  ])('%s is none', (url) => {
    expect(ifwiki.claims(url)).toBe(false);
  });

  it('are asked for as wikitext; those of listings without the number that counts them', () => {
    expect(ifwiki.request?.('http://ifwiki.ru/Маяк & Ко?', {})).toEqual({
      url: 'https://ifwiki.ru/index.php?title=%D0%9C%D0%B0%D1%8F%D0%BA_%26_%D0%9A%D0%BE&action=raw',
    });
    expect(ifwiki.request?.('https://ifwiki.ru/api.php?action=query&x=1#2', {})).toEqual({
      url: 'https://ifwiki.ru/api.php?action=query&x=1',
    });
  });

  it('of people are pages of the same wiki, reached from credits', () => {
    const { credits = [] } = read('{{game info|автор=[[автор:Вера Лунина|В. Лунина]]}}[[персонаж::Айша]]');
    expect(credits.map(({ url }) => ifwiki.people?.key(url ?? ''))).toEqual(['Вера Лунина', 'Айша']);
    expect(credits.every(({ url }) => ifwiki.people?.claims(url ?? ''))).toBe(true);
  });
});

describe('discovery on ifwiki.ru', () => {
  const members = (count: number, from = 0) => ({
    query: {
      categorymembers: Array.from({ length: count }, (_, index) => ({
        pageid: from + index + 1,
        sortkey: (from + index + 0x1000).toString(16),
      })),
    },
  });

  it('ends on a wiki that answers the same to whatever it is asked', () => {
    const waiting = ifwiki.seeds({}).map(({ url }) => url);
    const asked: string[] = [];
    for (let url = waiting.pop(); url !== undefined && asked.length < 1000; url = waiting.pop()) {
      asked.push(url);
      const listing = ifwiki.list({ url, asked: url, text: JSON.stringify(members(400)) });
      if (listing.kind === 'listed') waiting.push(...listing.next.filter((next) => next.includes('categorymembers')));
    }
    expect(asked).toHaveLength(2);
  });

  it('ends on a wiki that never comes to an end', () => {
    let url = ifwiki.seeds({})[0]?.url;
    let listings = 0;
    for (; url !== undefined && listings < 1000; listings += 1) {
      const answer = { url, asked: url, text: JSON.stringify(members(400, listings * 399)) };
      const listing: ReturnType<typeof ifwiki.list> = ifwiki.list(answer);
      url = listing.kind === 'listed' ? listing.next.find((next) => next.includes('categorymembers')) : undefined;
    }
    expect(listings).toBe(100);
  });

  it('stops at three hundred members or fewer, when the wiki does not say that there are more', () => {
    const lists = (count: number) => {
      const url = ifwiki.seeds({})[0]?.url ?? '';
      const listing = ifwiki.list({ url, text: JSON.stringify(members(count)) });
      return listing.kind === 'listed' ? listing.next.filter((next) => next.includes('categorymembers')).length : 0;
    };
    expect([lists(300), lists(301)]).toEqual([0, 1]);
  });

  it('asks for what changed since a moment', () => {
    expect(ifwiki.changes?.(new Date('2024-05-01T00:00:00Z'), {})).toEqual([
      {
        as: 'listing',
        url: 'https://ifwiki.ru/api.php?action=query&list=recentchanges&rclimit=500&format=json&rcend=1714521600',
      },
    ]);
  });
});

describe('a page of ifwiki.ru', () => {
  it('has at least the title that its address says', () => {
    expect(read('', 'https://ifwiki.ru/Тихий_дом_(URQ)').title).toBe('Тихий дом (URQ)');
    expect(read('{{game info|название= }}').title).toBe('Маяк');
  });

  it('does not suffer from templates, links and values that lack something', () => {
    const record = read('{{ЛОК}}{{Ссылка}}{{Тема}}[[]][[|]][[автор:]][[:]]{{}}{{|}}x');
    expect(record.unread).toEqual(
      expect.arrayContaining(['template ЛОК: no name or number', 'template Ссылка: no address']),
    );
    expect(record).not.toHaveProperty('credits');
    expect(record).not.toHaveProperty('tags');
  });

  it('gives no tag a name that is empty without its HTML', () => {
    expect(read('{{Тема|<nowiki><b></nowiki>}}{{game info|темы=<nowiki><b></nowiki>, море}}').tags).toEqual([
      { category: 'tag', name: 'море' },
    ]);
  });

  it('names a link once, by what it leads to', () => {
    const { urls = [] } = read(
      '* {{Ссылка|на=https://play.example/|1=Играть онлайн}} в браузере\n[https://play.example/ тут]',
    );
    expect(urls.filter(({ url }) => url === 'https://play.example/')).toEqual([
      { category: 'play_online', url: 'https://play.example/', description: 'Играть онлайн' },
    ]);
  });

  it('keeps to limits, whatever is on it', () => {
    const record = read(
      Array.from({ length: 2000 }, (_, index) => `[https://a.example/${index} x] [[автор:Имя ${index}]]`).join('\n'),
    );
    expect([record.urls?.length, record.credits?.length]).toEqual([501, 500]);
    expect(record.unread).toEqual(['links: 1500 more than are kept']);
  });

  it('that is not named by its address is taken by the one it was asked by', () => {
    const page = { url: 'https://ifwiki.ru/index.php', asked: 'https://ifwiki.ru/Маяк', text: 'x' };
    expect(ifwiki.extract(page)).toMatchObject({ records: [{ key: 'Маяк' }] });
    expect(ifwiki.extract({ ...page, asked: page.url }).kind).toBe('broken');
  });
});
