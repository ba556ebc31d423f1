import { describe, expect, it } from 'vitest';
import { urqPlut } from './urq-plut.ts';

describe('the source urq-plut', () => {
  it.each([
    'http://urq.plut.info/node/55',
    'https://plut.info/urq/node/055/',
    'http://urq.plut.info/node/55?page=1#comment-867',
  ])('claims %s, and knows it as node/55', (url) =>
    expect([urqPlut.claims(url), urqPlut.key(url)]).toEqual([true, 'node/55']),
  );

  it.each(['http://urq.plut.info/witch', 'http://plut.info/urq/witch?x'])(
    'claims %s: any name may be the name of a game',
    (url) => expect([urqPlut.claims(url), urqPlut.key(url)]).toEqual([true, 'witch']),
  );

  it.each([
    'http://urq.plut.info/',
    'http://urq.plut.info/games?page=0',
    'http://plut.info/urq/games',
    'http://urq.plut.info/soft',
    'http://urq.plut.info/node',
    'http://urq.plut.info/node/55/edit',
    'http://urq.plut.info/user/1',
    'http://urq.plut.info/avtor/vera',
    'http://urq.plut.info/rss.xml',
    'http://urq.plut.info/sites/default/files/les.zip',
    'http://plut.info/node/55',
    'http://urq.plut.info.evil.example/node/55',
    'not a url',
  ])('leaves %s to others', (url) => expect(urqPlut.claims(url)).toBe(false));

  it('resolves the addresses of authors against the page, not against a download', () => {
    const text = `<h1 class="title">Вода</h1>
      <table><tr><td><span class="file"><a href="http://files.example/les.zip">les.zip</a></span></td></tr></table>
      <div class="field-label">Авторы:</div><div class="field-items"><a href="avtor/nina">Нина</a></div>`;
    const read = urqPlut.extract({ url: 'http://urq.plut.info/node/55', text });
    if (read.kind !== 'records') throw new Error('broken');
    expect(read.records[0]?.credits).toEqual([
      { role: 'author', name: 'Нина', url: 'http://urq.plut.info/node/avtor/nina' },
    ]);
  });
});
