import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagName, tagsOf } from './tags.ts';

describe('a tag', () => {
  it.each([
    ['  Science \n Fiction ', 'science fiction'],
    ['Sci\u2011Fi', 'sci-fi'],
    ['#fantasy', 'fantasy'],
    ['fantasy,', 'fantasy'],
    ['<b>Fantasy</b>', 'fantasy'],
    ['C#', 'c#'],
    ['.NET', 'net'],
    ['18+', '18+'],
    ['—', ''],
    ['x'.repeat(101), ''],
  ])('of readers, %s, is %s', (text, expected) => expect(tagName('tag', text)).toBe(expected));

  it('of another kind keeps its case', () => expect(tagName('platform', ' Z–code ')).toBe('Z-code'));

  it('stands once, and lists are cut only where told', () => {
    expect(tagsOf('platform', ['INSTEAD', 'Instead', ''])).toEqual([{ category: 'platform', name: 'INSTEAD' }]);
    expect(tagsOf('tag', ['Horror, Humor; horror'], { split: true }).map(({ name }) => name)).toEqual([
      'horror',
      'humor',
    ]);
    expect(tagsOf('genre', ['Horror, Humor']).map(({ name }) => name)).toEqual(['Horror, Humor']);
  });

  it('read again stays the same, and nothing makes the reader throw', () => {
    const property = fc.property(fc.string({ unit: 'binary' }), (text) => {
      const name = tagName('tag', text);
      expect(tagName('tag', name)).toBe(name);
    });
    fc.assert(property, { numRuns: 2000 });
  });
});
