import { describe, expect, it } from 'vitest';
import { decodedPath, withoutFragment, withoutQuery } from './address-parts.ts';

describe('parts of addresses', () => {
  it('lose fragments and parameters', () => {
    expect(withoutFragment('http://a.example/b?c#d#e\nf')).toBe('http://a.example/b?c');
    expect(withoutQuery('http://a.example/b?c#d')).toBe('http://a.example/b');
    expect(withoutQuery('http://a.example/b#d?c')).toBe('http://a.example/b');
  });

  it('are one, percent-encoded or not, composed or not', () => {
    const encoded = ['%D0%B9', '%d0%b9', 'й', 'и\u0306'].map(decodedPath);
    expect(new Set(encoded)).toEqual(new Set(['й']));
  });

  it('stay as they are where the escapes are none', () => expect(decodedPath('100%_%D0')).toBe('100%_%D0'));

  it('keep escapes of characters that no name holds', () => expect(decodedPath('a%00b%0Ac')).toBe('a%00b%0Ac'));
});
