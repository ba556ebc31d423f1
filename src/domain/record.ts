/** The one shape every source returns for a game (design §7). Unknown values and empty lists are left out. */
export type GameRecord = {
  source: string;
  /** The page the record was read from; for a catalogue document, a page of the game itself where one is known. */
  url: string;
  /** The source's own name for this game; a record's identity is (source, key). */
  key: string;
  title: string;
  alternativeTitles?: AlternativeTitle[];
  /** Markdown, at most one text per language; `language` is null when unknown. */
  descriptions?: Description[];
  /** EDTF (ISO 8601-2): `1998`, `1998-03` or `1998-03-01`. */
  releaseDate?: string;
  credits?: Credit[];
  tags?: Tag[];
  urls?: GameUrl[];
  identifiers?: Identifier[];
  /** BCP 47. */
  languages?: string[];
  attributions?: string[];
};

export type AlternativeTitle = { title: string; language?: string };
export type Description = { language: string | null; text: string };
export type Credit = { role: Role; name: string; url?: string };
export type Tag = { category: TagCategory; slug?: string; name?: string };
export type GameUrl = { category: UrlCategory; url: string; description?: string };
export type Identifier = { scheme: string; value: string };

export const roles = [
  'author',
  'artist',
  'tester',
  'translator',
  'porter',
  'character',
  'programmer',
  'member',
  'composer',
  'orig_author',
  'voiceover',
  'publisher',
] as const;
export type Role = (typeof roles)[number];

export const tagCategories = [
  'state',
  'genre',
  'platform',
  'country',
  'control',
  'os',
  'competition',
  'tag',
  'version',
  'license',
] as const;
export type TagCategory = (typeof tagCategories)[number];

export const urlCategories = [
  'game_page',
  'download_direct',
  'download_landing',
  'play_in_interpreter',
  'play_online',
  'poster',
  'screenshot',
  'forum',
  'review',
  'video',
  'source_code',
  'bug_tracker',
  'translate',
  'donate',
  'help',
  'contact',
  'other',
  'unknown',
] as const;
export type UrlCategory = (typeof urlCategories)[number];
