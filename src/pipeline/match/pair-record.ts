/**
 * One side of a labelled pair: the fields of any record, read in the roles that matching knows. Which field has which role
 * is a field map; what it does not name counts by its own name, and a few common names are understood.
 */
import { type PairText, pairText, pairWords } from './pair-text.ts';
import { type TitleParts, titleParts } from './title-parts.ts';

/** What a field can be to matching, with what is compared in it. */
export const roles = {
  title: 'what the thing is called',
  alternativeTitles: 'its other names',
  authors: 'who made it',
  publishers: 'who brings it out, its brand or manufacturer',
  releaseDate: 'a day or a year',
  platforms: 'what it runs on',
  tags: 'kinds, genres, categories',
  identifiers: 'model numbers and foreign ids',
  description: 'a longer text',
  price: 'an amount',
  urls: 'addresses',
  other: 'any other text that should agree',
} as const;
export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles) as Role[];
export const isRole = (name: string): name is Role => Object.hasOwn(roles, name);

/** Role by name of field, as labelled files call them. */
const usualNames: Readonly<Record<string, Role>> = {
  name: 'title',
  author: 'authors',
  artist: 'authors',
  developer: 'authors',
  developers: 'authors',
  manufacturer: 'publishers',
  brand: 'publishers',
  publisher: 'publishers',
  year: 'releaseDate',
  date: 'releaseDate',
  released: 'releaseDate',
  platform: 'platforms',
  genre: 'tags',
  category: 'tags',
  modelno: 'identifiers',
  descriptions: 'description',
  url: 'urls',
};

/** One side of a pair as it stands in a file. */
export type Fields = Readonly<Record<string, unknown>>;
/** In which role each field is read. */
export type FieldRoles = Readonly<Record<string, Role>>;

/**
 * Which of the fields that were seen is read as what. Where `given` names fields for a role, only they have it; other
 * fields go by their own or a usual name. What has no role is not read.
 */
export function rolesOf(seen: Iterable<string>, given: FieldRoles): { roles: Record<string, Role>; unread: string[] } {
  const taken = new Set(Object.values(given));
  const roles: Record<string, Role> = {};
  const unread: string[] = [];
  for (const field of [...seen].sort()) {
    const usual = isRole(field) ? field : own(usualNames, field.toLowerCase());
    const role = own(given, field) ?? (usual !== undefined && !taken.has(usual) ? usual : undefined);
    if (role === undefined) unread.push(field);
    else roles[field] = role;
  }
  return { roles, unread };
}

const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** The values of a record by role. */
export type PairRecord = {
  /** What each role says; several values of one role are one text. A role without a value is not there. */
  texts: Partial<Record<Role, PairText>>;
  /** Each title by itself. */
  titles: PairText[];
  /** The title's parts beside its name: editions, works, platforms. */
  parts: TitleParts;
  /** Everything the record says but long descriptions and addresses. */
  whole: PairText;
  /** Words of those who made it or bring it out. */
  names: PairText | null;
  price: number | null;
  year: number | null;
};

/** Reads one side of a pair. Values are texts, numbers or lists of them; anything else is passed over. */
export function readPairRecord(fields: Fields, roles: FieldRoles): PairRecord {
  const values: Partial<Record<Role, string[]>> = {};
  for (const [field, value] of Object.entries(fields)) {
    const role = own(roles, field);
    if (role === undefined) continue;
    const texts = valuesOf(value);
    if (texts.length > 0) values[role] = [...(values[role] ?? []), ...texts];
  }
  const words: Partial<Record<Role, string[]>> = {};
  const texts: Partial<Record<Role, PairText>> = {};
  for (const role of roleNames) {
    const found = (values[role] ?? []).flatMap(pairWords);
    if (found.length === 0) continue;
    words[role] = found;
    texts[role] = pairText(found);
  }
  const titles = [...(values.title ?? []), ...(values.alternativeTitles ?? [])].slice(0, mostTitles);
  const names = [...(words.authors ?? []), ...(words.publishers ?? [])];
  const said = roleNames.filter((role) => !apart.has(role)).flatMap((role) => words[role] ?? []);
  return {
    texts,
    titles: titles.map((title) => pairText(pairWords(title))),
    parts: titleParts(titles[0] ?? ''),
    whole: pairText(said),
    names: names.length > 0 ? pairText(names) : null,
    price: amountOf(values.price?.[0]),
    year: yearOf(values.releaseDate?.[0]),
  };
}

/** Reads records and remembers them in `known`: in files of candidates most stand in several pairs. */
export function recordReader(roles: FieldRoles, known: Map<string, PairRecord>, most = Number.POSITIVE_INFINITY) {
  return (fields: Fields): PairRecord => {
    const key = JSON.stringify(fields);
    const record = known.get(key) ?? readPairRecord(fields, roles);
    if (known.size >= most) known.clear();
    known.set(key, record);
    return record;
  };
}

const mostTitles = 8;
const mostValues = 50;
/** Not part of what a record says in short. */
const apart: ReadonlySet<Role> = new Set(['description', 'price', 'urls', 'releaseDate']);

function valuesOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value === 'number') return [String(value)];
  return Array.isArray(value)
    ? value.slice(0, mostValues).flatMap((item) => (Array.isArray(item) ? [] : valuesOf(item)))
    : [];
}

/** «$1,299.00» is 1299. */
function amountOf(written: string | undefined): number | null {
  const found = written?.replaceAll(/(?<=\d),(?=\d{3}\b)/g, '').match(/\d+(?:\.\d+)?/)?.[0];
  return found === undefined ? null : Number(found);
}

function yearOf(written: string | undefined): number | null {
  const found = written?.match(/(?<!\d)(?:19|20)\d\d(?!\d)/)?.[0];
  return found === undefined ? null : Number(found);
}
