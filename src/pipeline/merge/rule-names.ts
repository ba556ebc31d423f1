/** The tables of a rule book: names that stand twice, lead on, or are none. */
import { type RuleBook, sameName } from '../../domain/rule-book.ts';
import { notName, notSlug } from './rule-values.ts';

export const tagNameKey = (category: string, name: string): string => `${category}|${sameName(name)}`;

/** Mistakes in the tables of names, each in one sentence. */
export function mistakesInNames({ rules, genres, people, tagNames }: RuleBook): string[] {
  const mistakes: string[] = [];
  const twice = (what: string, names: readonly string[]) => {
    const seen = new Set<string>();
    for (const name of names) {
      if (seen.has(name)) mistakes.push(`${what} «${name}» stands twice.`);
      seen.add(name);
    }
  };
  twice(
    'The rule',
    rules.map(({ name }) => name),
  );
  twice(
    'genres: the tag',
    genres.map(({ tag }) => sameName(tag)),
  );
  twice(
    'tagNames:',
    tagNames.map(({ category, from }) => tagNameKey(category, from)),
  );
  for (const { tag, genre } of genres) {
    const wrong = notSlug(genre);
    if (wrong !== null) mistakes.push(`genres, the tag «${tag}»: the genre ${wrong}.`);
  }
  const from = Object.keys(people.redirects).map(sameName);
  twice('people.redirects:', from);
  for (const [name, to] of Object.entries(people.redirects)) {
    if (notName(to) !== null || notName(name) !== null)
      mistakes.push(`people.redirects, «${name}»: a name is empty or longer than 200 characters.`);
    if (from.includes(sameName(to)))
      mistakes.push(`people.redirects, «${name}»: it leads to «${to}», which leads on itself; name the last one.`);
  }
  for (const name of people.ignored) {
    if (from.includes(sameName(name)))
      mistakes.push(`people.ignored: «${name}» is also redirected; it can be one of the two.`);
  }
  const spellings = new Set(tagNames.map((row) => tagNameKey(row.category, row.from)));
  for (const row of tagNames) {
    if (notName(row.to) !== null)
      mistakes.push(`tagNames, «${row.from}»: the new name is empty or longer than 200 characters.`);
    if (spellings.has(tagNameKey(row.category, row.to)) && sameName(row.from) !== sameName(row.to))
      mistakes.push(`tagNames, «${row.from}»: it leads to «${row.to}», which leads on itself; name the last one.`);
  }
  return mistakes;
}
