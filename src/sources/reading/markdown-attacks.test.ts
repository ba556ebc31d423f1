import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToMarkdown } from './markdown.ts';
import { rendered } from './rendered-markdown.ts';

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
