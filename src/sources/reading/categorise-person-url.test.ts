import { describe, expect, it } from 'vitest';
import { categorisePersonUrl } from './categorise-person-url.ts';
import { personRules } from './url-rules-person.ts';

const categoryOf = (url: string, description?: string) => categorisePersonUrl({ url, description })?.category ?? null;

describe('a link on a person’s page is sorted by its address', () => {
  it.each([
    ['https://ifwiki.ru/Имя', 'other_site'],
    ['https://apero.ru/Участники/Имя', 'other_site'],
    ['https://apero.ru/Имя', 'other'],
    ['https://twitter.com/x', 'social'],
    ['https://vk.com/x', 'social'],
    ['https://vera.ifiction.ru/', 'personal_page'],
    ['https://vera.ifiction.ru/post', 'other'],
    ['https://x.example/a.jpg', 'avatar'],
    ['https://x.example/a.JPG', 'other'],
    ['https://ifwiki.ru/files/a.png', 'avatar'],
    ['https://x.example/', 'other'],
  ])('%s: %s', (url, expected) => expect(categoryOf(url)).toBe(expected));

  it.each(['https://apero.ru/', 'http://youtu.be', 'http://kril.ifiction.ru/any?thing', 'http://ifiction.ru/'])(
    'drops the front page %s',
    (url) => expect(categorisePersonUrl({ url })).toBeNull(),
  );
});

describe('where the address says nothing, the words do', () => {
  it.each([
    ['Интервью', 'interview'],
    ['Интервью с автором', 'other'],
    ['Личный сайт', 'personal_page'],
    ['Блог', 'personal_page'],
    ['', 'other'],
  ])('“%s”: %s', (description, expected) => expect(categoryOf('https://x.example/y', description)).toBe(expected));
});

describe('the result', () => {
  it('has the given description, else the rule’s, else the address', () => {
    expect(categorisePersonUrl({ url: 'https://vk.com/x', description: ' Вера ' })?.description).toBe('Вера');
    expect(categorisePersonUrl({ url: 'https://vk.com/x' })?.description).toBe('Страница вКонтакте');
    expect(categorisePersonUrl({ url: 'https://x.example/y' })?.description).toBe('https://x.example/y');
  });

  it('is absolute, and may have its category forced', () => {
    expect(categorisePersonUrl({ url: '../a.jpg', base: 'https://x.example/b/c', forced: 'other' })).toEqual({
      category: 'other',
      url: 'https://x.example/a.jpg',
      description: 'Изображение',
    });
  });

  it.each(['javascript:alert(1)', 'mailto:a@b.example', '', `http://a.example/${'x'.repeat(2000)}`])(
    'is nothing when no reader can follow the address: %s',
    (url) => expect(categorisePersonUrl({ url })).toBeNull(),
  );
});

it('rules are data', () => expect(JSON.parse(JSON.stringify(personRules))).toEqual(personRules));
