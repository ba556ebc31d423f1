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

describe('no script and no HTML survives', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><script>alert(1)</script></svg>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVaScRiPt:alert(1)">x</a>',
    '<a href=" javascript:alert(1)">x</a>',
    '<a href="java\nscript:alert(1)">x</a>',
    '<a href="java&#x09;script:alert(1)">x</a>',
    '<a href="java&#0;script:alert(1)">x</a>',
    '<a href="\u0001javascript:alert(1)">x</a>',
    '<a href="&#106;avascript&colon;alert(1)">x</a>',
    '<a href="javascript&#58;alert(1)">x</a>',
    '<a href="\u00a0javascript:alert(1)">x</a>',
    '<a href="vbscript:msgbox(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="DATA:text/html;base64,PHNjcmlwdD4=">x</a>',
    '<a href="file:///etc/passwd">x</a>',
    '<a href="blob:https://a.example/x">x</a>',
    '<a href="//evil.example">x</a>',
    '<a href="view-source:javascript:alert(1)">x</a>',
    '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
    '<img src="javascript:alert(1)" alt="x](javascript:alert(1))">',
    '<a href="https://a.example/)](javascript:alert(1))">x</a>',
    '<a href="https://a.example/\n[x]: javascript:alert(1)">x</a>',
    '<a href="https://a.example">](javascript:alert(1))</a>',
    '<a href="https://a.example" title="&quot;) [x](javascript:alert(1))">x</a>',
    '[x](javascript:alert(1))',
    '[x]: javascript:alert(1)\n\n[x]',
    '![x](javascript:alert(1))',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '&amp;lt;script&amp;gt;',
    '&lt;javascript:alert(1)&gt;',
    '<pre>&lt;script&gt;alert(1)&lt;/script&gt;</pre>',
    '<pre>```\n&lt;script&gt;\n```</pre>',
    '<code>`&lt;img src=x onerror=alert(1)&gt;`</code>',
    '<!--<script>alert(1)</script>-->',
    '<!-- --!><script>alert(1)</script>',
    '<![CDATA[<script>alert(1)</script>]]>',
    '<?xml <script>alert(1)</script>?>',
    '<form action="javascript:alert(1)"><input value="x"><button>x</button></form>',
    '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<textarea></textarea><script>alert(1)</script></textarea>',
    '<style><img src="</style><img src=x onerror=alert(1)>"></style>',
    '<b onmouseover=alert(1)>x</b>',
    '<base href="javascript:/a/-alert(1)//"><a href="x">x</a>',
    '<object data="javascript:alert(1)"><embed src="javascript:alert(1)"></object>',
    '<a href="https://a.example/<script>alert(1)</script>">x</a>',
    '<a href="mailto:<script>alert(1)</script>">x</a>',
    '\u1fefcode\u1fef',
    '<a href="https://user:pass@[::1">x</a>',
    '<title><script>alert(1)</script></title>',
    '<li>&lt;b&gt;</li>'.repeat(3),
    '> &lt;script&gt;',
    '&#x3C;script&#x3E;alert(1)',
    '\u0000<\u0000script>alert(1)</script>',
    '<script\u0000>alert(1)</script>',
    '<link rel=stylesheet href="javascript:alert(1)"><meta http-equiv=refresh content="0;url=javascript:alert(1)">',
    '<xmp><script>alert(1)</script></xmp>',
  ];

  it.each(attacks)('of %s', (html) => {
    const markdown = htmlToMarkdown(html);
    expect(markdown).not.toContain('<');
    expect(markdown).not.toMatch(/\]\((?!https?:\/\/|mailto:)/i);
    expect(markdown).not.toMatch(/^\s*\[.*\]:/m);
    expect(rendered(markdown).targets.filter((target) => !/^(https?:\/\/|mailto:)/.test(target))).toEqual([]);
    expect(rendered(markdown).elements.filter((element) => /script|iframe|svg|object|form/.test(element))).toEqual([]);
  });

  it('nor of all of them together, in any nesting', () => {
    const piece = fc.oneof(
      fc.constantFrom(...attacks),
      fc.string(),
      fc.constantFrom(
        '<b>',
        '</b>',
        '<a href="https://a.example/?',
        '">',
        '</a>',
        '<pre>',
        '</pre>',
        '<li>',
        '<code>',
        '</code>',
        '`',
        '[',
        '](',
        '\\',
        '&',
        '&lt',
        ';',
      ),
    );
    const property = fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const markdown = htmlToMarkdown(pieces.join(''));
      expect(markdown).not.toContain('<');
      expect(markdown.isWellFormed()).toBe(true);
      expect(rendered(markdown).targets.filter((target) => !/^(https?:\/\/|mailto:)/.test(target))).toEqual([]);
    });
    fc.assert(property, { numRuns: 500 });
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
