import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToMarkdown, plainToMarkdown } from './markdown.ts';
import { rendered } from './rendered-markdown.ts';

describe('HTML becomes Markdown', () => {
  it.each([
    ['plain  \n text', 'plain text'],
    ['Про <b>лиса</b>.<br/>Конец.', 'Про **лиса**.  \nКонец.'],
    ['a<br> <br>b', 'a\n\nb'],
    ['<p>a</p><p>b</p>', 'a\n\nb'],
    ['<p>a<p>b', 'a\n\nb'],
    ['<div>a<div>b</div>c</div>', 'a\n\nb\n\nc'],
    ['x<b> bold </b>y, <em>a</em>, x<i>y</i>z', 'x **bold** y, _a_, x*y*z'],
    ['<b></b><i> </i>a<b>b</b><b>c</b>', 'a**bc**'],
    ['<b><p>one</p><p>two</p></b>', '**one**\n\n**two**'],
    ['<s>a</s> <q>b</q>', '~~a~~ “b”'],
    ['<h2>A<br>b</h2>c', '## A b\n\nc'],
    ['<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>d', '* a\n* b\n  * c\n\nd'],
    ['<ol><li>a<li><p>b</p><p>c</p></ol>', '1. a\n2. b\n\n   c'],
    ['<blockquote><p>a</p><p>b</p></blockquote>c', '> a\n>\n> b\n\nc'],
    ['<code>a`b</code><pre>\n x\n  y\n</pre>', '``a`b``\n\n```\n x\n  y\n```'],
    ['a<hr>b', 'a\n\n---\n\nb'],
    ['<table><tr><td>a<td>b<tr><td>c</table>', 'a | b  \nc'],
    ['<a href="https://a.example/x(1)">a</a>', '[a](https://a.example/x%281%29)'],
    ['<a href="mailto:a@b.example">a</a>', '[a](mailto:a@b.example)'],
    ['<img src="https://a.example/1.png" alt="[A]">', '![\\[A\\]](https://a.example/1.png)'],
    ['<a href="/x">a</a>', 'a'],
    ['Don&#039;t &laquo;quote&raquo; &mdash; now', "Don't «quote» — now"],
    ['', ''],
    [' <p> </p> ', ''],
  ])('%s', (html, markdown) => expect(htmlToMarkdown(html)).toBe(markdown));

  it('resolves relative links where the page is known', () => {
    expect(htmlToMarkdown('<a href="x?a=1&amp;b=2">a</a>', 'http://a.example/y/')).toBe(
      '[a](http://a.example/y/x?a=1&b=2)',
    );
  });
});

describe('a text that is no markup stays what it says', () => {
  const words = (text: string) => text.replace(/\s+/g, ' ').trim();
  const markup = fc.constantFrom(
    '# a',
    '- a',
    '+ a',
    '1. a',
    '2) a',
    '> a',
    '---',
    '===',
    '***',
    '___',
    '~~~',
    '```',
    '|a|',
    '|-|',
    '*a*',
    '_a_',
    'a_b',
    '[a](b)',
    '![a](b)',
    '[a]: b',
    '<b>',
    '&lt;',
    '&amp;amp;',
    'a\\',
    '\\*',
    '`a`',
    '~~a~~',
    'http://a.example/a_b_c',
    '    a',
  );
  const text = fc
    .array(fc.oneof(markup, fc.constant(' '), fc.constant('\n'), fc.string({ maxLength: 6 })), { maxLength: 8 })
    .map((pieces) => pieces.join(''));

  it('as plain text', () => {
    fc.assert(
      fc.property(text, (plain) => {
        const seen = rendered(plainToMarkdown(plain));
        expect(words(seen.text)).toBe(words(plain));
        expect(new Set(seen.elements)).toEqual(new Set(words(plain) === '' ? seen.elements : ['p']));
      }),
    );
  });

  it('as text within HTML', () => {
    const escaped = (plain: string) => plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    fc.assert(
      fc.property(text, text, (first, second) => {
        const seen = rendered(htmlToMarkdown(`<p>${escaped(first)}<br>${escaped(second)}</p>`));
        expect(words(seen.text)).toBe(words(`${first}\n${second}`));
      }),
    );
  });

  it('keeps its paragraphs and lines', () => {
    expect(plainToMarkdown('a\r\nb\n\n\n c \n')).toBe('a\nb\n\nc');
    expect(plainToMarkdown('1. a\n# b\nsnake_case')).toBe('1\\. a\n\\# b\nsnake_case');
  });
});

describe('a text made to hurt', () => {
  it.each([
    '<div>',
    '<b>',
    '<ul><li>',
    '<blockquote>',
    '<a href=x>',
    '<table><tr><td>',
    '</x><div>',
    '<i><p>',
    '<font>',
  ])('of %s ten thousand times does not crash, and its words are kept', (tag) =>
    expect(htmlToMarkdown(`${tag.repeat(10_000)}words<script>none</script>`)).toMatch(/^\W*words\W*$/),
  );

  it('is cut at 200,000 characters', () => expect(htmlToMarkdown('a'.repeat(300_000))).toHaveLength(200_000));
});
