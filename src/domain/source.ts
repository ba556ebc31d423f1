/**
 * What a website, feed or catalogue file is to us. A source never holds a socket: it names URLs
 * and understands bytes, so everything in it is a pure function and old pages can be read again.
 */
import type { PersonRecord } from './person.ts';
import type { GameRecord, UrlCategory } from './record.ts';

export type Source = {
  /** Kebab case; stands in events, the queue's name and the command line. */
  name: string;
  title: string;
  homepage: string;
  /** Survivorship: where sources disagree on a field, the higher rank stands. */
  rank: number;
  /** Least time between two requests to one host, in milliseconds. */
  hostDelayMs: number;
  /** The site's own rules for programs, where it has some: rates, keys, terms of use. One sentence. */
  terms?: string;
  /** Pages as the site really sends them, against which it was checked; null: written by the site's documentation only. */
  provenBy: string | null;
  /** Settings without which the source stays off, and what to tell the operator then. */
  needs?: { settings: readonly string[]; why: string };
  /** Whether this source can read the page behind `url`. No two sources claim one URL. */
  claims(url: string): boolean;
  /** The page's identity within the source: two URLs of one page have one key. */
  key(url: string): string;
  /** How a page's or listing's bytes are asked for, when that is not a plain GET of its own URL (an API beside the page). */
  request?(url: string, settings: SourceSettings): SiteRequest;
  /** Addresses that must be asked too before the page can be read: links that only lead on. At most twenty are. */
  beside?(page: Page): string[];
  /** Links of these categories, on pages of other sources, lead to games here; `game_page` when left out. */
  familiar?: readonly UrlCategory[];
  /** Where an import of the whole source starts. */
  seeds(settings: SourceSettings): Seed[];
  /** Where to ask only for what changed since then; absent: the site has no such feed. */
  changes?(since: Date, settings: SourceSettings): Seed[];
  /** Reads a listing. Never throws on bad input: says `broken`. */
  list(page: Page): Listing;
  /** Reads a page. Never throws on bad input: says `broken`. */
  extract(page: Page): Extraction;
  /** Pages about people, where the site has them. Reached only from credits, never from listings. */
  people?: PeopleReader;
};

export type PeopleReader = {
  claims(url: string): boolean;
  /** The person's identity within the source. */
  key(url: string): string;
  request?(url: string, settings: SourceSettings): SiteRequest;
  extract(page: Page): PersonReading;
};

/** A GET, or with `post` a POST of that body. Headers may hold keys: they are not kept and not sent to another host. */
export type SiteRequest = { url: string; headers?: Readonly<Record<string, string>>; post?: string };

/** Settings an operator gave, by name, e.g. `{ VARIORUM_DEBIAN_ARCHIVE: 'https://…' }`. */
export type SourceSettings = Readonly<Record<string, string | undefined>>;

/** `listing`: names pages. `page`: holds records itself (a catalogue document). */
export type Seed = { as: 'listing' | 'page'; url: string };

/** A page's text after charset and compression were undone. */
export type Page = {
  /** Where the bytes came from, after redirects. */
  url: string;
  text: string;
  /** The page's or listing's URL as it was named; differs from `url` when an API was asked. Left out: the same. */
  asked?: string;
  /** What the addresses of `beside` answered; absent for one that could not be had. */
  beside?: ReadonlyMap<string, Pick<Page, 'url' | 'text'>>;
};

export type Listing =
  | { kind: 'listed'; pages: string[]; next: string[]; unread: string[] }
  | { kind: 'broken'; reason: string };

export type Broken = { kind: 'broken'; reason: string };
/** The page is only a pointer to another one of this source. */
export type Moved = { kind: 'moved'; to: string };

/**
 * `records`: one or more games and what on the page nobody read, as short descriptions (`panel: Жанр`).
 * `broken`: the mandatory markers are missing; the reason is one sentence. Changes nothing in the catalogue.
 */
export type Extraction = { kind: 'records'; records: GameRecord[]; unread: string[] } | Moved | Broken;

export type PersonReading = { kind: 'person'; person: PersonRecord; unread: string[] } | Moved | Broken;

/** One sentence about the settings a source lacks, or null when it may run. */
export function whyOff({ name, needs }: Source, settings: SourceSettings): string | null {
  const missing = (needs?.settings ?? []).filter((setting) => !settings[setting]);
  if (!needs || missing.length === 0) return null;
  const are = missing.length > 1 ? 'are' : 'is';
  return `The source ${name} is off, because ${missing.join(' and ')} ${are} not set: ${needs.why}`;
}
