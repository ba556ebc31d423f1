/** Spans of time and dates, as people of both languages read them. */
import { expect, test } from 'vitest';
import { formatFor } from './format.ts';

const en = formatFor('en');
const ru = formatFor('ru');
const space = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

test.each([
  [12, 40, '12–40 sec', '12–40 с'],
  [130, 260, '2–5 min', '2–5 мин'],
  [200, 235, '3–4 min', '3–4 мин'],
  [8000, 16_000, '2–5 hr', '2–5 ч'],
  [0, 0, '0–1 sec', '0–1 с'],
])('an estimate of %i to %i seconds is a range rounded outwards', (low, high, english, russian) => {
  expect(space(en.range(low, high))).toBe(english);
  expect(space(ru.range(low, high))).toBe(russian);
});

test.each([
  ['1998', '1998'],
  ['1998-03', 'March 1998'],
  ['1998-03-01', 'Mar 1, 1998'],
  ['1998~', '1998~'],
  ['1998/2001', '1998/2001'],
  ['1998-13', '1998-13'],
])('EDTF %s reads %s', (date, shown) => {
  expect(en.edtf(date)).toBe(shown);
});

test('Russian dates carry no stray "г."', () => {
  expect(ru.edtf('1998-03')).toBe('март 1998');
  expect(ru.edtf('1998-03-01')).toBe('1 мар. 1998');
});

test('a moment is as long ago as its largest whole unit, and never in the future by a slow clock', () => {
  const now = Date.parse('2026-01-02T00:00:00Z');
  expect(en.ago('2026-01-01T23:59:30Z', now)).toBe('30 sec. ago');
  expect(en.ago('2026-01-01T22:30:00Z', now)).toBe('1 hr. ago');
  expect(en.ago('2026-01-02T00:00:20Z', now)).toBe('now');
});

test('a duration names two units while the first is small', () => {
  expect(en.duration(42)).toBe('42 sec');
  expect(en.duration(3 * 3600 + 300)).toBe('3 hr 5 min');
  expect(en.duration(12 * 60 + 30)).toBe('12 min');
});

test('a language tag that is none is shown as it is', () => {
  expect(en.language('ru')).toBe('Russian');
  expect(en.language('not a tag')).toBe('not a tag');
});
