import { expect, test } from 'vitest';
import { categorisePersonUrl } from './categorise-person-url.ts';

test.each([
  ['https://ifwiki.ru/Автор', '', 'other_site', 'Страница на IfWiki'],
  ['https://ifwiki.ru/files/Vera.jpg', '', 'avatar', 'Изображение'],
  ['https://apero.ru/Участники/Вера', '', 'other_site', 'Страница на Аперо'],
  ['http://vera.ifiction.ru/', '', 'personal_page', 'Блог на ifiction.ru'],
  ['http://vera.ifiction.ru/post', '', 'other', 'http://vera.ifiction.ru/post'],
  ['https://vk.com/vera', 'Вера', 'social', 'Вера'],
  ['http://vera.example.org', 'Личный сайт', 'personal_page', 'Личный сайт'],
  ['http://vera.example.org/', 'Мой блог', 'personal_page', 'Мой блог'],
  ['http://vera.example.org/', 'Интервью', 'interview', 'Интервью'],
  ['http://vera.example.org/', 'Интервью с Верой', 'other', 'Интервью с Верой'],
])('%s «%s» is %s', (url, description, category, told) => {
  expect(categorisePersonUrl({ url, description })).toMatchObject({ category, description: told });
});

test.each(['https://apero.ru/', 'http://kril.ifiction.ru/any?x=1', 'javascript:alert(1)'])('%s is dropped', (url) =>
  expect(categorisePersonUrl({ url })).toBeNull(),
);
