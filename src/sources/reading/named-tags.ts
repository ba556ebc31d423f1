/**
 * Tags that a site names in its own words: one tag a word, each word once whatever its case.
 */
import type { Tag, TagCategory } from '../../domain/record.ts';
import { label } from './text.ts';

/** `['Puzzle', 'puzzle ', '']` → one tag `Puzzle`. */
export function namedTags(category: TagCategory, names: Iterable<string | undefined>): Tag[] {
  const unique = new Map<string, Tag>();
  for (const written of names) {
    const name = label(written ?? '', 100);
    const key = name.toLowerCase();
    if (name !== '' && !unique.has(key)) unique.set(key, { category, name });
  }
  return [...unique.values()];
}
