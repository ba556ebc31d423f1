import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairFeatureNames, pairFeatures } from './pair-features.ts';
import { type FieldRoles, type Fields, readPairRecord, rolesOf } from './pair-record.ts';
import { pairText, pairWords } from './pair-text.ts';
import { jaroWinkler, longestCommon, tripleCosine, triplesOf } from './string-measures.ts';
import { align, wordLikeness } from './word-alignment.ts';

const roles: FieldRoles = {
  title: 'title',
  brand: 'publishers',
  price: 'price',
  about: 'description',
  year: 'releaseDate',
};

/** Features by name; words weigh one bit unless a title calls them rare. */
function compare(left: Fields, right: Fields): Record<string, number> {
  const [a, b] = [readPairRecord(left, roles), readPairRecord(right, roles)];
  const values = pairFeatures({ left: a, right: b, weight: (word) => (word.startsWith('rare') ? 10 : 1) });
  return Object.fromEntries(pairFeatureNames.map((name, at) => [name, values[at] ?? 0]));
}
const titles = (left: string, right: string) => compare({ title: left }, { title: right });

describe('words of a text', () => {
  test.each([
    ['Print Shop v. 8by Encore', 'print shop v 8 by encore'],
    ['Final Draft 7.0 & more', 'final draft 7 and more'],
    ['Genuine Fractals 4.10.0', 'genuine fractals 4.10'],
    ['Crystal Reports XI', 'crystal reports 11'],
    ["Creep's v17", 'creeps 17'],
    ['Зов 007', 'zov 7'],
  ])('«%s» is «%s»', (written, words) => expect(pairWords(written).join(' ')).toBe(words));

  test('numbers are told apart by what they mean', () => {
    const { versions, years, models } = pairText(pairWords('Suite CS3 6.5 2007 AB-11230 SFAS9000'));
    expect([[...versions], [...years], [...models]]).toEqual([['3', '6.5'], ['2007'], ['11230', 'sfas9000']]);
  });
});

describe('measures of strings', () => {
  test.each([
    ['martha', 'marhta', 0.961],
    ['dixon', 'dicksonx', 0.813],
    ['same', 'same', 1],
    ['abc', 'xyz', 0],
    ['', '', 0],
  ])('Jaro-Winkler of %s and %s is %d, as published', (a, b, expected) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(expected, 3);
    expect(jaroWinkler(b, a)).toBeCloseTo(expected, 3);
  });

  test('the cosine of triples counts each as often as it stands there', () => {
    const cosine = (a: string, b: string) => tripleCosine(triplesOf(a), triplesOf(b));
    expect(cosine('banana', 'banana')).toBeCloseTo(1);
    expect(cosine('banana', 'zebu')).toBe(0);
    expect(cosine('', 'zebu')).toBe(0);
    // « ba», «ban», «ana» twice, «nan», «na » and « ba», «ban», «ana», «na ».
    expect(cosine('banana', 'bana')).toBeCloseTo(5 / Math.sqrt(8 * 4));
  });

  test('the longest common part', () => {
    expect(longestCommon('harbour nights', 'arbour night')).toBe(12);
    expect(longestCommon('', 'x')).toBe(0);
  });
});

describe('words stand for each other', () => {
  test.each([
    ['professional', 'prof'],
    ['deluxe', 'dlx'],
    ['immersion', 'imersion'],
    ['fractals', 'fractal'],
  ])('%s and %s', (a, b) => expect(wordLikeness(a, b)).toBeGreaterThanOrEqual(0.8));

  test.each([
    ['2007', '2008'],
    ['cs2', 'cs3'],
    ['italian', 'japanese'],
    ['standard', 'premium'],
    ['me', 'mexico'],
  ])('not %s and %s', (a, b) => expect(wordLikeness(a, b)).toBe(0));

  test('written as one or as two', () => {
    const { left, leftFit, rightFit } = align(['i', 'copy', 'dvds', '2'], ['icopy', 'dvds', '2']);
    expect(left).toEqual(['icopy', 'dvds', '2']);
    expect([[...leftFit], [...rightFit]]).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
  });
});

describe('of two records', () => {
  test('the same title is wholly shared', () => {
    const found = titles('Harbour Nights 2', 'Harbour Nights II');
    for (const name of ['title words shared', 'title rare words shared', 'title triples', 'title same letters'])
      expect([name, found[name]]).toEqual([name, expect.closeTo(1)]);
  });

  test('a rare word that is shared says more than a common one', () => {
    const rare = titles('rarebird one two', 'rarebird three four')['title rare words shared'] ?? 0;
    const common = titles('plainbird one two', 'plainbird three four')['title rare words shared'] ?? 0;
    expect(rare).toBeGreaterThan(common + 0.5);
  });

  test('numbers that differ are told from one that is missing', () => {
    expect(titles('Cakewalk 5', 'Cakewalk 6')).toMatchObject({
      'title versions same': 0,
      'title versions contrary': 1,
    });
    expect(titles('Cakewalk 5', 'Cakewalk')).toMatchObject({
      'title versions same': Number.NaN,
      'title versions contrary': 0,
    });
    expect(titles('Advantage 2007', 'Advantage 2008')).toMatchObject({ 'title years contrary': 1 });
  });

  test('the maker in the title does not count against it', () => {
    const found = compare({ title: 'Hoyle Bridge', brand: 'Encore' }, { title: 'Encore Hoyle Bridge', brand: '' });
    expect(found['bare title words shared']).toBe(1);
    expect(found['names in their record']).toBe(1);
    expect(found['publishers words shared']).toBe(Number.NaN);
  });

  test('prices and years are compared by size', () => {
    const found = compare(
      { title: 'T', price: '$1,299.00', year: '2019-05' },
      { title: 'T', price: 1299, year: '2021' },
    );
    expect(found).toMatchObject({ 'prices apart': 0, 'years apart': 2 });
  });

  test('a title in the other’s description is found', () => {
    const found = compare({ title: 'Cold Iron' }, { title: 'CI', about: 'The adventure of cold iron.' });
    expect(found['title in their description']).toBe(1);
  });
});

describe('what is missing says nothing', () => {
  test('no similarity is made up for a field that one side lacks', () => {
    const found = compare({ title: 'Cold Iron', price: '5' }, { title: 'Cold Iron', brand: 'Novak', about: '' });
    for (const name of ['prices apart', 'years apart', 'publishers triples', 'description triples', 'addresses shared'])
      expect([name, found[name]]).toEqual([name, Number.NaN]);
  });

  test('two empty records compare to nothing', () => {
    expect(Object.values(compare({}, {})).every((value) => Number.isNaN(value) || value === 0)).toBe(true);
  });
});

test('whatever the fields hold, there is a number or NaN for each feature, and the sides may be swapped', () => {
  const seed = 20261125;
  console.log(`seed ${seed}`);
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.double(),
    fc.constant(null),
    fc.array(fc.string()),
    fc.object(),
  );
  const record = fc.record(
    { title: value, brand: value, price: value, about: value, year: value },
    { requiredKeys: [] },
  );
  const symmetric = [
    'title words shared',
    'title triples',
    'title rare words shared',
    'record triples',
    'prices apart',
  ];
  fc.assert(
    fc.property(record, record, (left, right) => {
      const [there, back] = [compare(left, right), compare(right, left)];
      expect(Object.values(there).every((one) => Number.isNaN(one) || Number.isFinite(one))).toBe(true);
      for (const name of symmetric) {
        const [one, other] = [there[name] ?? 0, back[name] ?? 0];
        expect(Number.isNaN(one) ? Number.isNaN(other) : Math.abs(one - other) < 1e-9).toBe(true);
      }
    }),
    { seed, numRuns: 300 },
  );
});

describe('which field is what', () => {
  test('by its own name, a usual one, or as it is told', () => {
    expect(rolesOf(['title', 'Manufacturer', 'price', 'sku'], {})).toEqual({
      roles: { title: 'title', Manufacturer: 'publishers', price: 'price' },
      unread: ['sku'],
    });
    expect(rolesOf(['name', 'title', 'sku'], { name: 'title', sku: 'identifiers' })).toEqual({
      roles: { name: 'title', sku: 'identifiers' },
      unread: ['title'],
    });
  });

  test('names that every object has are no fields', () => {
    expect(rolesOf(['constructor', 'toString'], {})).toEqual({ roles: {}, unread: ['constructor', 'toString'] });
  });
});
