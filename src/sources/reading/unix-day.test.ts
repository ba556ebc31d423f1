import { expect, it } from 'vitest';
import { unixDay } from './unix-day.ts';

it.each([
  ['1488499200', '2017-03-03'],
  ['0', '1970-01-01'],
  ['-31536000', '1969-01-01'],
  ['1516924800000', null],
  ['1e400', null],
  ['soon', null],
  ['', null],
  [undefined, null],
])('%s is %s', (seconds, day) => expect(unixDay(seconds)).toBe(day));
