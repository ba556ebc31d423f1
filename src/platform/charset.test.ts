import { describe, expect, test } from 'vitest';
import { decodeText } from './charset.ts';

const tale = 'Тёмный лес. Вы стоите у старого маяка; дверь открыта, и оттуда тянет холодом. «Кто здесь?»';

/** Writes text in a one-byte charset, by asking the decoder about every byte. */
function encode(text: string, charset: string): Uint8Array {
  const letters = new TextDecoder(charset).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, (letter) => {
    const byte = letters.indexOf(letter);
    if (byte < 0) throw new Error(`${charset} has no ${letter}`);
    return byte;
  });
}

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const html = (charset: string) => `<html><head><title>x</title><meta charset="${charset}"></head><body>${tale}</body>`;
const plain = (text: string) => text.replace(/[«»]/g, '"');

describe('decodeText believes', () => {
  test('UTF-8, when nothing is said', () => {
    expect(decodeText(bytes(tale), null)).toEqual({ text: tale, charset: 'utf-8' });
  });

  test.each(['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic', 'koi8-u'])(
    'the header: %s',
    (name) => {
      const text = plain(tale);
      expect(decodeText(encode(text, name), `text/html; charset=${name}`)).toEqual({ text, charset: name });
    },
  );

  test('the header in all its spellings', () => {
    for (const header of [
      'text/html;charset="CP1251"',
      "text/html; CHARSET = 'win-1251'; x=y",
      'text/plain; charset=cp1251',
    ]) {
      expect(decodeText(encode(tale, 'windows-1251'), header)).toEqual({ text: tale, charset: 'windows-1251' });
    }
  });

  test.each(['windows-1251', 'koi8-r'])('the meta element: %s', (name) => {
    const page = plain(html(name));
    expect(decodeText(encode(page, name), 'text/html')).toEqual({ text: page, charset: name });
  });

  test('a meta element of the old form, behind long scripts', () => {
    const script = `<script>${'x'.repeat(3000)}</script>`;
    const page = `<head>${script}<META http-equiv=Content-Type content="text/html; charset=koi8-r"></head>Ёж`;
    expect(decodeText(encode(page, 'koi8-r'), null)).toEqual({ text: page, charset: 'koi8-r' });
  });

  test('the XML declaration', () => {
    const feed = `<?xml version="1.0" encoding="windows-1251"?><games><title>Маяк</title></games>`;
    for (const type of ['application/xml', 'application/rss+xml', null]) {
      expect(decodeText(encode(feed, 'windows-1251'), type)).toEqual({ text: feed, charset: 'windows-1251' });
    }
  });

  test('a byte order mark above all, and takes it off', () => {
    const marked = `\ufeff${tale}`;
    expect(decodeText(bytes(marked), 'text/html; charset=windows-1251')).toEqual({ text: tale, charset: 'utf-8' });
    expect(decodeText(utf16(marked, false), null)).toEqual({ text: tale, charset: 'utf-16le' });
    expect(decodeText(utf16(marked, true), 'text/html; charset=utf-8')).toEqual({ text: tale, charset: 'utf-16be' });
  });

  test('the header on UTF-16 without a mark', () => {
    const page = 'Lighthouse. Маяк.';
    expect(decodeText(utf16(page, true), 'text/html; charset=utf-16be').text).toBe(page);
  });

  test('the header against the meta element, when both could be (a proxy that recoded the page)', () => {
    const page = plain(html('windows-1251'));
    expect(decodeText(encode(page, 'koi8-r'), 'text/html; charset=koi8-r')).toEqual({ text: page, charset: 'koi8-r' });
  });

  test('Latin that says so', () => {
    const page = 'Où est passé l’été ? À bientôt, chère amie, à la fenêtre.';
    const body = encode(page, 'windows-1252');
    expect(decodeText(body, 'text/html; charset=iso-8859-1')).toEqual({ text: page, charset: 'windows-1252' });
  });
});

describe('decodeText does not believe', () => {
  test.each(['windows-1251', 'koi8-r', 'ibm866'])('silence: Cyrillic in %s is recognised', (name) => {
    const text = plain(tale);
    expect(decodeText(encode(text, name), 'text/html')).toEqual({ text, charset: name });
  });

  test('silence with few letters: then it is windows-1251', () => {
    expect(decodeText(encode('Игра №5', 'windows-1251'), null)).toEqual({ text: 'Игра №5', charset: 'windows-1251' });
    expect(decodeText(encode('ТЁМНЫЙ ЛЕС. ЧАСТЬ ПЕРВАЯ', 'windows-1251'), null).charset).toBe('windows-1251');
  });

  test('a header of UTF-8 over windows-1251', () => {
    const body = encode(html('utf-8'), 'windows-1251');
    expect(decodeText(body, 'text/html; charset=utf-8')).toEqual({ text: html('utf-8'), charset: 'windows-1251' });
  });

  test('a header of UTF-8 over a page whose meta element is right', () => {
    const page = plain(html('koi8-r'));
    expect(decodeText(encode(page, 'koi8-r'), 'text/html; charset=utf-8')).toEqual({ text: page, charset: 'koi8-r' });
  });

  test.each(['windows-1251', 'koi8-r', 'iso-8859-1', 'shift_jis'])('a declaration of %s over UTF-8', (name) => {
    expect(decodeText(bytes(html(name)), `text/html; charset=${name}`)).toEqual({ text: html(name), charset: 'utf-8' });
  });

  test('a header of Latin over Cyrillic, with or without a word of the page', () => {
    for (const page of [html('windows-1251'), html('iso-8859-1')]) {
      const body = encode(page, 'windows-1251');
      expect(decodeText(body, 'text/html; charset=iso-8859-1')).toEqual({ text: page, charset: 'windows-1251' });
    }
  });

  test('one Cyrillic charset declared for another', () => {
    const text = tale.repeat(3);
    const answer = decodeText(encode(text, 'windows-1251'), 'text/html; charset=koi8-r');
    expect(answer).toEqual({ text, charset: 'windows-1251' });
  });

  test('an unknown charset', () => {
    expect(decodeText(bytes(tale), 'text/html; charset=klingon')).toEqual({ text: tale, charset: 'utf-8' });
  });

  test('markup that JSON merely quotes', () => {
    const json = JSON.stringify({ html: '<meta charset="koi8-r">' });
    expect(decodeText(bytes(json), 'application/json')).toEqual({ text: json, charset: 'utf-8' });
  });
});

describe('decodeText forgives', () => {
  test('a page cut within a letter', () => {
    const cut = bytes('Тёмный лес').subarray(0, -1);
    expect(decodeText(cut, 'text/html')).toEqual({ text: 'Тёмный ле\ufffd', charset: 'utf-8' });
  });

  test('one broken comment in a page of UTF-8', () => {
    const body = Buffer.concat([bytes(tale), encode(' Привет!', 'windows-1251'), bytes(tale)]);
    expect(decodeText(body, null)).toMatchObject({ charset: 'utf-8' });
  });

  test('an empty body', () => {
    expect(decodeText(new Uint8Array(), null)).toEqual({ text: '', charset: 'utf-8' });
  });
});
