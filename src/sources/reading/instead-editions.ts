/**
 * Which rows of an INSTEAD list are one game in several languages: those with one name, those whose names differ
 * only in an ending that repeats their language (`cat` and `cat_jp`), and those with one page on instead-games.ru.
 */
import { languageTag } from './languages.ts';

export type ListRow = {
  /** The game's folder in INSTEAD: the same in every list. */
  name: string;
  title: string;
  /** In lower case, without brackets. */
  mark: string | null;
  language: string | null;
  languages: string[];
  /** Empty when not given. */
  version: string;
  pages: string[];
  downloads: string[];
};

/** Rows by game, in the list's order. A game's key is the shortest of its names without language. */
export function joinEditions(rows: readonly ListRow[]): Map<string, ListRow[]> {
  const shorter = new Map<string, string>();
  const keyOf = (name: string): string => {
    let key = name;
    for (let next = shorter.get(key); next !== undefined; next = shorter.get(key)) key = next;
    return key;
  };
  const byPage = new Map<string, string>();
  for (const row of rows) {
    for (const page of sitePages(row)) {
      const mine = keyOf(nameWithoutLanguage(row));
      const theirs = keyOf(byPage.get(page) ?? mine);
      byPage.set(page, mine);
      if (mine !== theirs) {
        const [kept, joined] = isBefore(mine, theirs) ? [mine, theirs] : [theirs, mine];
        shorter.set(joined, kept);
      }
    }
  }
  const games = new Map<string, ListRow[]>();
  for (const row of rows) {
    const key = keyOf(nameWithoutLanguage(row));
    games.set(key, [...(games.get(key) ?? []), row]);
  }
  return games;
}

const isBefore = (left: string, right: string) =>
  left.length < right.length || (left.length === right.length && left < right);

/** `dii-en` in English is `dii`; `resident_evil_id` in Russian stays what it is. */
function nameWithoutLanguage({ name, language }: ListRow): string {
  const [, base, ending = ''] = /^(.+)[-_]([a-z]{2})$/i.exec(name) ?? [];
  return base && language !== null && languageTag(ending) === language ? base : name;
}

const sitePages = ({ pages }: ListRow): string[] =>
  pages.flatMap((url) => /^https?:\/\/(?:www\.)?instead-games\.ru\/game\.php\?ID=0*(\d{1,12})/.exec(url)?.[1] ?? []);
