import { describe, expect, it } from 'vitest';
import { languageOfLocale } from './locale.ts';

describe('a locale as a language', () => {
  it.each([
    ['C', 'en'],
    ['POSIX', 'en'],
    ['C.UTF-8', 'en'],
    ['ru', 'ru'],
    ['pt_BR', 'pt-BR'],
    ['pt-BR', 'pt-BR'],
    ['de_DE.UTF-8', 'de-DE'],
    ['fr_FR@euro', 'fr-FR'],
    ['zh-hans-cn', 'zh-Hans-CN'],
    ['sr@latin', 'sr-Latn'],
    ['sr_RS@latin', 'sr-Latn-RS'],
    ['sr-Latn', 'sr-Latn'],
    ['sr-ijekavianlatin', 'sr-Latn-ijekavsk'],
    ['sr-ijekavian', 'sr-ijekavsk'],
    ['ca@valencia', 'ca-valencia'],
    ['ca-ES-valencia', 'ca-ES-valencia'],
    ['be-tarask', 'be-tarask'],
    ['en@shaw', 'en-Shaw'],
    ['ua', 'uk'],
    ['mjw', 'mjw'],
  ])('%s is %s', (locale, language) => expect(languageOfLocale(locale)).toBe(language));

  it.each(['en@quot', 'en-quot', 'en@boldquot', 'x-test'])('%s is no language', (locale) => {
    expect(languageOfLocale(locale)).toBeNull();
  });

  it.each(['', 'valencia', 'russian', 'ru@nonsense', '__proto__', 'constructor', '12', 'a'.repeat(9999)])(
    '%j is not understood',
    (locale) => expect(languageOfLocale(locale)).toBeUndefined(),
  );
});
