/** What the reading of one page of ifwiki.ru has found so far, and the two ways to read its links: of games, of people. */
import { categoriseAuthorUrl, categoriseGameUrl, isKnownGameUrl, type LegacyLink } from './categorise-legacy-url.ts';
import type { LegacyAuthor, LegacyTag, LegacyUrl } from './legacy-record.ts';
import { quoteName } from './python-text.ts';
import { joinUrl } from './url-parts.ts';

export type Findings = {
  url: string;
  title: string;
  releaseDate: string | undefined;
  authors: LegacyAuthor[];
  tags: LegacyTag[];
  urls: LegacyUrl[];
  /** How a link of the text is sorted. */
  categorise: (link: LegacyLink) => LegacyUrl;
  of: 'game' | 'person';
};

export function findingsOf(url: string, of: Findings['of']): Findings {
  const categorise = of === 'game' ? categoriseGameUrl : categoriseAuthorUrl;
  return { url, title: '', releaseDate: undefined, authors: [], tags: [], urls: [categorise({ url })], categorise, of };
}

/** The reference failed on a page like this as a whole. */
export class PageFailed extends Error {}

export function addUrl(found: Findings, url: string, description: string | undefined): void {
  if (description === undefined && !isKnownGameUrl(joinUrl(found.url, url))) throw new PageFailed(url);
  found.urls.push(found.categorise({ url, base: found.url, ...(description !== undefined && { description }) }));
}

export const addTag = (found: Findings, category: string, tag: string): void =>
  void found.tags.push({ cat_slug: category, tag });

/** A name as the wiki's addresses write it. */
export function wikiQuote(name: string): string {
  const spaced = name.replaceAll(' ', '_');
  const [first = ''] = spaced;
  return quoteName(first.toUpperCase() + spaced.slice(first.length));
}
