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

  it.each([
    ['1 января 2019', '2019-01-01'],
    ['5-го мая 2010 года', '2010-05-05'],
    ['31 жовтня 2014 р.', '2014-10-31'],
    ['2 лютого 2020 року', '2020-02-02'],
    ['31 кастрычніка 2014 г.', '2014-10-31'],
    ['5 траўня 2014', '2014-05-05'],
    ['31. Oktober 2014', '2014-10-31'],
    ['1. März 2019', '2019-03-01'],
    ['Jänner 2019', '2019-01'],
    ['1er août 2019', '2019-08-01'],
    ['le 14 juillet 2015', '2015-07-14'],
    ['31 de octubre de 2014', '2014-10-31'],
    ['1º de março de 2019', '2019-03-01'],
    ['1° maggio 2019', '2019-05-01'],
    ['31 października 2014 r.', '2014-10-31'],
    ['1. července 2019', '2019-07-01'],
    ['1. června 2019', '2019-06-01'],
    ['5 mei 2019', '2019-05-05'],
    ['den 5 maj 2019', '2019-05-05'],
    ['5. marraskuuta 2019', '2019-11-05'],
    ['2019年3月1日', '2019-03-01'],
    ['2019年3月1日(金)', '2019-03-01'],
    ['２０１９年３月', '2019-03'],
    ['2019년 3월 1일', '2019-03-01'],
    ['2014 Oct 31', '2014-10-31'],
    ['Mon, 09 Jul 2018 12:00:00 GMT', '2018-07-09'],
    ['9 Jul, 2018 @ 1:35am', '2018-07-09'],
    ['2018-07-09T23:59:59.123+03:00', '2018-07-09'],
    ['20180709', '2018-07-09'],
    ['20180709T120000Z', '2018-07-09'],
    ['the 2nd of May, 2010', '2010-05-02'],
    ['в 2014 году', '2014'],
    ['in 2014', '2014'],
    ['31 / 12 / 2015'.replaceAll(' ', ''), '2015-12-31'],
    ['12/31/2015', '2015-12-31'],
    ['05/05/2015', '2015-05-05'],
  ])('%s, in other languages and orders, is %s', (text, expected) => expect(edtf(text)).toBe(expected));

  it.each([
    ['03/04/2015', '2015'],
    ['3-4-2015', '2015'],
    ['Q3 2024', '2024'],
    ['2024 Q3', '2024'],
    ['3 квартал 2004', '2004'],
    ['III квартал 2004 года', '2004'],
    ['H1 2020', '2020'],
    ['Summer 1999', '1999'],
    ['конец 2003', '2003'],
    ['осень 2012', '2012'],
    ['2019年夏', '2019'],
    ['Herbst 2012', '2012'],
    ['ca. 1995', '1995'],
    ['c. 1995', '1995'],
    ['~1995', '1995'],
    ['1995?', '1995'],
    ['1995~', '1995'],
    ['около 1995 года', '1995'],
    ['circa March 1995', '1995'],
    ['1998-2003', '1998'],
    ['1998–2003', '1998'],
    ['1998-99', '1998'],
    ['1998/2003', '1998'],
    ['1998 – present', '1998'],
    ['May 2014 – June 2015', '2014'],
    ['ca. 1998-2003', '1998'],
  ])('%s is only as certain as a year: %s', (text, expected) => expect(edtf(text)).toBe(expected));

  it('keeps the month that a vaguer word stands with', () => expect(edtf('early March 2015')).toBe('2015-03'));

  it.each([
    '',
    'soon',
    'TBA',
    'Coming 2014 or later',
    '12',
    '20145',
    '2014-10-31 or so',
    'October',
    '1.2.14',
    '1990s',
    '90-е',
    '199X',
    'before 1995',
    '2003–1998',
    '31 2014',
    '2014 2015',
    '13/13/2015',
    '1531234567',
    '20189999',
    'May June 2014',
    'version 2014',
    'Marvel 2014',
  ])('“%s” is none', (text) => expect(edtf(text)).toBeNull());

  it('is read back as written, and nothing makes the reader throw', () => {
    const date = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(date, (day) => {
        const iso = day.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split('-');
        return edtf(iso) === iso && edtf(`${dayOfMonth}.${month}.${year}`) === iso;
      }),
    );
    const word = fc.constantFrom(...'2014 31 5 may октября г. - – / . , ? ~ q3 年 月 2003 : t st ca. 12:30'.split(' '));
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 7 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (written) => /^(\d{4}(-\d\d){0,2})?$/.test(edtf(written) ?? '')),
      { numRuns: 2000 },
    );
  });
});
