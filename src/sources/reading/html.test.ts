import { describe, expect, it } from 'vitest';
import { decodeEntities, type OpenPage, openPage, parseHtml, textOf } from './html.ts';

function open(html: string): OpenPage {
  const page = openPage(html);
  if (page.kind === 'broken') throw new Error(page.reason);
  return page;
}

describe('an opened page', () => {
  it('is selected from, whatever the case of its tags and attributes', () => {
    const { $ } = open('<BODY><P CLASS=note>a<P ID="x">b</BODY>');
    expect([$('p.note').text(), $('#x').text()]).toEqual(['a', 'b']);
  });

  it('tells what nobody read', () => {
    const page = open(`<body><h2>Title</h2><div id="panel"><b>Автор</b>: А<br><b>Жанр</b>: <i>квест</i>, драма<br>
      <a href="x">Скачать</a></div><p class="note big">Note <span>more</span></p><p>Bare</p></body>`);
    page.read(page.$('h2'));
    page.read(page.$('a'));
    expect(page.unread()).toEqual([
      'div#panel: Автор: А',
      'div#panel: Жанр: квест, драма',
      'p.note: Note more',
      'p: Bare',
    ]);
  });

  it('takes single nodes for read, texts as well', () => {
    const page = open('<div id="panel"><b>Автор</b>: А<br>Б</div>');
    const label = page.$('b')[0];
    if (label?.next) page.read([label, label.next]);
    expect(page.unread()).toEqual(['div#panel: Б']);
  });

  it('does not ask for scripts, styles, titles, blank texts, mere signs and what is ignored', () => {
    const page =
      open(`<html><head><title>T</title><style>p{}</style></head><body><script>x</script> <noscript>n</noscript>
      <p>·</p><p>&nbsp;</p><!-- comment --><footer><p>Foot</p></footer></body></html>`);
    page.ignore('footer', '#nothing');
    expect(page.unread()).toEqual([]);
  });

  it('tells no more than fifty things, none longer than 80 characters', () => {
    const unread = open(`<p>${'слово '.repeat(50)}</p>`.repeat(90)).unread();
    expect(unread).toHaveLength(50);
    expect(unread.at(-1)).toBe('and 41 more');
    expect(Math.max(...unread.map((text) => text.length))).toBe(80);
  });

  it('is refused when it nests deeper than any page', () => {
    expect(openPage(`${'<div>'.repeat(100_000)}x`)).toEqual({
      kind: 'broken',
      reason: expect.stringMatching(/600 levels/),
    });
    expect(openPage('<b>'.repeat(500)).kind).toBe('page');
  });

  it('costs no more when it is built to be slow', () => {
    // Without the limit, the parser compares each of these end tags with each open one: minutes.
    expect(parseHtml('<div>'.repeat(100_000) + '</x>'.repeat(100_000)).cut).toBe(true);
  });
});

describe('the text of nodes', () => {
  it('has line ends where the page has them, and no scripts', () => {
    expect(textOf(parseHtml('a<br>b <b>c<script>d</script></b>').tree.children)).toBe('a\nb c');
  });

  it('is read however many nodes there are', () => {
    expect(textOf(parseHtml('<i>x</i>'.repeat(200_000)).tree.children)).toHaveLength(200_000);
  });
});

it.each([
  ['Yee&#039; &amp; &laquo;Co&raquo; &#x41;', "Yee' & «Co» A"],
  ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['a < b & c', 'a < b & c'],
  ['&lt;b&gt;', '<b>'],
  ['&nosuch; &#99999999;', '&nosuch; &#99999999;'],
])('entities in %s are resolved once: %s', (text, expected) => expect(decodeEntities(text)).toBe(expected));
