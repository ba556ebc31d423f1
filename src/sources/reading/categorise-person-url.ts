/**
 * What a link on a person's page leads to: by the rules of the importer we replace, failing these by the link's words.
 */
import type { PersonUrlCategory } from '../../domain/person.ts';
import { cut, line } from './text.ts';
import { compileUrlRules } from './url-rules.ts';
import { personRules } from './url-rules-person.ts';
import { webLink } from './web-link.ts';

const byRule = compileUrlRules(personRules);

export type PersonLink = {
  url: string;
  description?: string | undefined;
  /** The page the link stands on. */
  base?: string;
  /** Overrides the category, not the description. */
  forced?: PersonUrlCategory;
};

/** Sorts a link; null when it is to be dropped: a front page, or no address a reader can follow. */
export function categorisePersonUrl(
  link: PersonLink,
): { category: PersonUrlCategory; url: string; description: string } | null {
  const url = webLink(link.url, link.base);
  if (url === null) return null;
  const written = line(link.description ?? '');
  const given = written === link.url || written === url ? '' : written;
  const rule = byRule(new URL(url));
  const category = link.forced ?? (rule ? rule.category : personUrlCategoryByWords(given));
  if (category === null) return null;
  return { category, url, description: given || rule?.description || cut(url, 1000) };
}

/** What a link's words say it is. */
export function personUrlCategoryByWords(description: string): PersonUrlCategory {
  const words = description.toLowerCase();
  if (words === 'интервью') return 'interview';
  return words.includes('сайт') || words.includes('блог') ? 'personal_page' : 'other';
}
