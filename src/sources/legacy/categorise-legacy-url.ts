/**
 * The old importer's two sorters of links, one for games and one for people, with what they returned: a dropped link
 * stays, without category, and addresses stay as they are written.
 */
import { personUrlCategoryByWords } from '../reading/categorise-person-url.ts';
import { compileUrlRules, type UrlRule } from '../reading/url-rules.ts';
import { contractRules } from '../reading/url-rules-contract.ts';
import { personRules } from '../reading/url-rules-person.ts';
import type { LegacyUrl } from './legacy-record.ts';
import { hostName, joinUrl, splitUrl } from './url-parts.ts';

export type LegacyLink = { url: string; description?: string; base?: string; forced?: string };

/** No real address is longer; patterns are not tried on more. */
const mostPath = 4000;

export const categoriseGameUrl = sorter<string>(contractRules, wordsOfGame);
export const categoriseAuthorUrl = sorter<string>(personRules, personUrlCategoryByWords);

function sorter<Category extends string>(
  rules: readonly UrlRule<Category>[],
  byWords: (description: string) => string,
): (link: LegacyLink) => LegacyUrl {
  const search = compileUrlRules(rules);
  // An address without host passes every host that is a pattern.
  const hostless = compileUrlRules(
    rules.flatMap(({ host, ...rule }) => (host === undefined || String(host).startsWith('@') ? [rule] : [])),
  );
  return ({ url: written, description = '', base = '', forced }) => {
    const given = description === written ? '' : description;
    const url = base === '' ? written : joinUrl(base, written);
    const parts = splitUrl(url);
    const hostname = hostName(parts);
    const address = {
      hostname,
      pathname: parts.path.slice(0, mostPath),
      search: `?${(parts.query ?? '').slice(0, mostPath)}`,
    };
    const rule = (hostname === '' ? hostless : search)(address);
    const category = forced ?? (rule ? rule.category : byWords(given));
    return { urlcat_slug: category, description: given || rule?.description || url, url };
  };
}

function wordsOfGame(description: string): string {
  const words = description.toLowerCase();
  if (words === 'играть онлайн') return 'play_online';
  if (words.includes('скачать')) return 'download_landing';
  return words.includes('обсуждение') ? 'forum' : 'unknown';
}

/** Whether some rule knows the address; where none did, the importer failed on a link without words. */
export const isKnownGameUrl = (url: string): boolean => categoriseGameUrl({ url }).urlcat_slug !== 'unknown';
