import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { urlIdentity } from './url-identity.ts';

const one = (...urls: string[]) => new Set(urls.map(urlIdentity)).size === 1;

describe('two addresses are one page', () => {
  it.each([
    ['by scheme, www and port', 'http://www.a.example/x', 'https://a.example/x', 'https://a.example:443/x'],
    ['by the other scheme’s default port', 'http://a.example:80/x', 'http://a.example:443/x'],
    ['by the case of the host and its trailing dot', 'http://A.Example./x', 'http://a.example/x'],
    ['by the two spellings of a Cyrillic host', 'http://квест.рф/x', 'https://www.xn--b1agn4af.xn--p1ai/x'],
    ['by fragment and trailing slash', 'http://a.example/x/#top', 'http://a.example/x'],
    [
      'by the folder’s own page',
      'http://a.example/x/index.html',
      'http://a.example/x/',
      'http://a.example/x/index.php',
    ],
    ['by the folder’s own page before a query', 'http://a.example/index.php?g=1', 'http://a.example/?g=1'],
    ['by escapes', 'http://a.example/%d0%9f_(x)', 'http://a.example/П_%28x%29', 'http://a.example/%D0%9F_%28%78)'],
    ['by tracking', 'http://a.example/?id=1&utm_source=x&fbclid=y', 'http://a.example/?_openstat=z&id=1&ref_src=t'],
    ['by capitals of tracking', 'http://a.example/?UTM_Source=x&PHPSESSID=1', 'http://a.example/'],
    ['by mirror', 'http://rinform.stormway.ru/x?a=1', 'https://rinform.org/x?a=1'],
    ['by old address', 'http://plut.info/urq/node/5?a=1', 'http://urq.plut.info/node/5?a=1'],
    ['by archive', 'https://web.archive.org/web/20100101id_/http://a.example/x?y=1', 'http://a.example/x?y=1'],
    [
      'by archive of an archive',
      'https://web.archive.org/web/1/http:/web.archive.org/web/2/a.example/x',
      'http://a.example/x',
    ],
    ['by a page that leads on', 'https://vk.com/away.php?to=https%3A%2F%2Fa.example%2Fx', 'http://a.example/x'],
    [
      'by the forms of a video’s address',
      'https://youtu.be/dQ_w-9?si=zz&t=5',
      'https://www.youtube.com/watch?feature=share&v=dQ_w-9&t=10s',
      'https://m.youtube.com/watch?v=dQ_w-9',
      'https://www.youtube-nocookie.com/embed/dQ_w-9?rel=0',
      'https://youtube.com/shorts/dQ_w-9',
    ],
    ['by the network’s names', 'https://vk.ru/game', 'http://m.vk.com/game', 'https://vk.com/game'],
    ['by mobile edition', 'https://ru.m.wikipedia.org/wiki/INSTEAD', 'https://ru.wikipedia.org/wiki/INSTEAD'],
    [
      'by the store’s number',
      'https://store.steampowered.com/app/5/Name_/?curator=1',
      'http://store.steampowered.com/app/5',
    ],
    ['by the store’s language', 'https://www.gog.com/en/game/x_y', 'https://www.gog.com/game/x_y'],
    ['by the old host', 'http://ifdb.tads.org/viewgame?id=abc', 'https://ifdb.org/viewgame?id=abc&version=3'],
  ])('%s', (_, ...urls) => expect(urls.map(urlIdentity)).toEqual(urls.map(() => urlIdentity(urls[0] ?? ''))));
});

describe('two addresses are two pages', () => {
  it.each([
    ['http://a.example/X', 'http://a.example/x'],
    ['http://a.example/?a=1&b=2', 'http://a.example/?b=2&a=1'],
    ['http://a.example/?id=1', 'http://a.example/?id=2'],
    ['http://a.example/?ref=1', 'http://a.example/'],
    ['http://a.example/?sid=1', 'http://a.example/'],
    ['http://a.example:8080/', 'http://a.example/'],
    ['http://m.a.example/', 'http://a.example/'],
    ['http://a.example/#/game/1', 'http://a.example/#/game/2'],
    ['http://a.example/#!game=1', 'http://a.example/#!game=2'],
    ['http://a.example/x%2Fy', 'http://a.example/x/y'],
    ['http://a.example/?x=1%262', 'http://a.example/?x=1&2'],
    ['http://a.example/index.php/x', 'http://a.example/x'],
    ['http://plut.info/blog', 'http://urq.plut.info/blog'],
    ['https://youtu.be/abc', 'https://youtu.be/ABC'],
    ['https://web.archive.org/about', 'https://web.archive.org/'],
    ['https://web.archive.org/web/2010/about', 'http://about/'],
    ['https://vk.com/away.php?to=javascript:1', 'https://vk.com/'],
  ])('%s and %s', (left, right) => expect(one(left, right)).toBe(false));
});

describe('an identity', () => {
  it('is the page without its scheme', () => {
    expect(urlIdentity('https://www.Example.com/Путь/?a=б#c')).toBe('//example.com/%D0%9F%D1%83%D1%82%D1%8C?a=%D0%B1');
    expect(urlIdentity('http://a.example')).toBe('//a.example');
  });

  it.each([
    '',
    'a.example',
    'mailto:a@b.example',
    'javascript:alert(1)',
    'ftp://a.example/',
    'http://',
    'http://[::1',
    '//a',
  ])('is none of “%s”', (url) => expect(urlIdentity(url)).toBeNull());

  const wrap = 'https://web.archive.org/web/2010/';
  it('is none of carriers without end', () => expect(urlIdentity(`${wrap.repeat(1000)}http://a.example/`)).toBeNull());

  it('is its own identity, and nothing makes it throw', () => {
    const piece = fc.constantFrom(
      ...'http:// https:// www. a.example youtu.be/ youtube.com/ watch?v= embed/ plut.info/urq/ vk.com/away.php?to= /'.split(
        ' ',
      ),
      ...'index.php ? & # #/ #! %2F %25 %41 %3f utm_source=1 id=1 .. ; = + \\ @ : . x ж \ud800 web.archive.org/web/1/'.split(
        ' ',
      ),
      'store.steampowered.com/app/',
      'steamcommunity.com/linkfilter/?url=',
      '.m.wikipedia.org',
      'gog.com/en/game/',
    );
    const part = fc.oneof({ weight: 4, arbitrary: piece }, fc.string({ unit: 'binary', maxLength: 4 }));
    const url = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
    const property = fc.property(
      fc.oneof(
        url,
        url.map((rest) => `http://${rest}`),
        fc.webUrl(),
      ),
      (text) => {
        const identity = urlIdentity(text);
        if (identity !== null) expect(urlIdentity(`https:${identity}`)).toBe(identity);
      },
    );
    fc.assert(property, { numRuns: 3_000 });
  });
});
