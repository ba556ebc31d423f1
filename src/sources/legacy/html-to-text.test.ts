import { describe, expect, it } from 'vitest';
import { htmlToText } from './html-to-text.ts';

describe('HTML becomes the Markdown of the old importer', () => {
  it.each([
    ['plain  text\n\tof \u00a0 lines', 'plain text of lines\n'],
    ['a<br>b<br/>c', 'a  \nb  \nc\n'],
    ['a<br><br>b', 'a  \n  \nb\n'],
    ['<p>a</p><div>b</div>', 'a\n\nb\n'],
    ['x<b>bold</b>y', 'x**bold** y\n'],
    ['x <strong> bold </strong>y', 'x **bold** y\n'],
    ['<em>a</em>, b', '_a_ , b\n'],
    ['<b>X</b>.', '**X**.\n'],
    ['<u>a</u>', '_a_\n'],
    ['<s>a</s> <del>b</del> <strike>c</strike>', '~~a~~ ~~b~~ ~~c~~\n'],
    ['<code>a</code> <tt>b</tt>', '`a` `b`\n'],
    ['x<pre>a\nb</pre>', 'x\n    \n    \n    a\n    b\n'],
    ['<a href="u">t</a>', '[t](u)\n'],
    ['<a href="u" title="title">t</a>', '[t](u "title")\n'],
    ['<a href="http://a.example">http://a.example</a>', '<http://a.example>\n'],
    ['<a name="u">t</a>', 't\n'],
    ['<img src="i" alt="A">', '![A](i)\n'],
    ['<h1>a</h1><h6>b</h6>c', '# a\n\n###### b\n\nc\n'],
    ['<ul><li>a</li><li>b</li></ul>', '  * a\n  * b\n\n\n'],
    ['<ul><li>a<ul><li>b</li></ul></li></ul>', '  * a\n    * b\n\n\n'],
    ['<ol><li>a</li><li>b</li></ol>', '  1. a\n  2. b\n\n\n'],
    ['a<hr>b', 'a\n\n* * *\n\nb\n'],
    ['<blockquote>a<br>b</blockquote>', '> a  \n> b\n'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>', 'a| b  \n---|---  \nc| d\n'],
    ['<dl><dt>t</dt><dd>d</dd></dl>', 't\n    d\n'],
    ['<q>a</q>', '"a"\n'],
    ['a<script>b</script><style>c</style><!-- d --><x-y>e</x-y>', 'ae\n'],
    ['a&nbsp;b', 'a b\n'],
    ['&mdash;&#8212;&ndash;&rsquo;&lsquo;&ldquo;&rdquo;&copy;&rarr;&middot;', '-----\'\'""(C)->*\n'],
    ['&laquo;&hellip;—’', '«…—’\n'],
    ['1. a', '1\\. a\n'],
    ['a\n - b\n + c', 'a \\- b \\+ c\n'],
    ['*a* _b_ # > [c] \\d', '*a* _b_ # > [c] \\d\n'],
    ['<b></b>', '****\n'],
    ['<i> </i>', '__\n'],
    ['', '\n'],
  ])('%j', (html, markdown) => expect(htmlToText(html)).toBe(markdown));
});

describe('HTML that is none', () => {
  it.each([
    ['an unclosed tag', 'a <b', 'a <b\n'],
    ['an unclosed comment', 'a <!-- b', 'a <!-- b\n'],
    ['ends without beginnings', '</ul></a></blockquote>a', 'a\n'],
    ['a lone bracket', 'a < b', 'a < b\n'],
    ['an entity that is none', '&nosuch; & b', '&nosuch; & b\n'],
    ['a number beyond Unicode', '&#99999999999;a', 'a\n'],
  ])('%s', (_, html, text) => expect(htmlToText(html)).toBe(text));

  it.each([
    ['nested lists', '<ul><li>'],
    ['nested quotes', '<blockquote>'],
    ['tags without end', '<a '],
    ['quotes without end', '<a x="'],
    ['brackets', '<'],
    ['comments', '<!--'],
    ['bold', '<b>'],
    ['cells', '<table><tr><td>'],
    ['ampersands', '&'],
    ['spaces', ' '],
  ])('many %s come to an end', (_, piece) => expect(htmlToText(piece.repeat(50_000))).toMatch(/\n$/));
});
