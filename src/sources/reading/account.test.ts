import { describe, expect, it } from 'vitest';
import { account } from './account.ts';

const component = {
  ID: 'org.example.lantern',
  Name: { C: '  Lantern\u0007 ', ru: 'Фонарь' },
  Year: 2019,
  Categories: ['Game', 'LogicGame'],
  Url: { homepage: 'https://lantern.example/', faq: 'https://lantern.example/faq' },
  Releases: [{ version: '1.2', urgency: 'low' }, { version: '1.1', urgency: 'low' }, 'nonsense'],
  Branding: { colors: [] },
  Nothing: null,
};

describe('an account of an object', () => {
  it('gives texts trimmed and without control characters, numbers as text', () => {
    const read = account(component);
    expect(read.object('Name').text('C')).toBe('Lantern');
    expect(read.text('Year')).toBe('2019');
    expect(account({ text: 'one\r\ntwo' }).text('text')).toBe('one\ntwo');
  });

  it('gives undefined for what is absent, empty or of another type', () => {
    const read = account({ empty: '  ', list: ['a'], yes: true });
    expect(read.text('absent')).toBeUndefined();
    expect(read.text('empty')).toBeUndefined();
    expect(read.text('list')).toBeUndefined();
    expect(read.list('yes')).toEqual([]);
    expect(read.object('list').keys()).toEqual([]);
    expect(read.unread()).toEqual(['list', 'yes']);
  });

  it('says what nobody read, nested objects and items of lists included', () => {
    const read = account(component);
    read.text('ID');
    read.ignore('Name', 'Year', 'Nothing', 'NeverThere');
    read.list('Categories');
    read.object('Url').text('homepage');
    for (const release of read.objects('Releases')) release.text('version');
    expect(read.unread()).toEqual(['Branding', 'Url.faq', 'Releases[].urgency', 'Releases[]']);
  });

  it('is silent once everything was read or ignored', () => {
    const read = account({ a: '1', b: { c: '2' }, d: [1] });
    read.text('a');
    read.raw('b');
    read.ignore('d');
    expect(read.unread()).toEqual([]);
  });

  it.each([null, undefined, 'text', 7, ['a'], new Date(0), () => 1])('is an account of nothing for %s', (value) => {
    const read = account(value);
    expect(read.text('length')).toBeUndefined();
    expect(read.unread()).toEqual([]);
  });

  it('sees own keys only, and treats names of the prototype as plain names', () => {
    const read = account(JSON.parse('{"__proto__":{"text":"inner"},"constructor":"mine"}'));
    expect(read.text('toString')).toBeUndefined();
    expect(read.text('constructor')).toBe('mine');
    expect(read.object('__proto__').text('text')).toBe('inner');
    expect(read.object('hasOwnProperty').keys()).toEqual([]);
    expect(read.unread()).toEqual([]);
  });

  it('does not let a long key fill the report', () => {
    expect(
      account({ ['k'.repeat(5000)]: 1 })
        .unread()
        .join('').length,
    ).toBeLessThan(100);
  });
});
