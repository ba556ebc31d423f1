import { expect, test } from 'vitest';
import { differencesOf } from './fixtures.ts';

test('what came out otherwise is told field by field', () => {
  const expected = { kind: 'records', records: [{ title: 'A', credits: [{ role: 'author', name: 'X' }] }], unread: [] };
  const found = {
    kind: 'records',
    records: [
      {
        title: 'B',
        credits: [
          { role: 'author', name: 'X' },
          { role: 'artist', name: 'Y' },
        ],
      },
    ],
    unread: ['p'],
  };
  expect(differencesOf(expected, found)).toEqual([
    { field: 'records[0].title', expected: 'A', read: 'B' },
    { field: 'records[0].credits[1]', expected: null, read: { role: 'artist', name: 'Y' } },
    { field: 'unread', expected: null, read: 'p' },
  ]);
  expect(differencesOf(expected, { unread: [], kind: 'records', records: expected.records })).toEqual([]);
});
