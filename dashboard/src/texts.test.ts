/** The catalogue: parameters and plurals are put in, both languages ask for the same, and no text is left unused. */
import { expect, test } from 'vitest';
import { en } from './texts/en.ts';
import { ru } from './texts/ru.ts';
import { preferredLanguage, textsFor } from './texts.ts';

const english = textsFor('en');
const russian = textsFor('ru');

test('numbers in texts are written as the language writes them', () => {
  expect(english.t('games.count', { count: 104_233 })).toBe('104,233 games');
  expect(russian.t('games.count', { count: 104_233 })).toBe('104\u00a0233 игры');
});

test.each([
  [1, '1 источник'],
  [3, '3 источника'],
  [11, '11 источников'],
  [21, '21 источник'],
])('Russian plurals: %i', (count, text) => {
  expect(russian.t('sources.count', { count })).toBe(text);
});

test('a word without a name stays itself', () => {
  expect(russian.name('role', 'author')).toBe('Автор');
  expect(russian.name('role', 'wizard')).toBe('wizard');
});

test('the first wanted language that there is', () => {
  expect(preferredLanguage(['de-DE', 'ru-RU', 'en'])).toBe('ru');
  expect(preferredLanguage(['de-DE'])).toBe('en');
});

const parameters = (entry: unknown): string[] =>
  [...new Set(JSON.stringify(entry).match(/\{\w+\}/g))].filter((name) => name !== '{count}').toSorted();

test('each text asks for the same parameters in both languages', () => {
  const keys = Object.keys(en) as (keyof typeof en)[];
  expect(keys.filter((key) => parameters(ru[key]).join() !== parameters(en[key]).join())).toEqual([]);
});

test('every text is used', () => {
  const sources = import.meta.glob<string>(['./**/*.ts', './**/*.tsx', '!./texts/**'], {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const code = Object.values(sources).join('\n');
  expect(Object.keys(en).filter((key) => !code.includes(`'${key}'`))).toEqual([]);
});
