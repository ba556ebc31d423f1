import { describe, expect, it } from 'vitest';
import { readXmlList } from './xml.ts';

const read = (text: string) => readXmlList(text, 'list', 'item');

describe('a list in XML', () => {
  it('gives its items, with entities resolved and numbers left as they are written', () => {
    const reading = read(
      '<list><item><a>1.0</a><b>x &amp; &#1089;<![CDATA[<c>&amp;]]></b></item><item><a/></item></list>',
    );
    expect(reading.kind === 'items' && reading.items.map((item) => [item.text('a'), item.text('b')])).toEqual([
      ['1.0', 'x & с<c>&amp;'],
      [undefined, undefined],
    ]);
  });

  it('tells what was not read', () => {
    const reading = read('<list><item><a>1</a><b>2</b></item><other>3</other></list>');
    if (reading.kind === 'items') for (const item of reading.items) item.text('a');
    expect(reading.kind === 'items' && reading.unread()).toEqual(['list.other', 'list.item[].b']);
  });

  it('may be empty', () => expect(read('<list/>')).toMatchObject({ kind: 'items', items: [] }));

  it.each([
    ['<list>\n<item></list>', /line 2, column 7/],
    ['', /line 1/],
    ['<rss/>', /holds <rss>, not <list>/],
    ['<list><__proto__>1</__proto__></list>', /no XML we can trust/],
    ['<a>'.repeat(5000) + '</a>'.repeat(5000), /no XML we can trust/],
  ])('is broken otherwise: %.40s', (text, reason) => {
    expect(read(text)).toEqual({ kind: 'broken', reason: expect.stringMatching(reason) });
  });

  it('does not let a document multiply itself', () => {
    const entities = [...'bcdefghij'].map(
      (name, index) => `<!ENTITY ${name} "${`&${'abcdefghij'[index]};`.repeat(10)}">`,
    );
    const bomb = `<!DOCTYPE list [<!ENTITY a "aaaaaaaaaa">${entities.join('')}]><list><item><a>&j;</a></item></list>`;
    const reading = read(bomb);
    const length = reading.kind === 'items' ? (reading.items[0]?.text('a')?.length ?? 0) : 0;
    expect(length).toBeLessThan(200_000);
  });
});

describe('letters by name', () => {
  it('are those of HTML too, but not within CDATA, nor when the ampersand itself is escaped', () => {
    const reading = read('<list><item><a>x&mdash;y &amp;eacute; <![CDATA[&eacute;]]> &unknown;</a></item></list>');
    expect(reading.kind === 'items' && reading.items[0]?.text('a')).toBe('x—y &eacute; &eacute; &unknown;');
  });
});

it('an element that repeats is a list, an empty one is empty', () => {
  const reading = read('<list><item><a>1</a><a>2</a><b/><c><d>3</d></c></item></list>');
  const [item] = reading.kind === 'items' ? reading.items : [];
  expect([item?.list('a'), item?.text('b'), item?.object('c').text('d')]).toEqual([['1', '2'], undefined, '3']);
});

it('a prefix of a namespace is no part of a name', () => {
  const reading = read('<x:list xmlns:x="https://x.example/"><x:item><x:a>1</x:a></x:item></x:list>');
  expect(reading.kind === 'items' && reading.items.map((item) => item.text('a'))).toEqual(['1']);
});

describe('a document made to hurt', () => {
  it.each([
    ['nests ten thousand deep', '<a>'.repeat(10_000) + '</a>'.repeat(10_000)],
    ['nests ten thousand deep in an item', `<list><item>${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}</item></list>`],
    ['opens ten thousand elements and closes none', `<list>${'<item>'.repeat(10_000)}`],
    ['declares an entity ten thousand times', `<!DOCTYPE list [${'<!ENTITY a '.repeat(10_000)}`],
    ['is ten thousand signs', '<'.repeat(10_000)],
  ])('%s: it is broken', (_what, text) => expect(read(text)).toMatchObject({ kind: 'broken' }));

  it('of two hundred thousand items is read to its end', () => {
    const reading = read(`<list>${'<item><a>1</a></item>'.repeat(200_000)}</list>`);
    expect(reading.kind === 'items' && reading.items.length).toBe(200_000);
    expect(reading.kind === 'items' && reading.unread()).toEqual(['list.item[].a']);
  });
});
