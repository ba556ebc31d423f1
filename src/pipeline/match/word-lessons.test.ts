import { expect, test } from 'vitest';
import { readPairRecord } from './pair-record.ts';
import { learnWords, wordSigns, wordsSay } from './word-lessons.ts';

const record = (title: string) => readPairRecord({ title }, { title: 'title' });

test('the signs of a pair: words of both, of one, and of which', () => {
  expect(wordSigns(record('Quarry Atlas boxed'), record('Quarry Atlas upgrade')).sort()).toEqual(
    ['=quarry', '=atlas', '!boxed', '<boxed', '!upgrade', '>upgrade'].sort(),
  );
});

test('a word that parts pairs is learned, one that does not is not, one seen once is not', () => {
  const pairs = Array.from({ length: 100 }, (_, at) => [
    at % 2 ? '!upgrade' : '!boxed',
    at % 4 < 2 ? '=quarry' : '=atlas',
  ]);
  pairs[0]?.push('!once');
  const labels = Uint8Array.from(pairs, (_, at) => (at % 2 ? 0 : 1));
  const lessons = learnWords(pairs, labels, new Float64Array(100));
  expect(lessons.get('!upgrade')).toBeLessThan(-0.5);
  expect(lessons.get('!boxed')).toBeGreaterThan(0.5);
  expect(Math.abs(lessons.get('=quarry') ?? 0)).toBeLessThan(0.1);
  expect(lessons.has('!once')).toBe(false);
  expect(wordsSay(lessons, ['!upgrade', '!unheard'])).toBe(lessons.get('!upgrade'));
});

test('what is known already is not learned again', () => {
  const pairs = Array.from({ length: 100 }, (_, at) => [at % 2 ? '!upgrade' : '!boxed']);
  const labels = Uint8Array.from(pairs, (_, at) => (at % 2 ? 0 : 1));
  const known = Float64Array.from(labels, (label) => (label ? 6 : -6));
  const most = Math.max(...[...learnWords(pairs, labels, known).values()].map(Math.abs), 0);
  expect(most).toBeLessThan(0.1);
});
