/**
 * What a website, feed or catalogue file is to us. A source never holds a socket: it names URLs
 * and understands bytes, so everything in it is a pure function and old pages can be read again.
 */
import type { GameRecord } from './record.ts';

export type Source = {
  /** Kebab case; stands in events, the queue's name and the command line. */
  name: string;
  title: string;
  homepage: string;
  /** Survivorship: where sources disagree on a field, the higher rank stands. */
  rank: number;
  /** Least time between two requests to one host, in milliseconds. */
  hostDelayMs: number;
  /** A setting without which the source stays off, and what to tell the operator then. */
  needs?: { setting: string; why: string };
  /** Whether this source can read the page behind `url`. No two sources claim one URL. */
  claims(url: string): boolean;
  /** The page's identity within the source: two URLs of one page have one key. */
  key(url: string): string;
  /** Where the page's bytes are asked for, when that is not its own URL (an API beside the page). */
  address?(url: string): string;
  /** Where an import of the whole source starts. */
  seeds(settings: SourceSettings): Seed[];
  /** Reads a listing. Never throws on bad input: says `broken`. */
  list(page: Page): Listing;
  /** Reads a page. Never throws on bad input: says `broken`. */
  extract(page: Page): Extraction;
};

/** Settings an operator gave, by name, e.g. `{ VARIORUM_DEBIAN_ARCHIVE: 'https://…' }`. */
export type SourceSettings = Readonly<Record<string, string | undefined>>;

/** `listing`: names pages. `page`: holds records itself (a catalogue document). */
export type Seed = { as: 'listing' | 'page'; url: string };

/** A page's text after charset and compression were undone. `url` is where the bytes came from, after redirects. */
export type Page = { url: string; text: string };

export type Listing =
  | { kind: 'listed'; pages: string[]; next: string[]; unread: string[] }
  | { kind: 'broken'; reason: string };

/**
 * `records`: one or more games and what on the page nobody read, as short descriptions (`panel: Жанр`).
 * `broken`: the mandatory markers are missing; the reason is one sentence. Changes nothing in the catalogue.
 */
export type Extraction =
  | { kind: 'records'; records: GameRecord[]; unread: string[] }
  | { kind: 'broken'; reason: string };
