import { describe, expect, it } from 'vitest';
import { vndb } from './vndb.ts';

describe('the source vndb', () => {
  it.each([
    'https://vndb.org/v17',
    'http://www.vndb.org/V017',
    'https://vndb.org/v17/chars#x',
    'https://vndb.org/v17?rev=3',
  ])('claims %s, as one page', (url) => expect([vndb.claims(url), vndb.key(url)]).toEqual([true, 'v17']));

  it.each([
    'https://vndb.org/',
    'https://vndb.org/r17',
    'https://vndb.org/v',
    'https://vndb.org/v17.1',
    'https://api.vndb.org/kana/vn?after=v17',
    'https://vndb.org.evil.example/v17',
  ])('leaves %s to others', (url) => expect(vndb.claims(url)).toBe(false));

  it('asks for a novel by its id, in JSON', () => {
    const asked = vndb.request?.('https://vndb.org/v17', {});
    expect(asked).toMatchObject({
      url: 'https://api.vndb.org/kana/vn',
      headers: { 'Content-Type': 'application/json' },
    });
    expect(JSON.parse(asked?.post ?? '')).toMatchObject({
      filters: ['id', '=', 'v17'],
      fields: expect.stringMatching(/^title,.*extlinks\{url,label,name,id\}$/),
    });
  });

  it('asks for the hundred after an id', () => {
    const post = vndb.request?.(vndb.seeds({})[0]?.url ?? '', {}).post;
    expect(JSON.parse(post ?? '')).toEqual({ filters: ['id', '>', 'v0'], fields: 'id', sort: 'id', results: 100 });
    expect(vndb.request?.('https://api.vndb.org/kana/vn?after=v300', {}).post).toContain('"v300"');
  });

  it('ends where the API says there is no more, or where a listing brings nothing new', () => {
    const read = (after: number, more: unknown) =>
      vndb.list({
        url: 'https://api.vndb.org/kana/vn',
        asked: `https://api.vndb.org/kana/vn?after=v${after}`,
        text: JSON.stringify({ results: [{ id: 'v17' }], more }),
      });
    expect(read(16, true)).toMatchObject({ next: ['https://api.vndb.org/kana/vn?after=v17'] });
    expect(read(16, false)).toMatchObject({ next: [] });
    expect(read(17, true)).toMatchObject({ next: [] });
  });
});
