import { describe, expect, it } from 'vitest';
import { account } from './account.ts';
import { elementsOf, textsOf, xmlItems, xmlValue } from './xml-value.ts';

const value = (text: string) => xmlValue(text)?.value;

describe('items of a large document', () => {
  it('are cut out one by one, whatever stands in them', () => {
    const text = '<all><dir><name>a</name></dir><file><dir>a</dir></file ><filename/><file>b</file></all>';
    expect([...xmlItems(text, 'file', 'dir')].map(({ name, text: item }) => [name, item])).toEqual([
      ['dir', '<dir><name>a</name></dir>'],
      ['file', '<file><dir>a</dir></file ><filename/><file>b</file>'],
    ]);
  });

  it('the last one may be cut off', () => {
    expect([...xmlItems('<a>1</a><a>2', 'a')]).toEqual([
      { number: 1, name: 'a', text: '<a>1</a>', ended: true },
      { number: 2, name: 'a', text: '<a>2', ended: false },
    ]);
  });
});

describe('a piece of XML', () => {
  it.each([
    ['<s><a>1 &amp; 2</a><b/></s>', { a: '1 & 2', b: '' }],
    ['<s><a>1</a><a>2</a><a/></s>', { a: ['1', '2', ''] }],
    ['<s><a><b>1</b></a></s>', { a: { b: '1' } }],
    ['<s><a>one <b>two</b> three</a></s>', { a: 'one two three' }],
    ['<s><a>one<br/>two</a></s>', { a: 'one\ntwo' }],
    ['<s><a><![CDATA[<b>&amp;]]></a></s>', { a: '<b>&amp;' }],
    ['<x:s xmlns:x="https://x.example/"><x:a>1</x:a><y:a>2</y:a></x:s>', { a: ['1', '2'] }],
    ['<s>only words</s>', {}],
  ])('%s', (text, expected) => expect(value(text)).toEqual(expected));

  it('holds a name of the prototype as any other', () => {
    expect(JSON.stringify(value('<s><__proto__>1</__proto__></s>'))).toBe('{"__proto__":"1"}');
  });

  it.each(['', 'words', '<a>'.repeat(10_000) + '</a>'.repeat(10_000)])('is none: %.20s', (text) =>
    expect(xmlValue(text)).toBeNull(),
  );

  it('keeps of what nests deeper than any format only the text', () => {
    const read = value(`<s>${'<a>'.repeat(500)}deep${'</a>'.repeat(500)}</s>`);
    expect(JSON.stringify(read)).toBe(`{"a":${'{"a":'.repeat(7)}"deep"${'}'.repeat(8)}`);
  });
});

describe('parts that may stand once or often', () => {
  it('are read alike', () => {
    const once = account(value('<s><part><n>1</n></part><word>a</word></s>'));
    const often = account(
      value('<s><part><n>1</n></part><part><n>2</n></part><word>a</word><word/><word>b</word></s>'),
    );
    const numbers = (all: typeof once) => elementsOf(all, 'part').map((part) => part.text('n'));
    expect([numbers(once), numbers(often), numbers(account({}))]).toEqual([['1'], ['1', '2'], []]);
    expect([textsOf(once, 'word'), textsOf(often, 'word')]).toEqual([['a'], ['a', 'b']]);
    expect([once.unread(), often.unread()]).toEqual([[], []]);
  });
});
