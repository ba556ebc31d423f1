import { describe, expect, it } from 'vitest';
import { plainWikitext, readWikitext, redirectTarget, type WikiReader } from './wikitext.ts';
import { readTemplates } from './wikitext-templates.ts';

const markdown = (text: string, reader: WikiReader = {}) =>
  readWikitext(text, reader, 'https://wiki.example/').markdown;
const times = (text: string, count: number) => text.repeat(count);

describe('wikitext becomes Markdown', () => {
  it.each([
    ["'''bold''' and ''italic''", '**bold** and _italic_'],
    ["'''''both'''''", '**_both_**'],
    ["'''''a'' b''' c", '**_a_ b** c'],
    ["'''''a''' b'' c", '**_a_** _b_ c'],
    ["l'''amour''", "l'_amour_"],
    ["'''open", '**open**'],
    ["'''a''' '''b'''", '**a** **b**'],
    ["''''four'''' '", "'**four'** '"],
    ['= One =', '# One'],
    ['====== Six ======', '###### Six'],
    ['== A == tail', '## A tail'],
    ['=', '\\='],
    ['==', '\\=='],
    ['=== Uneven ==', '## = Uneven'],
    ['a\nb\n\nc', 'a b\n\nc'],
    ['a<br>b<br />c<BR/>d', 'a  \nb  \nc  \nd'],
    ['* a\n** b\n*c\n# d\n## e', '* a\n  * b\n* c\n\n1. d\n   1. e'],
    ['*# a\n*# b', '1. a\n2. b'],
    ['; term : meaning\n: further', '**term**\n\nmeaning\n\nfurther'],
    ['----\nx', '---\n\nx'],
    ['{|\n! A !! B\n|-\n| style="x" | 1 || [[X|2]]\n|}', 'A | B  \n1 | **2**'],
    ['{|\n| a\n* b\n|}\nc', 'a\n\n* b\n\nc'],
    ['[[Page]] [[Page|shown]] [[:Категория:X]]', '**Page** **shown** **Категория:X**'],
    ['x [[Категория:Игры]][[Category:Games]][[Файл:x.png|thumb|y]]', 'x'],
    ['[https://a.example/x label]', '[label](https://a.example/x)'],
    ['[https://a.example/x]', '[https://a.example/x](https://a.example/x)'],
    ['[label](https://a.example/x_(y))', '[label](https://a.example/x_%28y%29)'],
    ['[[https://a.example/x label]]', '[label](https://a.example/x)'],
    ['[//a.example/x label]', '[label](https://a.example/x)'],
    ['[mailto:a@b.example post]', '[post](mailto:a@b.example)'],
    ['[ftp://a.example/x label]', 'label'],
    ['https://bare.example/x_y', 'https://bare.example/x_y'],
    ['[not a link]', '\\[not a link\\]'],
    ['a<!-- gone -->b\n<!-- line -->\nc', 'ab c'],
    ["<nowiki>[[a]] {{b}} ''c'' == </nowiki>", "\\[\\[a\\]\\] {{b}} ''c'' =="],
    ["'<nowiki/>'x", "''x"],
    ['<pre>{{a}}\n  [[b]]</pre>', '```\n{{a}}\n  [[b]]\n```'],
    ['<pre>no end', '&lt;pre>no end'],
    ['a<ref>note</ref> b<ref name="x" /><references />', 'a (note) b'],
    ['<gallery>\nhttp nothing\n</gallery>', 'http nothing'],
    ['<s>a</s> <u>b</u> <code>c</code> H<sub>2</sub>O', '~~a~~ _b_ `c` H2O'],
    ['<blockquote>said</blockquote>', '> said'],
    ['2 < 3 & 4 &lt; 5 &nbsp;&mdash; 6', '2 &lt; 3 & 4 &lt; 5 — 6'],
    ['<unknown>x</unknown>', '&lt;unknown>x&lt;/unknown>'],
    ['__NOTOC__x __FORCETOC__', 'x'],
    ['{{template|a=b}}x', 'x'],
    ['{{{1|default}}} {{{2}}}', 'default'],
    ['<includeonly>no</includeonly><noinclude>yes</noinclude>', 'yes'],
    ['[[a\nb]]', '**a b**'],
    ['', ''],
  ])('%j', (wikitext, expected) => {
    expect(markdown(wikitext)).toBe(expected);
  });

  it('keeps lists of links apart from the text when they are wanted elsewhere, within the limits', () => {
    const items: string[] = [];
    const reader: WikiReader = { item: ({ description }) => items.push(description) > 0 };
    const link = '[https://a.example/ x]';
    const before = 'b'.repeat(39);
    expect(markdown(`* ${before} ${link}${'c'.repeat(80)}`, reader)).toBe('');
    expect(markdown(`* [https://a.example/ ${'l'.repeat(80)}]`, reader)).toBe('');
    expect(items).toHaveLength(2);
    const kept = [
      `* b${before} ${link}`,
      `* ${link}${'c'.repeat(81)}`,
      `* [https://a.example/ ${'l'.repeat(81)}]`,
      `* ${link} ${link}`,
      `* ${link} [sic]`,
      `* ${link} http://b.example/`,
      `** ${link}`,
      `# ${link}`,
      '* [https://a.example/]',
    ];
    for (const line of kept) expect(markdown(line, reader)).not.toBe('');
    expect(items).toHaveLength(2);
  });

  it('tells of templates that never end and shows them as the wiki does', () => {
    expect(readWikitext('{{open|a\nx {{closed}}')).toEqual({
      markdown: '{{open|a x',
      unclosed: ['{{open|a x {{closed}}'],
    });
  });
});

describe('a redirect', () => {
  it.each([
    ['#REDIRECT [[Other page]]', 'Other page'],
    ['#Redirect: [[:Other#part|label]]', 'Other'],
    ['\ufeff\n #ПЕРЕНАПРАВЛЕНИЕ [[Игра]]\n[[Категория:X]]', 'Игра'],
    ['#перенаправление[[Игра]]', 'Игра'],
    ['See #REDIRECT [[Other]]', null],
    ['#REDIRECT Other', null],
    ['# item', null],
  ])('of %j leads to %j', (wikitext, target) => {
    expect(redirectTarget(wikitext)).toBe(target);
  });
});

describe('a short value', () => {
  it.each([
    ["'''A''' [[B|C]] &amp; <b>D</b><br>E", 'A C & D E'],
    ['<script>x</script>', '<script>x</script>'],
    ['  a\n b ', 'a b'],
  ])('%j is read as text: %j', (wikitext, text) => {
    expect(plainWikitext(wikitext)).toBe(text);
  });
});

describe('a page made to be slow or deep comes back', () => {
  it.each<[string, string]>([
    ['open templates', times('{{', 500_000)],
    ['open links', times('[[', 500_000)],
    ['apostrophes', times("'''", 333_333)],
    ['nested templates', times('{{a|', 10_000) + times('}}', 10_000)],
    ['nested links', times('[[a|', 10_000) + times(']]', 10_000)],
    ['nested arguments', times('{{{', 10_000) + times('}}}', 10_000)],
    ['nested tables', times('{|\n|a\n', 10_000)],
    ['nested lists', `${'*'.repeat(10_000)}a\n${'#:'.repeat(5_000)}b`],
    ['nested tags', times('<div><b>', 10_000)],
    ['nowiki without an end', times('<nowiki>', 120_000)],
    ['comments without an end', times('<!--', 250_000)],
    ['tags without an end', times('<b ', 300_000)],
    ['parameters', `{{a${times('|', 1_000_000)}}}`],
    ['links without an end', times('[https://a.example ', 50_000)],
    ['equals signs', times('=', 1_000_000)],
    ['a heading of spaces', `= ${times(' ', 1_000_000)}=`],
    ['everything', times("{{[[<nowiki>''", 60_000)],
  ])('%s', (_, wikitext) => {
    const { markdown: text } = readWikitext(wikitext, { item: () => true });
    expect(text).not.toContain('<');
    expect(readTemplates(wikitext).length).toBeLessThan(100);
  });
});
