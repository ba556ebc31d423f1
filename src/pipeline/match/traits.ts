/** What matching knows of a record: its titles taken apart, its people and numbers in one spelling. Made once a record. */
import type { GameRecord } from '../../domain/record.ts';
import { wordsOf } from './fold.ts';
import { identifiers, identityUrls, mostTitles } from './keys.ts';
import { type TitleParts, titleParts } from './title-parts.ts';
import { smallWords } from './title-words.ts';

/** The short form of a record, as link files hold it too (design §7). */
export type Matchable = {
  source: string;
  /** Distinct within the source. */
  key: string;
  titles: readonly string[];
  description?: string | undefined;
  authors?: readonly string[] | undefined;
  publishers?: readonly string[] | undefined;
  /** EDTF. */
  releaseDate?: string | undefined;
  platforms?: readonly string[] | undefined;
  identifiers?: readonly string[] | undefined;
  /** Identities of addresses (`domain/url-identity.ts`); the first is that of the record's own page. */
  urls?: readonly string[] | undefined;
};

export type Traits = {
  source: string;
  key: string;
  written: string;
  titles: TitleParts[];
  /** Each name as its sorted words. */
  authors: string[];
  publishers: string[];
  year: number | null;
  platforms: ReadonlySet<string>;
  identifiers: readonly string[];
  urls: readonly string[];
  /** Words of the description's beginning, without the smallest. */
  about: ReadonlySet<string>;
};

const mostNames = 20;
const aboutLength = 400;

export function traitsOf(record: Matchable): Traits {
  const titles = record.titles.slice(0, mostTitles);
  const named = record.platforms ?? [];
  return {
    source: record.source,
    key: record.key,
    written: titles[0] ?? '',
    titles: titles.map((title) => titleParts(title)),
    authors: names(record.authors),
    publishers: names(record.publishers),
    year: yearOf(record.releaseDate),
    platforms: new Set(named.map((name) => wordsOf(name).join(' '))),
    identifiers: record.identifiers ?? [],
    urls: record.urls ?? [],
    about: new Set(
      record.description
        ? wordsOf(record.description.slice(0, aboutLength)).filter((word) => word.length > 2 && !smallWords.has(word))
        : [],
    ),
  };
}

/** «Lunina, Vera» and «Vera Lunina» are one name. */
const names = (written: readonly string[] | undefined): string[] =>
  written === undefined
    ? []
    : [...new Set(written.slice(0, mostNames).map((name) => wordsOf(name).sort().join(' ')))].filter(Boolean);

function yearOf(date: string | undefined): number | null {
  const found = date?.match(/^\d{4}/)?.[0];
  return found ? Number(found) : null;
}

/** A record as sources return it. */
export function matchableOf(record: GameRecord): Matchable {
  const credited = (role: string) =>
    (record.credits ?? []).filter((credit) => credit.role === role).map(({ name }) => name);
  const tagged = (category: string) =>
    (record.tags ?? []).flatMap((tag) => (tag.category === category && tag.name ? [tag.name] : []));
  return {
    source: record.source,
    key: record.key,
    titles: [record.title, ...(record.alternativeTitles ?? []).map(({ title }) => title)],
    description: record.descriptions?.[0]?.text,
    authors: credited('author'),
    publishers: credited('publisher'),
    releaseDate: record.releaseDate,
    platforms: tagged('platform'),
    identifiers: identifiers(record),
    urls: identityUrls(record),
  };
}
