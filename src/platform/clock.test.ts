import { describe, expect, test } from 'vitest';
import { newId, now } from './clock.ts';

describe('newId', () => {
  test('is a UUID of version 7', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('sorts by the order of making, even many within one millisecond', () => {
    const ids = Array.from({ length: 50_000 }, newId);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('begins with the time it was made', () => {
    const before = now().getTime();
    const made = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16);
    // Ids may run ahead of the clock by the milliseconds the test above has filled.
    expect(made).toBeGreaterThanOrEqual(before);
    expect(made - before).toBeLessThan(60_000);
  });
});
