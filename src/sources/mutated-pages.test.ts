import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyBytes, damage, nestings, randomFrom, truncate } from './damage-page.ts';
import { readEveryWay, wrongsOf } from './judge-reading.ts';
import { loadFixtures, read } from './load-fixtures.ts';

type Fixture = Awaited<ReturnType<typeof loadFixtures>>[number];

const fixtures = (await loadFixtures()).filter(({ page }) => page.text.length < 20_000);
const texts = fixtures.map(({ page }) => page.text);

/** Of every source, of every way to read it, the fullest page. */
const fullest = [
  ...new Map(
    fixtures
      .toSorted((left, right) => left.page.text.length - right.page.text.length)
      .map((fixture) => [`${fixture.source.name} ${fixture.as}`, fixture]),
  ),
].map(([name, fixture]) => ({ name, fixture }));

/** What is wrong with what the source makes of the text, in every way that it reads. */
const wrongs = ({ source, page }: Fixture, text: string) =>
  readEveryWay(source, { ...page, text }).flatMap((reading) => wrongsOf(source, reading));

describe('a damaged page', () => {
  it('never makes a source throw, nor return what may not be kept', () => {
    const seed = fc.integer({ min: 0, max: 2 ** 31 });
    const property = fc.property(fc.constantFrom(...fixtures), seed, (fixture, from) => {
      const text = damage(fixture.page.text, randomFrom(from), texts);
      expect(wrongsOf(fixture.source, read(fixture, text))).toEqual([]);
    });
    // On failure fast-check prints the page's fixture and seed.
    fc.assert(property, { numRuns: 1000 });
  });
});

describe.each(fullest)('$name', ({ fixture }) => {
  it('stands pages that end too early, at any of a hundred bytes', () => {
    const bytes = new TextEncoder().encode(fixture.page.text).length;
    for (let part = 0; part < 100; part += 1) {
      expect(wrongs(fixture, truncate(fixture.page.text, Math.floor((bytes * part) / 100)))).toEqual([]);
    }
  });

  it('stands bytes that are no page', () => {
    const random = randomFrom(fixture.page.text.length);
    for (const length of [0, 1, 10, 1000, 20_000]) expect(wrongs(fixture, anyBytes(random, length))).toEqual([]);
  });

  it('stands pages that nest 10,000 deep', () => {
    for (const text of nestings(fixture.page.text, 10_000)) {
      expect(wrongsOf(fixture.source, read(fixture, text))).toEqual([]);
    }
  });
});
