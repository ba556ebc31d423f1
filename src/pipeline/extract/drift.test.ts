import { describe, expect, test } from 'vitest';
import { findFall, hasRecovered, type Sighting, sightings } from './drift.ts';

const kept: Sighting = { kept: 1, lost: 0 };
const lost: Sighting = { kept: 0, lost: 1 };
const neither: Sighting = { kept: 0, lost: 0 };
const pages = (said: string) => [...said].map((mark) => (mark === '+' ? kept : mark === '-' ? lost : neither));

describe('a field that suddenly vanishes', () => {
  test('shows after four records in a row have lost it', () =>
    expect(findFall(pages('++++----'))).toEqual({ recent: 0, pages: 4, from: 4 }));

  test('does not show after three', () => expect(findFall(pages('++++---'))).toBeNull());

  test('shows through pages that say nothing of it', () =>
    expect(findFall(pages('++-..-.--'))).toMatchObject({ from: 2, recent: 0 }));

  test('shows in one document with many records', () =>
    expect(findFall([{ kept: 40, lost: 400 }])).toMatchObject({ pages: 1 }));

  test('is told with the pages it began at, whatever came between', () =>
    expect(findFall(pages('+++++-+++++++----'))).toMatchObject({ from: 13, pages: 4 }));
});

describe('no alarm', () => {
  test('when now and then a record loses it', () => expect(findFall(pages('+++-'.repeat(15)))).toBeNull());
  test('for pages that said nothing of the field', () => expect(findFall(pages('.'.repeat(60)))).toBeNull());
});

describe('a drift is over', () => {
  test('when ten records give the field again', () => {
    expect(hasRecovered(pages('+'.repeat(9)))).toBe(false);
    expect(hasRecovered(pages(`----${'+'.repeat(10)}`))).toBe(true);
  });
  test('not when every other one does', () => expect(hasRecovered(pages('+-'.repeat(20)))).toBe(false));
  test('with one document of many records', () => expect(hasRecovered([{ kept: 4990, lost: 10 }])).toBe(true));
});

test('a record that is new, or never gave a field, says nothing of it', () => {
  const record = { source: 's', url: 'http://s.test/', key: '1', title: 'T' };
  const dated = { ...record, releaseDate: '1998' };
  expect(
    sightings([
      { now: record, before: ['title'] },
      { now: record, before: ['title', 'releaseDate'] },
      { now: record, before: null },
      { now: dated, before: ['title'] },
      { now: dated, before: ['title', 'releaseDate'] },
    ]),
  ).toEqual({ filled: { title: 5, releaseDate: 2 }, kept: { releaseDate: 1 }, lost: { releaseDate: 1 } });
});
