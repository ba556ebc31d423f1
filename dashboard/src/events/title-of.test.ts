/** Events of several kinds keep the title in several places. */
import { expect, test } from 'vitest';
import { titleOf } from './title-of.ts';

test.each([
  [{ title: 'Маяк' }, 'Маяк'],
  [{ record: { title: 'Маяк' } }, 'Маяк'],
  [{ set: { title: { value: 'Маяк', by: [] } } }, 'Маяк'],
  [{ set: { tags: [] } }, null],
  [{ title: null }, null],
])('%j is about %s', (payload, title) => {
  expect(titleOf(payload)).toBe(title);
});
