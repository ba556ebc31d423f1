import { expect, it } from 'vitest';
import { splitList } from './split-list.ts';

it.each([
  ['INSTEAD, URQ', ['INSTEAD', 'URQ']],
  [' море;; ужасы,\nморе, ', ['море', 'ужасы']],
  ["Ren'Py (Windows, Linux), QSP", ["Ren'Py (Windows, Linux)", 'QSP']],
  ['TADS 2, 3', ['TADS 2, 3']],
  ['18+', ['18+']],
  ['a (b, c', ['a (b, c']],
  ['', []],
])('%j holds %j', (text, pieces) => {
  expect(splitList(text)).toEqual(pieces);
});
