import { describe, expect, test } from 'vitest';
import { findConnectTo, readConnectTo } from './connect-to.ts';

describe('readConnectTo', () => {
  test('reads several entries, IPv6 in brackets', () => {
    expect(readConnectTo('apero.ru:443=127.0.0.1:9000, [2001:DB8::1]:80=[::1]:9001')).toEqual([
      { host: 'apero.ru', port: 443, toAddress: '127.0.0.1', toPort: 9000 },
      { host: '2001:db8::1', port: 80, toAddress: '::1', toPort: 9001 },
    ]);
  });

  test.each(['*=mirror:8080', '*:*=mirror:8080'])('%s covers everything', (text) => {
    expect(findConnectTo(readConnectTo(text) ?? [], 'any.example', 443)).toMatchObject({ toPort: 8080 });
  });

  test.each(['', 'apero.ru', 'apero.ru=127.0.0.1:1', 'a:80=b', 'a:80=b:0', 'a:99999=b:1', 'a:80=b:1,', 'a b:80=c:1'])(
    'refuses %j',
    (text) => {
      expect(readConnectTo(text)).toBeNull();
    },
  );
});

describe('findConnectTo', () => {
  const entries = readConnectTo('a.example:80=one:1,a.example:*=two:2,*:80=three:3') ?? [];

  test('takes the first entry that covers host and port', () => {
    expect(findConnectTo(entries, 'A.example', 80)?.toAddress).toBe('one');
    expect(findConnectTo(entries, 'a.example', 443)?.toAddress).toBe('two');
    expect(findConnectTo(entries, 'b.example', 80)?.toAddress).toBe('three');
  });

  test('leaves every other connection alone', () => {
    expect(findConnectTo(entries, 'b.example', 443)).toBeNull();
    expect(findConnectTo(entries, 'x.a.example', 443)).toBeNull();
  });
});
