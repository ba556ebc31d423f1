import { describe, expect, it } from 'vitest';
import { bbcodeToMarkdown } from './bbcode.ts';

describe('BBCode as Markdown', () => {
  it.each([
    ['A [b]bold[/b] and [i]quiet[/i] word.', 'A **bold** and _quiet_ word.'],
    ['[url=https://a.example/x?a=1&b=2]here[/url]', '[here](https://a.example/x?a=1&b=2)'],
    ['[url=/v17]another[/url]', '[another](https://vndb.org/v17)'],
    ['[url=javascript:alert(1)]no[/url]', 'no'],
    ['[url=" onclick="x]no[/url]', /^\[?no/],
    ['Seen.[spoiler]He did [b]it[/b].[/spoiler] Told.', 'Seen. Told.'],
    ['Never closed: [spoiler]it was', 'Never closed:'],
    ['[raw][b]not bold[/b][/raw]', '\\[b\\]not bold\\[/b\\]'],
    ['<script>alert(1)</script> & <3', /alert/],
    ['[unknown]stays[/unknown]', '\\[unknown\\]stays\\[/unknown\\]'],
    ['[/b][/i]loose', 'loose'],
  ])('%s', (text, expected) => {
    const read = bbcodeToMarkdown(text, 'https://vndb.org/v1');
    if (typeof expected === 'string') expect(read).toBe(expected);
    else expect(read).toMatch(expected);
    expect(read).not.toMatch(/<[a-z]|javascript:/i);
  });

  it('keeps lines and paragraphs', () => {
    expect(bbcodeToMarkdown('One.\nTwo.\n\nThree.')).toMatch(/^One\.\s+Two\.\s+Three\.$/);
  });

  it('is not stopped by nesting', () => {
    expect(bbcodeToMarkdown(`${'[quote]'.repeat(10_000)}deep`)).toContain('deep');
    expect(bbcodeToMarkdown('[url='.repeat(20_000))).not.toBe('');
  });
});
