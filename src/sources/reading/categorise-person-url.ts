/**
 * What a link on a person's page leads to: by the rules and order of the importer we replace, and failing these by its
 * words. A rule without category drops links to a site's front page.
 */
import type { PersonUrl, PersonUrlCategory } from '../../domain/person.ts';
import { cut, line } from './text.ts';
import { compileUrlRules, type UrlRule } from './url-rules.ts';
import { webLink } from './web-link.ts';

const frontPages = [
  ...['apero.ru', 'forum.ifiction.ru', 'ifhub.club', 'ifiction.ru', 'ifwiki.ru', 'plut.info', 'qsp.su', 'rilarhiv.ru'],
  ...['storymaze.ru', 'urq.plut.info', 'www.youtube.com', 'youtu.be', 'youtube.com'],
];

export const personRules: readonly UrlRule<PersonUrlCategory>[] = [
  { host: frontPages, path: '/?$', query: '$', category: null, description: '' },
  { host: 'kril.ifiction.ru', category: null, description: '' },
  { path: '.*\\.(png|jpg|gif|bmp|jpeg)', category: 'avatar', description: 'Изображение' },
  { host: 'ifwiki.ru', category: 'other_site', description: 'Страница на IfWiki' },
  {
    host: 'apero.ru',
    path: '.*/%D0%A3%D1%87%D0%B0%D1%81%D1%82%D0%BD%D0%B8%D0%BA%D0%B8/',
    category: 'other_site',
    description: 'Страница на Аперо',
  },
  { host: 'twitter.com', category: 'social', description: 'Страница в Твиттере' },
  {
    host: '@.+\\.ifiction\\.ru',
    path: '/?$',
    query: '$',
    category: 'personal_page',
    description: 'Блог на ifiction.ru',
  },
  { host: 'vk.com', category: 'social', description: 'Страница вКонтакте' },
];
const ruleFor = compileUrlRules(personRules);

export type PersonLink = {
  url: string;
  description?: string | undefined;
  /** The page the link stands on. */
  base?: string;
  /** Overrides the category, not the description. */
  forced?: PersonUrlCategory;
};

/** Sorts a link; null when it is to be dropped: a front page, or no address a reader can follow. */
export function categorisePersonUrl(link: PersonLink): (PersonUrl & { description: string }) | null {
  const url = webLink(link.url, link.base);
  if (url === null) return null;
  const written = line(link.description ?? '');
  const given = written === link.url || written === url ? '' : written;
  const rule = ruleFor(new URL(url));
  const category = link.forced ?? (rule ? rule.category : byWords(given.toLowerCase()));
  if (category === null) return null;
  return { category, url, description: given || rule?.description || cut(url, 1000) };
}

function byWords(description: string): PersonUrlCategory {
  if (description === 'интервью') return 'interview';
  return description.includes('сайт') || description.includes('блог') ? 'personal_page' : 'other';
}
