/** Ids are strings to the world and distinct types to the compiler. */
declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type EventId = Id<'event'>;
export type RunId = Id<'run'>;
/** A page is `source|key`: known before it is fetched, the same in every run. */
export type PageId = Id<'page'>;
/** A record is `source|key` too: one page may hold many. */
export type RecordId = Id<'record'>;
export type GameId = Id<'game'>;
export type ReviewId = Id<'review'>;
/** Something a curator arranged by hand. */
export type ArrangementId = Id<'arrangement'>;
/** A person as one source knows them: `source|key`. */
export type PersonId = Id<'person'>;

export const pageId = (source: string, key: string): PageId => `${source}|${key}` as PageId;
/** Pages about people stand apart from those about games: a site may use one address for either. */
export const personPageId = (source: string, key: string): PageId => `${source}|person:${key}` as PageId;
export const isPersonPage = (id: PageId): boolean => id.split('|', 2)[1]?.startsWith('person:') ?? false;
export const personId = (source: string, key: string): PersonId => `${source}|${key}` as PersonId;
export const recordId = (source: string, key: string): RecordId => `${source}|${key}` as RecordId;

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => uuidForm.test(text);

/** Reads a game id typed by a person; null when it is none. */
export function readGameId(text: string): GameId | null {
  const lower = text.trim().toLowerCase();
  return isUuid(lower) ? (lower as GameId) : null;
}
