/**
 * Every visible text, in English and Russian. `t` puts parameters in, and chooses the plural form by
 * `count`; a missing parameter or a key that one language lacks does not compile.
 */
import { type Format, formatFor } from './format.ts';
import { createKeptStore, useStore } from './store.ts';
import { en } from './texts/en.ts';
import { enNames } from './texts/en-names.ts';
import { ru } from './texts/ru.ts';
import { ruNames } from './texts/ru-names.ts';

export const languages = ['en', 'ru'] as const;
export type Language = (typeof languages)[number];

type English = typeof en;
export type TextKey = keyof English;
type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type ParamNames<Key extends TextKey> = English[Key] extends { other: infer Other }
  ? Names<Other> | 'count'
  : Names<English[Key]>;
type Params<Key extends TextKey> = [ParamNames<Key>] extends [never]
  ? []
  : [params: Record<ParamNames<Key>, string | number>];

export type Texts = {
  language: Language;
  t: <Key extends TextKey>(key: Key, ...params: Params<Key>) => string;
  /** The name of a word of the domain (`role.author`); the word itself when the catalogue has none. */
  name: (kind: string, word: string) => string;
  format: Format;
};

type Entry = string | { readonly [form in Intl.LDMLPluralRule]?: string };
const catalogues = {
  en: { texts: en, names: enNames },
  ru: { texts: ru, names: ruNames },
} satisfies Record<Language, { texts: Record<TextKey, Entry>; names: Record<keyof typeof enNames, string> }>;

export function textsFor(language: Language): Texts {
  const texts: Record<string, Entry> = catalogues[language].texts;
  const names: Record<string, string> = catalogues[language].names;
  const format = formatFor(language);
  const rules = new Intl.PluralRules(language);
  return {
    language,
    format,
    name: (kind, word) => names[`${kind}.${word}`] ?? word,
    t: (key, ...[params]) => {
      const entry = texts[key] ?? key;
      const values: Record<string, string | number> = params ?? {};
      const form = typeof entry === 'string' ? entry : (entry[rules.select(Number(values.count))] ?? entry.other ?? '');
      return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = values[name];
        return value === undefined ? whole : typeof value === 'number' ? format.number(value) : value;
      });
    },
  };
}

const all: Record<Language, Texts> = { en: textsFor('en'), ru: textsFor('ru') };

export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return 'en';
}

const browserLanguages = typeof navigator === 'undefined' ? [] : navigator.languages;
export const languageStore = createKeptStore('variorum.language', languages, preferredLanguage(browserLanguages));

export function useTexts(): Texts {
  return all[useStore(languageStore)];
}
