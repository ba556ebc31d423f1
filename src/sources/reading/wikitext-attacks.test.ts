import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rendered } from './rendered-markdown.ts';
import { readWikitext, type WikiReader } from './wikitext.ts';

const markdown = (text: string, reader: WikiReader = {}) =>
  readWikitext(text, reader, 'https://wiki.example/').markdown;

const attacks = [
  '[javascript:alert(1) x]',
  '[JaVaScRiPt:alert(1) x]',
  '[[javascript:alert(1)|x]]',
  '[[javascript:alert(1)]]',
  '[data:text/html,<script>alert(1)</script> x]',
  '[vbscript:msgbox(1) x]',
  '[//evil.example" onclick="alert(1) x]',
  '[https://a.example/"onmouseover="alert(1) x]',
  "[https://a.example/'><script>alert(1)</script> x]",
  '[https://a.example/ x](javascript:alert(1))',
  '[x](javascript:alert(1))',
  '[x](https://a.example/ "](javascript:alert(1))")',
  '[x](https://a.example/\n[y]: javascript:alert(1)',
  '[x]: javascript:alert(1)\n\n[x]',
  '![x](javascript:alert(1))',
  '[[https://a.example/ x](javascript:alert(1))]]',
  '[[Media:x.png"onerror="alert(1)|y]]',
  '[[Media:../../x](javascript:alert(1))|y]]',
  '[[:Медиа:x.zip|<script>alert(1)</script>]]',
  '[[Файл:x.png|link=javascript:alert(1)|alt=<img src=x onerror=alert(1)>]]',
  '[[X|[javascript:alert(1) y]]]',
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<script',
  '<scr<!-- -->ipt>alert(1)</script>',
  '<scr<nowiki/>ipt>alert(1)</script>',
  '<scr{{x}}ipt>alert(1)</scr{{x}}ipt>',
  '<style>body{background:url(javascript:alert(1))}</style>',
  '<b onmouseover="alert(1)">x</b>',
  '<div style="background:url(javascript:alert(1))">x</div>',
  '<br onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java\nscript:alert(1)">x</a>',
  '<a href="&#106;avascript&colon;alert(1)">x</a>',
  '<a href="https://a.example/" onclick="alert(1)">x</a>',
  "<a href='https://a.example/\"><script>alert(1)</script>'>x</a>",
  '<a href="[javascript:alert(1) x]">y</a>',
  '<a href="[https://a.example/ x]">y</a>',
  '<img src=x onerror=alert(1)>',
  '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
  '<svg onload=alert(1)></svg>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
  '<object data="javascript:alert(1)"><embed src="javascript:alert(1)"></object>',
  '<form action="javascript:alert(1)"><input></form>',
  '<nowiki><script>alert(1)</script></nowiki>',
  '<nowiki>[x](javascript:alert(1))</nowiki>',
  '<nowiki></nowiki><script>alert(1)</script>',
  '<nowiki><nowiki></nowiki><script>alert(1)</script></nowiki>',
  '<pre><script>alert(1)</script></pre>',
  '<pre>```\n<script>alert(1)</script>\n```</pre>',
  '<pre></pre><script>alert(1)</script></pre>',
  '<source lang="html"><img src=x onerror=alert(1)></source>',
  '<syntaxhighlight><a href="javascript:alert(1)">x</a></syntaxhighlight>',
  '<!-- --><script>alert(1)</script><!-- -->',
  '<!--><script>alert(1)</script>-->',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)',
  '&#x3C;img src=x onerror=alert(1)&#x3E;',
  '&amp;lt;script&amp;gt;',
  '&#91;x&#93;(javascript:alert(1))',
  '&#91;x&#93;&#58; javascript:alert(1)',
  '{{a|<script>alert(1)</script>}}',
  '{{a|[javascript:alert(1) x]}}',
  '{{{1|<script>alert(1)</script>}}}',
  '{{{1|[x](javascript:alert(1))}}}',
  "''<script>''alert(1)''</script>''",
  "<b''>x</b''>",
  '== <script>alert(1)</script> ==',
  '* <script>alert(1)</script>\n* [x](javascript:alert(1))',
  '; <script>alert(1)</script> : [x](data:text/html,x)',
  '{| onclick="alert(1)"\n| style="x" onclick=alert(1) | <script>alert(1)</script>\n|}',
  '{|\n|+ <script>alert(1)</script>\n! <img src=x onerror=alert(1)> !! [javascript:alert(1) x]\n|}',
  '<gallery>\nФайл:x.png|<script>alert(1)</script>\njavascript:alert(1)\n</gallery>',
  '<ref><script>alert(1)</script></ref>',
  '<ref name="<script>">x</ref>',
  '#REDIRECT [[javascript:alert(1)]]',
  '\u0000<\u0000script>alert(1)</script>',
  '\ue007x\ue0080\ue009',
  '> <script>alert(1)</script>',
  '<https://a.example/><javascript:alert(1)>',
  '`<script>alert(1)</script>`',
  '    <script>alert(1)</script>',
];

describe('no script and no HTML comes through wikitext', () => {
  /** Puts whatever a page says where a careless source might put it. */
  const careless: WikiReader = {
    template: ({ name, values }) => `<${name}>${[...values.values()].join(' ')}`,
    link: ({ target, labels }) => labels.at(-1) ?? target,
  };

  function expectHarmless(text: string): void {
    expect(text).not.toContain('<');
    expect(text.isWellFormed()).toBe(true);
    const { targets, elements } = rendered(text);
    expect(targets.filter((target) => !/^(?:https?:\/\/|mailto:)/.test(target))).toEqual([]);
    expect(elements.filter((element) => /script|style|iframe|svg|object|embed|form|input/.test(element))).toEqual([]);
  }

  it.each(attacks)('of %j', (wikitext) => {
    for (const reader of [{}, careless]) {
      const text = markdown(wikitext, reader);
      expectHarmless(text);
      expect(text).not.toMatch(/\]\((?!https?:\/\/|mailto:)/i);
      expect(text).not.toMatch(/^\s*\[.*\]:/m);
    }
  });

  it('nor of all of them together, in any nesting', () => {
    const signs = [
      '[[',
      ']]',
      '{{',
      '}}',
      '|',
      "''",
      "'''",
      '[',
      '](',
      ')',
      '<nowiki>',
      '</nowiki>',
      '<pre>',
      '<a href="',
    ];
    const more = [
      '">',
      '\n',
      '\n* ',
      '\n{|\n',
      '\n|',
      '\n|}',
      '<!--',
      '-->',
      '=',
      '`',
      '\\',
      '&',
      '&lt',
      ';',
      '<b>',
      '<ref>',
    ];
    const piece = fc.oneof(fc.constantFrom(...attacks), fc.string(), fc.constantFrom(...signs, ...more));
    const property = fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      expectHarmless(markdown(pieces.join(''), careless));
    });
    fc.assert(property, { numRuns: 500 });
  });
});
