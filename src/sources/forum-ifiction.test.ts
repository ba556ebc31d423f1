import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forumIfiction } from './forum-ifiction.ts';

const topic = 'http://forum.ifiction.ru/viewtopic.php?id=2101';
const text = readFileSync(join(import.meta.dirname, 'fixtures/forum-ifiction/full.page.html'), 'utf8');
const file = (id: number) => `http://forum.ifiction.ru/file.php?fid=${id}`;
const leadsTo = (id: number, to: string) =>
  [file(id), { url: file(id), text: `<meta http-equiv="refresh" content="0; URL=${to}">` }] as const;

const links = (beside?: ReadonlyMap<string, { url: string; text: string }>) => {
  const read = forumIfiction.extract({ url: topic, text, ...(beside && { beside }) });
  if (read.kind !== 'records') throw new Error('broken');
  return (read.records[0]?.urls ?? []).slice(1).map(({ category, url }) => `${category} ${url}`);
};

describe('the source forum-ifiction', () => {
  it.each([topic, `${topic}&lid=44`, 'https://forum.ifiction.ru/viewtopic.php?lid=44&id=2101', `${topic}&p=2#x`])(
    'claims %s, knows it by its number and asks for its first page',
    (url) => {
      expect([forumIfiction.claims(url), forumIfiction.key(url)]).toEqual([true, '2101']);
      expect(forumIfiction.request?.(url, {}).url).toMatch(/^https?:\/\/forum\.ifiction\.ru\/viewtopic\.php\?id=2101$/);
    },
  );

  it.each([
    'http://forum.ifiction.ru/',
    'http://forum.ifiction.ru/viewforum.php?id=36d',
    'http://forum.ifiction.ru/viewtopic.php?id=36d',
    'http://forum.ifiction.ru/viewtopic.php?lid=36',
    'http://ifiction.ru/viewtopic.php?id=1',
    'not a url',
  ])('leaves %s to others', (url) => expect(forumIfiction.claims(url)).toBe(false));
});

describe('files and pictures of forum.ifiction.ru that only lead on', () => {
  it('are asked for beside the page, each once, files first', () => {
    expect(forumIfiction.beside?.({ url: topic, text })).toEqual([file(6), file(5), file(7)]);
    expect(forumIfiction.beside?.({ url: topic, text: '<div>'.repeat(10_000) })).toEqual([]);
  });

  it('stand in the record as what they lead to, and keep their category', () => {
    const beside = new Map([
      leadsTo(5, 'http://cdn.example/poster'),
      leadsTo(6, '/store/moon.qst'),
      leadsTo(7, 'http://cdn.example/shot.jpg'),
    ]);
    expect(links(beside)).toEqual([
      'download_direct http://forum.ifiction.ru/store/moon.qst',
      'play_online http://example.org/play',
      'forum http://forum.ifiction.ru/viewtopic.php?id=9',
      'poster http://cdn.example/poster',
      'screenshot http://cdn.example/shot.jpg',
      'screenshot http://forum.ifiction.ru/pic/8.png',
    ]);
  });

  it('keep their own address where no answer came, or none that leads on', () => {
    const mute = new Map([[file(6), { url: file(6), text: 'no refresh tag here' }], leadsTo(7, 'javascript:alert(1)')]);
    for (const beside of [undefined, mute]) {
      expect(links(beside)).toContain(`download_direct ${file(6)}`);
      expect(links(beside)).toContain(`screenshot ${file(7)}`);
    }
  });

  it('are where the site itself led, if it redirected instead', () => {
    const beside = new Map([[file(6), { url: 'http://cdn.example/moon.zip', text: 'PK' }]]);
    expect(links(beside)).toContain('download_direct http://cdn.example/moon.zip');
  });
});
