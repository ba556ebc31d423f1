/**
 * What catalogues of interactive fiction share, in the terms of the Treaty of Babel
 * (https://babel.ifarchive.org/babel_rev7.html): authors in a row, formats, IFIDs, and how forgiving a game is.
 */
import type { Credit, Identifier, Tag } from '../../domain/record.ts';
import { nameSpellings, splitNames } from './names.ts';
import { tagsOf } from './tags.ts';
import { label, line } from './text.ts';

/**
 * `A and B`; of `A (as B)` only the person is kept: a record has no place for a pen name, and a second author would be
 * invented. `{ab12}` is IFDB's mark of a member. `Anonymous` is nobody.
 */
export function authorCredits(authors: string): Credit[] {
  const names = splitNames(authors.replace(/\{\w+\}/g, '')).map((name) => nameSpellings(name)[0] ?? '');
  const people = names.filter((name) => name !== '' && !/^(?:anonymous|unknown)$/i.test(name));
  return [...new Set(people)].map((name) => ({ role: 'author', name }));
}

const formatNames: Record<string, string> = {
  zcode: 'Z-code',
  glulx: 'Glulx',
  tads2: 'TADS 2',
  tads3: 'TADS 3',
  hugo: 'Hugo',
  agt: 'AGT',
  alan: 'Alan',
  alan2: 'Alan 2',
  alan3: 'Alan 3',
  adrift: 'ADRIFT',
  advsys: 'AdvSys',
  level9: 'Level 9',
  magscrolls: 'Magnetic Scrolls',
  html: 'HTML',
};

/** The names of the Treaty's formats, each of which has a section of its own in a story's record. */
export const babelFormats = [...Object.keys(formatNames), 'executable'];

/** `executable` names no platform. */
export function platformTags(format: string | undefined): Tag[] {
  if (format === undefined || format === 'executable') return [];
  const name = Object.hasOwn(formatNames, format) ? formatNames[format] : label(format, 100);
  return name ? [{ category: 'platform', name }] : [];
}

/** Their form is that of the Treaty. `reject` is told of the others. */
export function ifidentifiers(written: string[], reject: (what: string, value: string) => void): Identifier[] {
  const values = written.map((value) => line(value).toUpperCase());
  const isIfid = (value: string) => /^[A-Z0-9-]{8,63}$/.test(value);
  for (const value of values) if (!isIfid(value)) reject('ifid', value);
  return [...new Set(values.filter(isIfid))].map((value) => ({ scheme: 'ifid', value }));
}

const md5Prefixes: Record<string, string> = {
  tads2: 'TADS2-',
  tads3: 'TADS3-',
  hugo: 'HUGO-',
  advsys: 'ADVSYS-',
  alan: 'ALAN-',
};

/** The IFID that the Treaty gives a file of before its time, by its bytes. */
export function ifidOfMd5(format: string | undefined, md5: string): string {
  const prefix = format !== undefined && Object.hasOwn(md5Prefixes, format) ? md5Prefixes[format] : undefined;
  return (prefix ?? '') + md5.toUpperCase();
}

/** IFDB's own identifier of a game: small letters and digits. */
export const isTuid = (text: string): boolean => /^[a-z0-9]{4,32}$/.test(text);

/** `Merciful` to `Cruel`, on Zarf's scale; other words are no value of it. */
const isForgiveness = (text: string) => /^(?:merciful|polite|tough|nasty|cruel)$/i.test(text);

const contest =
  /(?<!\p{L})(?:\p{L}*comp(?:etition)?|\p{L}*jam|spring thing|fest(?:ival)?|grand prix|concurs[eo]|concours|конкурс)(?!\p{L})/iu;

/** `IF Competition 2012`, `Spring Thing 2024`: a competition and its year, and not merely that a game took part in one. */
const isCompetition = (name: string) => /(?<!\d)(?:19|20)\d\d(?!\d)/.test(name) && contest.test(name);

export type Words = { genre?: string | undefined; forgiveness?: string | undefined; others?: string[] };

/** Genres are free text in these catalogues, as tags are, and competitions stand among them. */
export function freeTags({ genre = '', forgiveness = '', others = [] }: Words): Tag[] {
  const words = [...genre.slice(0, 1000).split(/[/,;]/), ...others];
  return [
    ...tagsOf('tag', [...words.filter((word) => !isCompetition(word)), ...[forgiveness].filter(isForgiveness)]),
    ...tagsOf('competition', words.filter(isCompetition)),
  ];
}
