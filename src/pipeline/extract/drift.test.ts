import { describe, expect, test } from 'vitest';
import { findFall, hasRecovered, type Sighting, sightings } from './drift.ts';

const given: Sighting = { filled: 1, absent: 0 };
const missing: Sighting = { filled: 0, absent: 1 };
const pages = (said: string) => [...said].map((mark) => (mark === '+' ? given : missing));
const usual = (filled: number, absent: number): Sighting => ({ filled, absent });

describe('a field that suddenly vanishes', () => {
  test('shows after four pages when every page gave it', () =>
    expect(findFall(usual(500, 0), pages('++++----'))).toEqual({ usual: 1, recent: 0, pages: 4, from: 4 }));

  test('does not show after three', () => expect(findFall(usual(500, 0), pages('++++---'))).toBeNull());

  test('shows later when only two of three pages gave it', () => {
    const half = usual(400, 200);
    expect(findFall(half, pages('-'.repeat(8)))).toBeNull();
    expect(findFall(half, pages('-'.repeat(11)))).toMatchObject({ pages: 10, recent: 0 });
  });

  test('shows in one document with many records', () =>
    expect(findFall(usual(500, 20), [{ filled: 40, absent: 400 }])).toMatchObject({ pages: 1 }));

  test('is told with the pages it began at, whatever came between', () =>
    expect(findFall(usual(500, 0), pages('+++++-+++++++----'))).toMatchObject({ from: 13, pages: 4 }));
});

describe('no alarm', () => {
  test('while nothing is known of what is usual', () => expect(findFall(usual(20, 0), pages('------'))).toBeNull());
  test('for a field that few pages give', () => expect(findFall(usual(50, 450), pages('-'.repeat(60)))).toBeNull());
  test('when the share only shrinks somewhat', () =>
    expect(findFall(usual(500, 0), pages('+++-'.repeat(15)))).toBeNull());
  test('for pages that said nothing of the field', () =>
    expect(
      findFall(
        usual(500, 0),
        Array.from({ length: 60 }, () => usual(0, 0)),
      ),
    ).toBeNull());
});

test('what is usual is learned from the pages themselves, but not from a fall', () => {
  expect(findFall(usual(0, 0), pages('+'.repeat(30) + '-'.repeat(4)))).toMatchObject({ from: 30, usual: 1 });
  expect(findFall(usual(0, 0), pages('+'.repeat(10) + '-'.repeat(4)))).toBeNull();
});

test('a drift is over when twenty pages give the field about as often as before', () => {
  expect(hasRecovered(1, pages('+'.repeat(19)))).toBe(false);
  expect(hasRecovered(1, pages(`----${'+'.repeat(20)}`))).toBe(true);
  expect(hasRecovered(1, pages('+-'.repeat(20)))).toBe(false);
  expect(hasRecovered(0.5, pages('+-'.repeat(20)))).toBe(true);
});

test('a record that never gave a field is not missed; a new one without it, or one that lost it, is', () => {
  const record = { source: 's', url: 'http://s.test/', key: '1', title: 'T' };
  const dated = { ...record, releaseDate: '1998' };
  expect(
    sightings([
      { now: record, before: ['title'] },
      { now: record, before: ['title', 'releaseDate'] },
      { now: record, before: null },
      { now: dated, before: ['title'] },
    ]),
  ).toMatchObject({ filled: { title: 4, releaseDate: 1 }, absent: { releaseDate: 2, credits: 1 } });
});
