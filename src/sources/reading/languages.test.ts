import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessLanguage, languageTag, languageTags } from './languages.ts';

describe('a language', () => {
  it.each([
    ['en', 'en'],
    ['pt_BR', 'pt-BR'],
    ['EN-us', 'en-US'],
    ['jp', 'ja'],
    ['ua', 'uk'],
    ['sr@latin', 'sr-Latn'],
    ['ca@valencia', 'ca-valencia'],
    ['de_DE.UTF-8', 'de-DE'],
    ['zh-Hans', 'zh-Hans'],
    ['C', 'en'],
    ['deu', 'de'],
    ['ger', 'de'],
    ['iw', 'he'],
  ])('is known by the code %s: %s', (text, expected) => expect(languageTag(text)).toBe(expected));

  it.each([
    ['English', 'en'],
    ['english (US)', 'en'],
    ['Castilian', 'es'],
    ['Brazilian Portuguese', 'pt-BR'],
    ['русский', 'ru'],
    ['Русский язык', 'ru'],
    ['украинский', 'uk'],
    ['Deutsch', 'de'],
    ['українська мова', 'uk'],
  ])('is known by the name %s: %s', (text, expected) => expect(languageTag(text)).toBe(expected));

  it.each(['', 'xx', 'und', 'mul', 'Elvish of some kind', 'constructor', '__proto__', 'en-XA', '<en>'])(
    '“%s” is none',
    (text) => expect(languageTag(text)).toBeNull(),
  );

  it('makes no text throw', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => languageTag(text) === null || Intl.getCanonicalLocales(languageTag(text) ?? '').length === 1,
      ),
    );
  });
});

describe('a list of languages', () => {
  it.each([
    ['English, Castilian (en, es)', ['en', 'es']],
    ['French, English (fr, en)', ['fr', 'en']],
    ['Russian (ru)', ['ru']],
    ['English (en-US)', ['en-US']],
    ['English and German', ['en', 'de']],
    ['русский, английский', ['ru', 'en']],
    ['en', ['en']],
    ['en, en', ['en']],
    ['Portuguese (Brazil)', ['pt-BR']],
    ['nonsense', []],
    ['', []],
  ])('%s → %j', (text, expected) => expect(languageTags(text)).toEqual(expected));
});

describe('the language of a text, by its letters', () => {
  it.each([
    ['Смотрителя нет, а свет горит.', 'ru'],
    ['Їжак і ґава живуть у лісі.', 'uk'],
    ['Ён прыйшоў у горад і знік.', 'be'],
    ['Играйте в INSTEAD.', 'ru'],
    ['A lighthouse on no map.', null],
    ['The Маяк of many words in English', null],
    ['Волим те, љубави.', null],
    ['2018 …', null],
    ['', null],
  ])('%s: %s', (text, expected) => expect(guessLanguage(text)).toBe(expected));
});
