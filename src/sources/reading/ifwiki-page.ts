/**
 * One page of ifwiki.ru, read whole: its text as Markdown, and beside it what its templates and links say of the game
 * or person. What means nothing to us is told in `unread`.
 */

import type { Broken, Moved } from '../../domain/source.ts';
import { brokenPage } from './broken-page.ts';
import { type IfwikiPage, linkedPage } from './ifwiki-address.ts';
import { type Findings, keepLink } from './ifwiki-findings.ts';
import { readIfwikiLink, shownText } from './ifwiki-links.ts';
import { expandIfwikiTemplate } from './ifwiki-templates.ts';
import { cut, line } from './text.ts';
import { plainWikitext, readWikitext, redirectTarget, type WikiReader } from './wikitext.ts';

export type IfwikiReading = Findings & { kind: 'page'; markdown: string };

/** Reads the wikitext of a page; where it only leads to another page, that one. Never throws. */
export function readIfwikiPage(page: IfwikiPage, text: string): IfwikiReading | Moved | Broken {
  if (/^\s{0,99}(?:<!doctype|<html|<\?xml|<head|<body|\{\s{0,9}"error)/i.test(text)) {
    return brokenPage(page.url, 'is no wikitext', 'look at it in a browser, the wiki may be down or ask for a sign-in');
  }
  const target = redirectTarget(text);
  if (target !== null) return redirected(page, target);
  const found: Findings = { info: null, credits: [], tags: [], links: [], categories: [], unread: [] };
  const { markdown, unclosed } = readWikitext(text, pageReader(page, found), page.url);
  found.unread.push(...unclosed.map((beginning) => `template that never ends: ${beginning}`));
  return { kind: 'page', ...found, markdown };
}

function redirected(page: IfwikiPage, target: string): Moved | Broken {
  const to = linkedPage(target, page);
  const advice = 'look which page it should lead to';
  if (to === null) {
    return brokenPage(page.url, `leads to ${cut(line(target), 100)}, no page of a game or person`, advice);
  }
  if (to.full === page.full) return brokenPage(page.url, 'leads back to itself', advice);
  return { kind: 'moved', to: to.url };
}

function pageReader(page: IfwikiPage, found: Findings): WikiReader {
  return {
    template: (template) => expandIfwikiTemplate(template, page, found),
    link(written) {
      const link = readIfwikiLink(written);
      keepLink(link, page, found);
      return shownText(link);
    },
    external: ({ url, label }) => void found.links.push({ url, description: plainWikitext(label) }),
    naming(written) {
      const link = readIfwikiLink(written);
      return { label: link.label ?? link.name, isFile: link.kind === 'file' };
    },
    item({ link, description, others }) {
      for (const other of others) keepLink(readIfwikiLink(other), page, found);
      if ('internal' in link) keepLink(readIfwikiLink(link.internal), page, found, description);
      else found.links.push({ url: link.external.url, description });
      return true;
    },
  };
}
