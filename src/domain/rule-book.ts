/**
 * The rules an operator keeps for all games, as data: what to add to a game and when, which free tags mean a
 * genre, which names mean one person. Conditions are expressions in CEL; nothing here is ever run as code.
 */
import type { RecordId } from './ids.ts';
import type { TagCategory, UrlCategory } from './record.ts';

export type RuleBook = {
  /** Applied in their order; each sees what those before it added. */
  rules: Rule[];
  /** Categories of tags whose names are written in lower case. */
  lowerCase: TagCategory[];
  /** After the rules: free tags that mean a genre. */
  genres: GenreRow[];
  /** Before the rules: other spellings of a tag's name. */
  tagNames: { category: TagCategory; from: string; to: string }[];
  people: {
    /** Other names of a person, by the name that stands: `{"A. Novak": "Anna Novak"}`. */
    redirects: Record<string, string>;
    /** Names that are never published. */
    ignored: string[];
  };
};

export type Rule = {
  name: string;
  /** CEL, true or false. */
  when: string;
  do: Action[];
  /** One sentence for whoever asks why a value is there. */
  why: string;
};

/** A text as it stands, or a CEL expression that makes one. */
export type Text = string | { cel: string };

/** What a rule adds; with `each`, a CEL list, once for every `it` of the list. */
export type Action = { each?: string } & (
  | { add: 'tag'; category: TagCategory; slug?: Text; name?: Text }
  | { add: 'url'; category: UrlCategory; url: Text; description?: Text }
  | { add: 'language'; language: Text }
);

/** `replace`: the tag turns into the genre; otherwise it stays beside it. */
export type GenreRow = { tag: string; genre: string; replace: boolean };

/** That a rule changed a game, or why it could not: the rule's name without `rule|`. */
export type RuleUse = { rule: string; failed?: string };

const mark = 'rule|';
/** A rule says things as a record does, so it has an id of the same form. */
export const ruleId = (name: string): RecordId => `${mark}${name}` as RecordId;
export const genreRule = (tag: string): string => `genre:${tag}`;
export const personRule = (name: string): string => `person:${name}`;
export const tagNameRule = (category: string, from: string): string => `tag:${category}:${from}`;

/** The rule's name when the id is a rule's, else null. */
export const ruleOf = (id: string): string | null => (id.startsWith(mark) ? id.slice(mark.length) : null);

/** Names are compared without regard to case, ё and blanks. */
export const sameName = (name: string): string => name.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();

/** The sentence that says why a rule did what it did; null for a rule the book no longer has. */
export function sentenceOf(book: RuleBook, name: string): string | null {
  const [kind, ...rest] = name.split(':');
  const said = rest.join(':');
  if (rest.length === 0) return book.rules.find((rule) => rule.name === name)?.why ?? null;
  if (kind === 'genre') {
    const row = book.genres.find(({ tag }) => tag === said);
    if (!row) return null;
    return `The free tag «${row.tag}» means the genre ${row.genre}${row.replace ? ' and turns into it.' : '; the tag stays beside it.'}`;
  }
  if (kind === 'person') {
    const to = Object.entries(book.people.redirects).find(([from]) => from === said)?.[1];
    if (to !== undefined) return `«${said}» is another name of «${to}».`;
    return book.people.ignored.includes(said) ? `The name «${said}» is never published.` : null;
  }
  const row = book.tagNames.find(({ category, from }) => tagNameRule(category, from) === name);
  return row ? `The ${row.category} «${row.from}» is written «${row.to}».` : null;
}
