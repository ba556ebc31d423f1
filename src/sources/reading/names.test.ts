import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameSpellings, personName, splitNames } from './names.ts';

describe('a person’s name', () => {
  it.each([
    ['  Ada \n Pine ', 'Ada Pine'],
    ['by Ada Pine', 'Ada Pine'],
    ['By: Ada Pine.', 'Ada Pine'],
    ['“Ada Pine”', 'Ada Pine'],
    ['«Лиса»,', 'Лиса'],
    ['Автор: Вера Лунина', 'Вера Лунина'],
    ['Ada Pine;', 'Ada Pine'],
    ['<b>Ada</b> Pine', 'Ada Pine'],
    ['Byron', 'Byron'],
    ['Ben Moss Jr.', 'Ben Moss Jr.'],
    ['Пушкин А. С.', 'Пушкин А. С.'],
    ['Лунина, Вера', 'Лунина, Вера'],
    ['@ada_pine', '@ada_pine'],
    ['Ada "Fox" Pine', 'Ada "Fox" Pine'],
    ['the…', 'the…'],
    ['Moss...', 'Moss...'],
    ['—', ''],
    ['?', ''],
    ['by', 'by'],
  ])('%s is %s', (text, expected) => expect(personName(text)).toBe(expected));

  it.each([
    ['Ada Pine (as Fox)', ['Ada Pine', 'Fox']],
    ['Ada Pine (writing as "Fox")', ['Ada Pine', 'Fox']],
    ['Ada Pine aka Fox', ['Ada Pine', 'Fox']],
    ['Вера Лунина (она же Лиса)', ['Вера Лунина', 'Лиса']],
    ['Ada Pine (as Ada Pine)', ['Ada Pine']],
    ['Ada Pine (music)', ['Ada Pine (music)']],
    ['Ada Pine', ['Ada Pine']],
    ['', []],
  ])('%s has the spellings %j', (text, expected) => expect(nameSpellings(text)).toEqual(expected));
});

describe('a list of names', () => {
  it.each([
    ['Ada Pine, Ben Moss and Cy', ['Ada Pine', 'Ben Moss', 'Cy']],
    ['Ada Pine & Ben Moss; Cy', ['Ada Pine', 'Ben Moss', 'Cy']],
    ['Вера и Лиса', ['Вера', 'Лиса']],
    ['Ben Moss, Jr., and Ada', ['Ben Moss Jr.', 'Ada']],
    ['Ada (as Fox, Inc), Ben', ['Ada (as Fox, Inc)', 'Ben']],
    ['Anderson', ['Anderson']],
    ['Ada, , Ada', ['Ada']],
    ['', []],
  ])('%s: %j', (text, expected) => expect(splitNames(text)).toEqual(expected));
});

it('nothing makes the readers throw, and a name read again stays the same', () => {
  const piece = fc.constantFrom(...'Ada by as ( ) " « » , ; . Jr. aka and и & — [ ] \' “ ”'.split(' '));
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 9 }).map((words) => words.join(' ')),
  );
  const property = fc.property(text, (written) => {
    expect(personName(personName(written))).toBe(personName(written));
    for (const name of [...nameSpellings(written), ...splitNames(written)]) expect(name).not.toBe('');
  });
  fc.assert(property, { numRuns: 2000 });
});
