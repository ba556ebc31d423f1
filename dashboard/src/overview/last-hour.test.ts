/** The chart has an hour, however little happened in it. */
import { expect, test } from 'vitest';
import { lastHour } from './last-hour.ts';

const now = Date.parse('2026-01-01T12:00:30Z');

test('sixty minutes, the quiet ones with nothing', () => {
  const hour = lastHour([{ minute: '2026-01-01T11:58:00.000Z', fetched: 7, failed: 1 }], now);
  expect(hour).toHaveLength(60);
  expect(hour.at(-3)).toEqual({ minute: '2026-01-01T11:58:00.000Z', fetched: 7, failed: 1 });
  expect(hour.reduce((sum, { fetched }) => sum + fetched, 0)).toBe(7);
});

test('a server whose clock is ahead is not cut off', () => {
  expect(lastHour([{ minute: '2026-01-01T12:02:00.000Z', fetched: 7, failed: 0 }], now).at(-1)?.fetched).toBe(7);
});
