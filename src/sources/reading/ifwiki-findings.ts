/**
 * What a page of ifwiki.ru says of its game or person, gathered while it is read: credits, tags, links.
 */
import type { Credit, Tag } from '../../domain/record.ts';
import { fileAddress, type IfwikiPage, linkedPage } from './ifwiki-address.ts';
import type { IfwikiLink } from './ifwiki-links.ts';
import { cut, label, line } from './text.ts';
import { wikiPath } from './wiki-title.ts';
import { plainWikitext } from './wikitext.ts';

/** A link to the web or to a file of the wiki, not yet sorted. */
export type FoundLink = {
  url: string;
  description: string;
  /** A picture that the page shows; `avatar` when it stands beside the text. */
  picture?: boolean;
  avatar?: boolean;
  file?: boolean;
  abroad?: boolean;
};

export type Findings = {
  /** Values of `game info`; null when the page has none. */
  info: ReadonlyMap<string, string> | null;
  credits: Credit[];
  tags: Tag[];
  links: FoundLink[];
  /** Names of categories, in lower case. */
  categories: string[];
  unread: string[];
};

/** Notes what a link says. `description` is that of the list item it makes up. */
export function keepLink(link: IfwikiLink, page: IfwikiPage, found: Findings, description?: string): void {
  const words = description ?? plainWikitext(link.label ?? '');
  const name = label(plainWikitext(link.name), 200);
  switch (link.kind) {
    case 'credit':
      addCredit(found, { role: link.role, name: label(words, 200) || name }, linkedPage(link.name, page)?.url);
      return;
    case 'file': {
      const { picture, avatar } = link;
      found.links.push({ url: fileAddress(name, page), description: words, picture, avatar, file: true });
      return;
    }
    case 'theme':
      if (name !== '') found.tags.push({ category: 'tag', name });
      return;
    case 'abroad': {
      const url = `http://ifwiki.org/index.php/${wikiPath(name)}`;
      found.links.push({ url, description: words, abroad: true });
      return;
    }
    case 'category':
      found.categories.push(name.toLowerCase());
      return;
    case 'unknown':
      found.unread.push(cut(`link ${line(link.role)}: ${name}`, 80));
      return;
    case 'page':
      return;
  }
}

/** A real page names some dozens. */
const mostCredits = 500;

/** Adds who did something, each once in each role. */
export function addCredit(found: Findings, { role, name }: Credit, url?: string): void {
  if (found.credits.length >= mostCredits) return;
  const isKnown = found.credits.some((known) => known.role === role && known.name === name && known.url === url);
  if (name !== '' && !isKnown) found.credits.push({ role, name, ...(url !== undefined && { url }) });
}
