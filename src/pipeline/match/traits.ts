/** What matching knows of a record: its titles taken apart, its people and numbers in one spelling. Made once a record. */
import type { GameRecord } from '../../domain/record.ts';
import { wordsOf } from './fold.ts';
import { identifiers, identityUrls, mostTitles } from './keys.ts';
import { type Age, ageOf, platformOf } from './platforms.ts';
import { remembered } from './remembered.ts';
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
  /** One name for each platform. */
  platforms: ReadonlySet<string>;
  /** When games for these platforms came out; null when some never end or are not known. */
  age: Age | null;
  identifiers: readonly string[];
  urls: readonly string[];
  /** Words of the description's beginning, without the smallest. */
  about: ReadonlySet<string>;
};

const mostNames = 20;
const aboutLength = 400;

export function traitsOf(record: Matchable): Traits {
  const titles = record.titles.slice(0, mostTitles).map((title) => titleParts(title));
  const named = record.platforms ?? [];
  const platforms = new Set(named.length > 0 ? named.map(platformOf) : (titles[0]?.platforms ?? []));
  const year = yearOf(record.releaseDate) ?? titles[0]?.year ?? null;
  return {
    source: record.source,
    key: record.key,
    written: record.titles[0] ?? '',
    titles,
    authors: names(record.authors),
    publishers: names(record.publishers),
    year,
    platforms,
    age: ageOf(platforms),
    identifiers: record.identifiers ?? [],
    urls: record.urls ?? [],
    about: aboutWords(record.description),
  };
}

/** Year, platforms, publisher and authors, each as one word: what makes a common title's key finer. */
export const tagsOf = ({ year, platforms, publishers, authors }: Traits): string[] => [
  ...(year === null ? [] : [`y${year}`]),
  ...[...platforms].slice(0, 2),
  ...publishers.slice(0, 1),
  ...authors.slice(0, 2),
];

function aboutWords(description: string | undefined): ReadonlySet<string> {
  if (description === undefined) return noWords;
  return new Set(wordsOf(description.slice(0, aboutLength)).filter((word) => word.length > 2 && !smallWords.has(word)));
}

const noWords: ReadonlySet<string> = new Set();

function names(written: readonly string[] | undefined): string[] {
  if (written === undefined || written.length === 0) return [];
  const all = written.slice(0, mostNames).flatMap(namesIn);
  return all.length > 1 ? [...new Set(all)] : all;
}

/** «Lunina, Vera» and «Vera Lunina» are one name; «Vera Lunina (as Owl)» are two. What only says that nobody knows is none. */
const namesIn = remembered((written) =>
  written
    .split(/\(\s*(?:as|aka|a\.k\.a\.|как)\s+|\)/i)
    .filter((name) => !/^\s*<.*>\s*$/.test(name))
    .map((name) => wordsOf(name).sort().join(' '))
    .filter((name) => name !== '' && name !== 'unknown' && name !== 'anonymous' && name !== 'various'),
);

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
