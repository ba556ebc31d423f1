import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edtf } from './dates.ts';

describe('a date', () => {
  it.each([
    ['2018.07.09', '2018-07-09'],
    ['9.7.2018', '2018-07-09'],
    ['2018-07-09', '2018-07-09'],
    ['2018/7/9', '2018-07-09'],
    ['2018-07-09T23:59:59Z', '2018-07-09'],
    ['2018-07-09 23:59', '2018-07-09'],
    ['2018-07', '2018-07'],
    [' 2018 ', '2018'],
    ['October 31, 2014', '2014-10-31'],
    ['31 Oct 2014', '2014-10-31'],
    ['31st October 2014', '2014-10-31'],
    ['Sept. 5, 1999', '1999-09-05'],
    ['October 2014', '2014-10'],
    ['31 октября 2014 г.', '2014-10-31'],
    ['май 2010', '2010-05'],
    ['29.02.2000', '2000-02-29'],
  ])('%s is %s', (text, expected) => expect(edtf(text)).toBe(expected));

  it.each([
    ['1995-00-00', '1995'],
    ['1995-03-00', '1995-03'],
    ['0000-00-00', null],
    ['1995-00-07', null],
  ])('%s has zeros for what is unknown: %s', (text, expected) => expect(edtf(text)).toBe(expected));

  it.each(['2018-02-30', '29.02.1900', '2019-13-01', '99.99.2018', '32 Oct 2014', '5 Foo 2014'])(
    '%s cannot be',
    (text) => expect(edtf(text)).toBeNull(),
  );

  it.each(['', 'soon', '12', '20145', 'in 2014', '2014–2015', '2014-10-31 or so', 'October', '1.2.14'])(
    '“%s” is none',
    (text) => expect(edtf(text)).toBeNull(),
  );

  it('is read back as written, and nothing makes the reader throw', () => {
    const date = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(date, (day) => {
        const iso = day.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split('-');
        return edtf(iso) === iso && edtf(`${dayOfMonth}.${month}.${year}`) === iso;
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => /^(\d{4}(-\d\d){0,2})?$/.test(edtf(text) ?? '')));
  });
});
