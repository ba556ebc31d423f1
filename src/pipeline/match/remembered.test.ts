import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';

test('an answer is made once, as long as there is room', () => {
  let made = 0;
  const shout = remembered((text) => {
    made += 1;
    return text.toUpperCase();
  }, 2);
  expect([shout('a'), shout('b'), shout('a')]).toEqual(['A', 'B', 'A']);
  expect(made).toBe(2);
  expect([shout('c'), shout('a')]).toEqual(['C', 'A']);
  expect(made).toBe(4);
});
