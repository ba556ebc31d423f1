import { describe, expect, it } from 'vitest';
import { readHeading } from './if-archive-heading.ts';

const titleOf = (text: string) => readHeading(text).title;

describe('a title in an archivist’s words', () => {
  it.each([
    ['*Moth*: An Art Project\nRelease 1 / Serial number 000000', 'Moth'],
    ['_Slow Light_, by Ada Pine', 'Slow Light'],
    ['"Moth", a game about light', 'Moth'],
    ['«Маяк», повесть', 'Маяк'],
    ['Moth, an interactive gothic by Ada S. Pine. Release 5 / Serial number 990206', 'Moth'],
    ['Moth by Ada Pine', 'Moth'],
    ['7:15, by Ada Pine, Release 1 / Serial number 000103', '7:15'],
    ['Moth: The Second Light, by Ada Pine', 'Moth: The Second Light'],
    ['Light and Web: An Interactive Fiction', 'Light and Web'],
    ['Moth. Release 2 by Ada Pine', 'Moth'],
    ['A Change of Light by Ada Pine', 'A Change of Light'],
    ['Moth (1995), by Ada Pine', 'Moth'],
    ['Moth v1.2', 'Moth'],
    ['The Lurking Moth', 'The Lurking Moth'],
    ['Moths of the Glass\nOrchard, by Ada Pine', 'Moths of the Glass Orchard'],
  ])('%s', (text, title) => expect(titleOf(text)).toBe(title));

  it.each([
    'Game number 1.',
    'Linked to comp/files.',
    'A port of Moth by Ben Moss',
    'Ported to Z-code by Ben Moss',
    'Two games by Ben Moss',
    'This is a small game written by Ben',
    'An adventure game by Ben Moss',
    'The German version of Moth, translated by Ben Moss',
    'Written by Ben Moss in 1993, this game is a classic',
    'Windows Version',
    'Version 1.2 of Moth',
    'a line without capitals',
    '** **',
    '',
  ])('is none in: %s', (text) => expect(titleOf(text)).toBeUndefined());
});

describe('the authors', () => {
  it.each([
    ['Moth by Ada S. Pine. A tale.', 'Ada S. Pine'],
    ['Moth, by A. Pine, B. Moss and C. Elm. Release 16', 'A. Pine, B. Moss and C. Elm'],
    ['Moth, by Ada Pine, 1st place game in some competition', 'Ada Pine'],
    ['Moth by Ada Pine; entry in a competition', 'Ada Pine'],
    ['Moth by Ada Pine (1995)', 'Ada Pine'],
    ['*Moth*, by lowercase', 'lowercase'],
    ['*Moth*: light by night', undefined],
  ])('%s', (text, authors) => expect(readHeading(text).authors).toBe(authors));
});

it('tells the version, and what is no game', () => {
  expect(readHeading('*Moth*. Release 12 / Serial number 990206').version).toBe('12');
  const others = ['Walkthrough for Moth', 'The source code of Moth', 'A zip file of all the games entered', 'Hints'];
  expect(others.map((text) => readHeading(text).isNoGame)).toEqual([true, true, true, true]);
  expect(['*Source Code*, by Ada Pine', 'Moth by Ada Pine'].map((text) => readHeading(text).isNoGame)).toEqual([
    false,
    false,
  ]);
});

it.each(['*', '"', 'a by A', ', an ', 'A b. ', 'Release 1 ', '(', 'word '])('reads any number of %j', (piece) => {
  expect(readHeading(piece.repeat(50_000)).isNoGame).toBe(false);
});
