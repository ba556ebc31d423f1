/**
 * The golden record: what the catalogue says of one game, every value with the records that say it.
 * The first record of `by` is the claim that stands; the rest agree with it.
 */
import type { RecordId } from './ids.ts';
import type { AlternativeTitle, Credit, GameUrl, Identifier, Tag } from './record.ts';

export type Claimed<T> = { value: T; by: RecordId[] };

/** One value stands; what other sources say instead is kept beside it, never glued to it. */
export type Chosen<T> = Claimed<T> & { variants: Claimed<T>[] };

export type ChosenText = { language: string | null } & Chosen<string>;

export type GameFields = {
  title: Chosen<string>;
  alternativeTitles: Claimed<AlternativeTitle>[];
  descriptions: ChosenText[];
  releaseDate: Chosen<string> | null;
  credits: Claimed<Credit>[];
  tags: Claimed<Tag>[];
  urls: Claimed<GameUrl>[];
  identifiers: Claimed<Identifier>[];
  languages: Claimed<string>[];
  attributions: Claimed<string>[];
};

export const fieldNames = [
  'title',
  'alternativeTitles',
  'descriptions',
  'releaseDate',
  'credits',
  'tags',
  'urls',
  'identifiers',
  'languages',
  'attributions',
] as const satisfies (keyof GameFields)[];
export type FieldName = (typeof fieldNames)[number];

/** Which claim stands for a field, as integrators read it in `game.import_metadata`. */
export type ClaimReference = {
  source: string;
  url: string;
  recordId: RecordId;
  /** sha256 of the stored page. */
  snapshot: string;
  /** When the record was read, ISO 8601 UTC. */
  at: string;
};

/**
 * Per field, and per language for texts (`descriptions.en`), the claim that stands; for a list, the records
 * that feed it.
 */
export type ImportMetadata = Record<string, ClaimReference | RecordId[]>;
