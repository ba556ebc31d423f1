import { expect, test } from 'vitest';
import { readShortForm } from './short-form.ts';

test('the short form of a link file', () => {
  expect(
    readShortForm({
      id: 'a1',
      source: 'shop',
      title: 'Lighthouse',
      alternativeTitles: ['Маяк'],
      authors: ['A. Novak'],
      releaseDate: 2019,
      urls: ['https://www.g.test/p/'],
    }),
  ).toEqual({
    id: 'a1',
    record: {
      source: 'shop',
      key: 'a1',
      titles: ['Lighthouse', 'Маяк'],
      authors: ['A. Novak'],
      releaseDate: '2019',
      urls: ['//g.test/p'],
    },
  });
});

test('a record as `extract --json` prints it', () => {
  const read = readShortForm({
    source: 's',
    key: '1',
    url: 'http://s.test/1',
    title: 'T',
    credits: [{ role: 'author', name: 'N' }],
  });
  expect(read).toMatchObject({ id: 's|1', record: { source: 's', key: '1', authors: ['N'], urls: ['//s.test/1'] } });
});

test.each([
  [[], 'it is no object'],
  [{ id: '1' }, 'it has no title'],
  [{ title: 'T' }, 'it has neither id nor source and key'],
])('%j cannot be used: %s', (value, wrong) => expect(readShortForm(value)).toEqual({ wrong }));
