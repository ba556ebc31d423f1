import { expect, it } from 'vitest';
import { namedTags } from './named-tags.ts';

it('names each word once, in order, and nothing for what is missing', () => {
  expect(namedTags('tag', ['Puzzle', undefined, ' puzzle', '', 'Sea <b>story</b>'])).toEqual([
    { category: 'tag', name: 'Puzzle' },
    { category: 'tag', name: 'Sea story' },
  ]);
});
