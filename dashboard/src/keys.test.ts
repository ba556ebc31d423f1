/** A key means the same wherever the hands find it, whatever the layout. */
import { expect, test } from 'vitest';
import { keyName } from './keys.ts';

test.each([
  ['g', 'KeyG', false, 'g'],
  ['G', 'KeyG', true, 'g'],
  ['п', 'KeyG', false, 'g'],
  ['в', 'KeyD', false, 'd'],
  ['1', 'Digit1', false, '1'],
  ['/', 'Slash', false, '/'],
  ['.', 'Slash', false, '/'],
  ['?', 'Slash', true, '?'],
  [',', 'Slash', true, '?'],
  // A layout with Latin letters in other places: the letter counts, not the place.
  ['a', 'KeyQ', false, 'a'],
  ['é', 'Digit2', false, ''],
  [' ', 'Space', false, 'space'],
  ['Enter', 'Enter', false, ''],
])('%s on %s is %s', (key, code, shiftKey, name) => {
  expect(keyName({ key, code, shiftKey })).toBe(name);
});
