/**
 * Tags as pages write them. Words of readers (`tag`) have no case of their own and are folded; names of platforms, genres
 * and licences keep theirs, but are told once whatever their case.
 */
import type { Tag, TagCategory } from '../../domain/record.ts';
import { label } from './text.ts';

const folded: ReadonlySet<TagCategory> = new Set<TagCategory>(['tag']);
/** A longer one is a sentence. */
const longest = 100;

/** One tag's name: one kind of hyphen, no `#` before it, no punctuation around; '' when nothing is left. */
export function tagName(category: TagCategory, text: string): string {
  const name = label(text)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u00ad/g, '')
    .replace(/^[\s#,;.:/|-]+(?=[^\s#,;.:/|-])|[\s,;:/|-]+$/g, '')
    .trim();
  if (name.length > longest || !/[\p{L}\p{N}]/u.test(name)) return '';
  return folded.has(category) ? name.toLowerCase() : name;
}

/** Tags of one category, each once; with `split`, texts that are lists are cut at commas and semicolons. */
export function tagsOf(category: TagCategory, texts: Iterable<string>, { split = false } = {}): Tag[] {
  const unique = new Map<string, Tag>();
  for (const text of texts) {
    for (const part of split ? text.slice(0, 20_000).split(/[,;]/) : [text]) {
      const name = tagName(category, part);
      const key = name.toLowerCase();
      if (name !== '' && !unique.has(key)) unique.set(key, { category, name });
    }
  }
  return [...unique.values()];
}
