/**
 * What links about people lead to, in the rules and order of the importer we replace, quirks included: the pictures'
 * letter case counts, patterns have no end, and the members of apero.ru are known by the encoded address alone.
 */
import type { PersonUrlCategory } from '../../domain/person.ts';
import type { UrlRule } from './url-rules.ts';

export const personRules: readonly UrlRule<PersonUrlCategory>[] = [
  { host: ['apero.ru', 'forum.ifiction.ru', 'ifhub.club'], path: '/?$', query: '$', category: null, description: '' },
  { host: ['ifiction.ru', 'ifwiki.ru'], path: '/?$', query: '$', category: null, description: '' },
  { host: 'kril.ifiction.ru', category: null, description: '' },
  { host: ['plut.info', 'qsp.su', 'rilarhiv.ru'], path: '/?$', query: '$', category: null, description: '' },
  { host: ['storymaze.ru', 'urq.plut.info'], path: '/?$', query: '$', category: null, description: '' },
  { host: ['www.youtube.com', 'youtu.be', 'youtube.com'], path: '/?$', query: '$', category: null, description: '' },
  { path: '.*\\.(png|jpg|gif|bmp|jpeg)', category: 'avatar', description: 'Изображение' },
  { host: 'ifwiki.ru', category: 'other_site', description: 'Страница на IfWiki' },
  {
    host: 'apero.ru',
    path: '.*/%D0%A3%D1%87%D0%B0%D1%81%D1%82%D0%BD%D0%B8%D0%BA%D0%B8/',
    category: 'other_site',
    description: 'Страница на Аперо',
  },
  { host: 'twitter.com', category: 'social', description: 'Страница в Твиттере' },
  { host: '@.+\\.ifiction\\.ru', path: '/?$', category: 'personal_page', description: 'Блог на ifiction.ru' },
  { host: 'vk.com', category: 'social', description: 'Страница вКонтакте' },
];
