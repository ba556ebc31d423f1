import { describe, expect, it } from 'vitest';
import { notesToMarkdown } from './notes-markdown.ts';

describe('notes in Markdown', () => {
  it.each([
    ['one\ntwo\n\nthree', 'one  \ntwo\n\nthree'],
    ['- one\n- two', '* one\n* two'],
    ['[words](https://a.example/x_(y)) end', '[words](https://a.example/x_%28y%29) end'],
    ['see <https://a.example/>', 'see [https://a.example/](https://a.example/)'],
    ['*Lantern*: a **bold** tale, _quiet_', '_Lantern_: a **bold** tale, _quiet_'],
    ['snake_case_name, 2 * 3 * 4, f*x*g', 'snake_case_name, 2 \\* 3 \\* 4, f\\*x\\*g'],
    ['an escaped \\*star\\*', 'an escaped \\*star\\*'],
    ['<b>HTML</b> is text', '&lt;b>HTML&lt;/b> is text'],
    ['[x](javascript:alert(1))', '\\[x\\]\\(javascript:alert(1))'],
  ])('%s', (notes, markdown) => expect(notesToMarkdown(notes)).toBe(markdown));

  it('resolve links to pages of their own site where that is known', () => {
    const notes = 'in </games/> and [here](/art/)';
    expect(notesToMarkdown(notes, 'https://a.example/')).toBe(
      'in [/games/](https://a.example/games/) and [here](https://a.example/art/)',
    );
    expect(notesToMarkdown(notes)).toBe('in /games/ and here');
  });

  it.each(['*', '_', '[', '<', '\\', '**a', '[a](', '</', '*a_'])('of %s ten thousand times end soon', (sign) => {
    expect(notesToMarkdown(sign.repeat(10_000)).length).toBeGreaterThan(0);
  });
});
