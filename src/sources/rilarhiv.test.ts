import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../platform/charset.ts';
import { rilarhiv } from './rilarhiv.ts';

const text = readFileSync(join(import.meta.dirname, 'fixtures/rilarhiv/full.page.html'), 'utf8');
const listing = 'http://rilarhiv.ru/urq.htm';
const titles = (page: { url: string; text: string; asked?: string }) => {
  const read = rilarhiv.extract(page);
  return read.kind === 'records' ? read.records.map(({ key, title }) => `${key}: ${title}`) : read;
};

describe('the source rilarhiv', () => {
  it('starts at fifteen listings that hold the games themselves', () => {
    const seeds = rilarhiv.seeds({});
    expect(seeds).toHaveLength(15);
    expect(seeds[0]).toEqual({ as: 'page', url: 'http://rilarhiv.ru/rinform.htm' });
    expect(seeds.every(({ as, url }) => as === 'page' && rilarhiv.claims(url))).toBe(true);
  });

  it.each(['http://rilarhiv.ru/urq/fox.zip', 'https://www.rilarhiv.ru/urq/fox.zip?x#y'])(
    'claims the file %s, and asks its listing for it',
    (url) => {
      expect([rilarhiv.claims(url), rilarhiv.key(url)]).toEqual([true, 'urq/fox.zip']);
      expect(rilarhiv.request?.(url, {})).toEqual({ url: listing });
    },
  );

  it.each([
    'http://rilarhiv.ru/',
    'http://rilarhiv.ru/index.htm',
    'http://rilarhiv.ru/other/fox.zip',
    'http://rilarhiv.ru/constructor/fox.zip',
    'http://rilarhiv.ru/urq/',
    'http://rilarhiv.ru.evil.example/urq/fox.zip',
    'not a url',
  ])('leaves %s to others', (url) => expect(rilarhiv.claims(url)).toBe(false));

  it('is followed to from links to files on other sites', () => expect(rilarhiv.familiar).toEqual(['download_direct']));
});

describe('a single file of rilarhiv.ru', () => {
  it('is one row of its listing', () => {
    expect(titles({ url: listing, asked: 'https://rilarhiv.ru/urq/solo.zip', text })).toEqual(['urq/solo.zip: Соло']);
  });

  it('has the same record as its row', () => {
    const all = rilarhiv.extract({ url: listing, text });
    const one = rilarhiv.extract({ url: listing, asked: 'http://rilarhiv.ru/urq/marsh.zip', text });
    if (all.kind !== 'records' || one.kind !== 'records') throw new Error('broken');
    expect(one.records).toEqual([all.records[0]]);
  });

  it('that its listing does not name is broken', () => {
    expect(titles({ url: listing, asked: 'http://rilarhiv.ru/urq/gone.zip', text })).toEqual({
      kind: 'broken',
      reason: 'http://rilarhiv.ru/urq.htm has no row of the file urq/gone.zip: look whether it is gone.',
    });
  });
});

describe('the charset of rilarhiv.ru, which is windows-1251', () => {
  /** Encodes with the table the decoder itself has. */
  function encode(written: string): Uint8Array {
    const letters = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    return Uint8Array.from([...written], (letter) => letters.indexOf(letter));
  }

  it.each([
    ['named in the header', text, 'text/html; charset=windows-1251'],
    ['named in the page', `<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">${text}`, null],
    ['not named at all', text, 'text/html'],
    ['named wrongly', `<meta charset="utf-8">${text}`, 'text/html; charset=iso-8859-1'],
    ['not named on a page of one short row', '<P><b><a href="urq/s.zip">"Соло", Нина</a></b>', null],
  ])('is known when it is %s', (_, written, contentType) => {
    const decoded = decodeText(encode(written), contentType);
    const read = rilarhiv.extract({ url: listing, text: decoded.text });
    expect(read).toEqual(rilarhiv.extract({ url: listing, text: written }));
    expect(read.kind).toBe('records');
  });
});
