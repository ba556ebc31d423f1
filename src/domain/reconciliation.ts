/**
 * What a client of the reconciliation service may ask: queries made of conditions, and the properties of a game that
 * conditions name and tables can be filled from.
 */
import type { GameFields } from './game.ts';
import type { Role, TagCategory } from './record.ts';

/** Of several values, which must be there: one, each, or not one. */
export type Quantifier = 'any' | 'all' | 'none';

export type Condition = {
  /** The id of a property; null: the game's name. */
  property: string | null;
  values: string[];
  /** Whether a game that does not fulfil it is left out; else it only counts for or against. */
  required: boolean;
  quantifier: Quantifier;
};

export type ReconcileQuery = { conditions: Condition[]; limit: number };

export const gameType = { id: 'game', name: 'Game' };

export type Property = {
  id: string;
  name: string;
  description: string;
  /** Other spellings of its id that are understood. */
  also: readonly string[];
  /** Whether conditions on it are compared as evidence; others can only be required, or fetched. */
  compared: boolean;
  read(fields: GameFields): string[];
};

const credited = (role: Role) => (fields: GameFields) =>
  fields.credits.filter(({ value }) => value.role === role).map(({ value }) => value.name);
const tagged =
  (...categories: TagCategory[]) =>
  (fields: GameFields) =>
    fields.tags.flatMap(({ value }) => {
      const said = value.name ?? value.slug;
      return said !== undefined && categories.includes(value.category) ? [said] : [];
    });

export const properties: readonly Property[] = [
  {
    id: 'authors',
    name: 'Authors',
    description: 'who made the game',
    also: ['author', 'developer', 'developers'],
    compared: true,
    read: credited('author'),
  },
  {
    id: 'publishers',
    name: 'Publishers',
    description: 'who brought it out',
    also: ['publisher'],
    compared: true,
    read: credited('publisher'),
  },
  {
    id: 'releaseDate',
    name: 'Release date',
    description: 'a year, a month or a day: 1998, 1998-03, 1998-03-01',
    also: ['date', 'year', 'released'],
    compared: true,
    read: ({ releaseDate }) => (releaseDate === null ? [] : [releaseDate.value]),
  },
  {
    id: 'platforms',
    name: 'Platforms',
    description: 'what it runs on',
    also: ['platform'],
    compared: true,
    read: tagged('platform', 'os'),
  },
  {
    id: 'identifiers',
    name: 'Identifiers',
    description: 'its number in another catalogue, as scheme:value (ifid:…, steam:…)',
    also: ['identifier'],
    compared: true,
    read: ({ identifiers }) => identifiers.map(({ value }) => `${value.scheme}:${value.value}`),
  },
  {
    id: 'url',
    name: 'Address',
    description: 'a page of the game, or where it is downloaded',
    also: ['urls', 'website', 'homepage'],
    compared: true,
    read: ({ urls }) => urls.map(({ value }) => value.url),
  },
  {
    id: 'alternativeTitles',
    name: 'Other titles',
    description: 'other names of the game',
    also: ['alternativeTitle', 'aliases'],
    compared: true,
    read: ({ alternativeTitles }) => alternativeTitles.map(({ value }) => value.title),
  },
  {
    id: 'genres',
    name: 'Genres',
    description: 'what kind of game it is',
    also: ['genre'],
    compared: false,
    read: tagged('genre'),
  },
  {
    id: 'tags',
    name: 'Tags',
    description: 'themes and other marks',
    also: ['tag'],
    compared: false,
    read: tagged('tag', 'competition', 'control', 'state', 'country', 'license', 'version'),
  },
  {
    id: 'languages',
    name: 'Languages',
    description: 'the languages of the game (BCP 47)',
    also: ['language'],
    compared: false,
    read: ({ languages }) => languages.map(({ value }) => value),
  },
  {
    id: 'description',
    name: 'Description',
    description: 'what the game is about, as Markdown, one text a language',
    also: ['descriptions'],
    compared: false,
    read: ({ descriptions }) => descriptions.map(({ value }) => value),
  },
];

const byId = new Map(
  properties.flatMap((property) => [property.id, ...property.also].map((id) => [id.toLowerCase(), property])),
);

/** Undefined when games have no such property. */
export const propertyNamed = (id: string): Property | undefined => byId.get(id.trim().toLowerCase());

/** How values are compared for being the same: case, accents of ё and outer spaces do not count. */
export const foldValue = (value: string): string =>
  value.normalize('NFKC').trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ');

/** Whether a game fulfils a condition on a property. A property no game has is fulfilled by none, and by «none». */
export function fulfils(fields: GameFields, { property, values, quantifier }: Condition): boolean {
  const known = property === null ? undefined : propertyNamed(property);
  const held = new Set((known?.read(fields) ?? []).map(foldValue));
  const isHeld = (value: string) => {
    const wanted = foldValue(value);
    // «1998» is fulfilled by a game of March 1998.
    return (
      held.has(wanted) ||
      (known?.id === 'releaseDate' && wanted !== '' && [...held].some((day) => day.startsWith(`${wanted}-`)))
    );
  };
  if (quantifier === 'all') return values.length > 0 && values.every(isHeld);
  return quantifier === 'any' ? values.some(isHeld) : !values.some(isHeld);
}
