/**
 * What the old importer returned for a page, in its own words (`*_slug`, `desc`), so that a migration can compare with it
 * field by field.
 */
export type LegacyRecord = {
  priority?: number;
  title: string;
  desc?: string;
  description_attributions?: string[];
  /** `YYYY-MM-DD`. */
  release_date?: string;
  authors: LegacyAuthor[];
  tags: LegacyTag[];
  urls: LegacyUrl[];
};

export type LegacyAuthor = { role_slug: string; name: string; url?: string; urldesc?: string };
export type LegacyTag = { cat_slug?: string; tag?: string; tag_slug?: string };
/** `urlcat_slug` is null for a link that was dropped later, in the merge. */
export type LegacyUrl = { urlcat_slug: string | null; description: string; url: string };

export type LegacyPerson = {
  name?: string;
  bio?: string;
  urls?: LegacyUrl[];
  /** Where a redirect led to. */
  canonical?: string;
  canonical_url?: string;
};

export type LegacyError = {
  error:
    | 'FETCH_FAILED'
    | 'NOT_A_GAME_PAGE'
    | 'PARSE_FAILED'
    | 'UNKNOWN_RESOURCE'
    | 'RILARHIV_NOT_LOADED'
    | 'RILARHIV_UNKNOWN_URL'
    | 'NOT_AN_AUTHOR_URL';
};

export type LegacyReading = LegacyRecord | LegacyError;

/** What an address that had to be asked beside the page answered; null when that is not known. */
export type LookUp = (url: string) => string | null;

/** One of the eight. */
export type LegacySource = {
  name: string;
  claims(url: string): boolean;
  /** Reads a game's page. */
  read(url: string, text: string, lookUp: LookUp): LegacyReading;
  /** Where its list of games begins, and all addresses in it. */
  listing: string;
  list(lookUp: LookUp): string[] | LegacyError;
  /** Authors' pages, where the source had such. */
  people?: {
    claims(url: string): boolean;
    read(url: string, text: string, lookUp: LookUp): LegacyPerson | LegacyError;
  };
};
