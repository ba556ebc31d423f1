/** The URL holds the whole view, in words a person can read and change. */
import { expect, test } from 'vitest';
import { parseSearch, readEventsView, readGamesView, stringifySearch } from './search-params.ts';

test('what is written is read again, without JSON and without what is empty', () => {
  const text = stringifySearch({ search: 'маяк 2', source: undefined, after: '', page: 3 });
  expect(decodeURIComponent(text)).toBe('?search=маяк+2&page=3');
  expect(parseSearch('?search=%D0%BC+2&source=42')).toEqual({ search: 'м 2', source: '42' });
});

test('a page number counts only where a page begins', () => {
  expect(readGamesView({ page: '3' }).page).toBeUndefined();
  expect(readGamesView({ page: '3', after: 'x' }).page).toBe(3);
  expect(readGamesView({ page: 'three', after: 'x' }).page).toBeUndefined();
});

test('unknown parameters are left out', () => {
  expect(readEventsView({ type: 'GamePublished', evil: 'x' })).not.toHaveProperty('evil');
});
