/** ifwiki.ru as the old importer read it, from a page's raw wikitext (contract §4). */
import { findingsOf, PageFailed, wikiQuote } from './ifwiki-findings.ts';
import { ifwikiListing, listIfwiki } from './ifwiki-listing.ts';
import { wikiToMarkdown } from './ifwiki-markdown.ts';
import { takeTemplates } from './ifwiki-templates.ts';
import type { LegacyError, LegacyPerson, LegacyReading, LegacySource, LookUp } from './legacy-record.ts';
import { percentDecode } from './python-text.ts';

const form = /^(https?):\/\/ifwiki\.ru\/([^?]+)/;

export const legacyIfwiki: LegacySource = {
  name: 'ifwiki',
  claims: (url) => form.test(url),
  read,
  listing: ifwikiListing(),
  list: listIfwiki,
  people: { claims: (url) => form.test(url), read: readPerson },
};

/** Where a page's wikitext was asked for. */
export function rawIfwikiAddress(url: string): string {
  const [, scheme = 'http', page = ''] = form.exec(url) ?? [];
  return `${scheme}://ifwiki.ru/index.php?title=${page}&action=raw`;
}

const nameOf = (url: string) => percentDecode(form.exec(url)?.[2] ?? '').replaceAll('_', ' ');

function read(url: string, text: string): LegacyReading {
  const found = findingsOf(url, 'game');
  found.title = nameOf(url);
  try {
    const description = wikiToMarkdown(takeTemplates(`${text}\n`, found), found);
    return {
      priority: 100,
      title: found.title,
      desc: description,
      description_attributions: ['ifwiki.ru'],
      ...(found.releaseDate && { release_date: found.releaseDate }),
      authors: found.authors,
      tags: found.tags,
      urls: found.urls,
    };
  } catch (error) {
    if (error instanceof PageFailed) return { error: 'PARSE_FAILED' };
    throw error;
  }
}

/** The importer had no such guard. */
const mostRedirects = 20;

function readPerson(url: string, text: string, lookUp: LookUp): LegacyPerson | LegacyError {
  const person: LegacyPerson = {};
  let [own, wikitext] = [url, text];
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const [, target] = /^#(?:REDIRECT|ПЕРЕНАПРАВЛЕНИЕ)\s*\[\[([^\]\n]+)\]\]/.exec(wikitext) ?? [];
    if (target === undefined) {
      const found = findingsOf(own, 'person');
      const text = wikiToMarkdown(`${wikitext}\n`, found);
      return { ...person, name: nameOf(own), bio: `${text}\n\n_(описание взято с сайта ifwiki.ru)_`, urls: found.urls };
    }
    own = `http://ifwiki.ru/${wikiQuote(target)}`;
    person.canonical = target;
    person.canonical_url = own;
    const next = lookUp(rawIfwikiAddress(own));
    if (next === null) return {};
    wikitext = next;
  }
  return { error: 'PARSE_FAILED' };
}
