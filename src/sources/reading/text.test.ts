import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, cut, label, line } from './text.ts';

describe('a text from outside', () => {
  it('loses control characters, keeps tabs and line ends', () => {
    expect(clean('a\u0000b\u0007\tc\r\nd\re\u0085')).toBe('ab\tc\nd\ne');
  });

  it('loses marks that turn the reading direction of what follows', () => {
    expect(clean('safe\u202egnp.exe\u2066')).toBe('safegnp.exe');
  });

  it('has one spelling for one letter', () => expect(clean('и\u0306')).toBe('й'));

  it('is well-formed, whatever it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => clean(text).isWellFormed() && !clean(text).includes('\u0000'),
      ),
    );
    expect(clean('a\ud800b')).toBe('a\ufffdb');
  });
});

describe('a line', () => {
  it('has no line ends and no double spaces', () => expect(line(' a \n\u00a0 b\t')).toBe('a b'));

  it('is cut where it is too long, never within a character', () => {
    expect(line('abcdef', 4)).toBe('abc…');
    expect(cut('ab😀cd', 4)).toBe('ab…');
    expect(cut('abcd', 4)).toBe('abcd');
  });
});

describe('a label', () => {
  it.each([
    ['<b>Night</b> Watch', 'Night Watch'],
    ['<script src="x">alert(1)</script>Night', 'alert(1)Night'],
    ['<scr<b>ipt>Night', 'Night'],
    ['<img src=x onerror=alert(1)>', ''],
    ['I <3 Parsers', 'I <3 Parsers'],
    ['List<Monster> & Co', 'List<Monster> & Co'],
    ['a < b > c', 'a < b > c'],
  ])('%s reads %s', (text, expected) => expect(label(text)).toBe(expected));
});
