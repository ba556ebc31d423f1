/**
 * What a link about a game leads to: by the rules of the importer we replace, failing these by its words, and only then
 * by what we know of the world's sites, so that what the old importer knew stays as it was.
 */
import type { GameUrl, UrlCategory } from '../../domain/record.ts';
import { cut, line } from './text.ts';
import { compileUrlRules } from './url-rules.ts';
import { contractRules } from './url-rules-contract.ts';
import { worldRules } from './url-rules-world.ts';
import { webLink } from './web-link.ts';

const byContract = compileUrlRules(contractRules);
const byWorld = compileUrlRules(worldRules);

export type Link = {
  url: string;
  description?: string | undefined;
  /** The page the link stands on. */
  base?: string;
  /** Overrides the category, not the description. */
  forced?: UrlCategory;
};

/** Sorts a link; null when it is to be dropped: a front page, or no address a reader can follow. */
export function categorise(link: Link): { category: UrlCategory; url: string; description: string } | null {
  const url = webLink(link.url, link.base);
  if (url === null) return null;
  const written = line(link.description ?? '');
  const given = written === link.url || written === url ? '' : written;
  const parsed = new URL(url);
  const known = byContract(parsed);
  const words = known ? 'unknown' : byWords(given.toLowerCase());
  const rule = known ?? (words === 'unknown' ? byWorld(withoutWww(parsed)) : undefined);
  const category = link.forced ?? (rule ? rule.category : words);
  if (category === null) return null;
  return { category, url, description: given || rule?.description || cut(url, 1000) };
}

const withoutWww = ({ hostname, pathname, search }: URL) => ({
  hostname: hostname.replace(/^www\./, ''),
  pathname,
  search,
});

function byWords(description: string): UrlCategory {
  if (description === 'играть онлайн') return 'play_online';
  if (description.includes('скачать')) return 'download_landing';
  return description.includes('обсуждение') ? 'forum' : 'unknown';
}

/** Each address once per category, the first description stands. */
export function uniqueLinks(links: (GameUrl | null)[]): GameUrl[] {
  const unique = new Map<string, GameUrl>();
  for (const link of links) {
    const key = `${link?.category} ${link?.url}`;
    if (link && !unique.has(key)) unique.set(key, link);
  }
  return [...unique.values()];
}
