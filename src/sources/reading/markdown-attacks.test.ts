import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToMarkdown } from './markdown.ts';
import { attacks } from './markdown-attacks.ts';
import { rendered } from './rendered-markdown.ts';

/** All that Markdown of a text may become. */
const harmless = /^(p|a|img|em|strong|del|code|pre|ul|ol|li|blockquote|h[1-6]|hr|br|table|thead|tbody|tr|th|td)$/;

describe('no script and no HTML survives', () => {
  it('of more than 270 known ways', () => expect(new Set(attacks).size).toBe(273));

  it.each(attacks)('of %s', (html) => {
    const markdown = htmlToMarkdown(html);
    expect(markdown).not.toContain('<');
    expect(markdown).not.toMatch(/\]\((?!https?:\/\/|mailto:)/i);
    expect(markdown).not.toMatch(/^\s*\[.*\]:/m);
    expect(rendered(markdown).targets.filter((target) => !/^(https?:\/\/|mailto:)/.test(target))).toEqual([]);
    const { elements, attributes, text } = rendered(markdown);
    expect(elements.filter((element) => !harmless.test(element))).toEqual([]);
    expect(attributes.filter((name) => !/^(href|src|alt|className|start)$/.test(name))).toEqual([]);
    expect(text).toBeTypeOf('string');
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
