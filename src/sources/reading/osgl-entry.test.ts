import { describe, expect, it } from 'vitest';
import { notesToMarkdown } from './notes-markdown.ts';
import { readEntry, readItems } from './osgl-entry.ts';

describe('a field of an entry', () => {
  it.each([
    ['a, b,c', ['a', 'b', 'c']],
    ['https://x.example/y_(game), https://z.example/', ['https://x.example/y_(game)', 'https://z.example/']],
    ['GPL-2.0, Custom (one, two), MIT', ['GPL-2.0', 'Custom', 'MIT']],
    ['Jens (Jo) Ritter, Ivo Pahl (@port)', ['Jens (Jo) Ritter', 'Ivo Pahl']],
    ['https://x.example/a.git @add (@created 2014, @stars 3), b', ['https://x.example/a.git', 'b']],
    [', ,', []],
    ['(all is comment', ['(all is comment']],
  ])('%s holds %j', (value, texts) => expect(readItems(value).map(({ text }) => text)).toEqual(texts));

  it('keeps its comments apart', () => {
    expect(readItems('x @add (@stars 3), y')).toEqual([
      { text: 'x', comment: 'add @stars 3'.replace('add', '@add') },
      { text: 'y', comment: '' },
    ]);
  });
});

describe('an entry', () => {
  it('gathers a field that is written twice, in the plural or not', () => {
    const entry = readEntry('# A\n- Keyword: x\n- Keywords: y\n- Code license: MIT\n');
    expect([...(entry?.fields.keys() ?? [])]).toEqual(['keyword', 'code license']);
    expect(entry?.fields.get('keyword')?.map(({ text }) => text)).toEqual(['x', 'y']);
  });

  it('ends where building begins', () => {
    const entry = readEntry('# A\n- State: beta\n\nNote.\n\n## Building\n- Build system: Make\nMore.');
    expect([entry?.notes, [...(entry?.fields.keys() ?? [])]]).toEqual(['Note.', ['state']]);
  });

  it('is none without a title or without fields', () => {
    expect([readEntry('- State: beta'), readEntry('# A\ntext'), readEntry('')]).toEqual([null, null, null]);
  });
});

describe('notes', () => {
  it.each([
    ['One.\n\nTwo.', 'One.\n\nTwo.'],
    ['See [it](https://x.example/a_(b)).', 'See [it](https://x.example/a_%28b%29).'],
    ['* a\n* b', '* a\n* b'],
    ['<b>bold</b> & [x](javascript:alert(1))', '&lt;b>bold&lt;/b> & \\[x\\]\\(javascript:alert(1))'],
    ['', ''],
  ])('%j become %j', (notes, markdown) => expect(notesToMarkdown(notes)).toBe(markdown));

  it('are read in time also when they are all brackets', () => {
    expect(notesToMarkdown('[('.repeat(50_000)).length).toBeGreaterThan(0);
    expect(readItems('(a '.repeat(20_000))).toHaveLength(1);
  });
});
