/** What `variorum sources new` writes: a source that reads the title of one saved page, and a test beside it. */
import { load } from 'cheerio';
import { label } from '../sources/reading/text.ts';

export type Scaffold = {
  name: string;
  /** `quests-example` is exported as `questsExample`. */
  exported: string;
  url: URL;
  /** Where the title stands: a CSS selector, or a key of JSON. */
  title: { kind: 'html'; selector: string } | { kind: 'json'; key: string };
  extension: 'html' | 'json' | 'xml';
};

const titleSelectors = ['[itemprop="name"]', 'h1', 'h2', 'title'];
const titleKeys = ['title', 'name'];

/** Looks where the page has its title; null when no place is known. */
export function findTitle(text: string): { title: Scaffold['title']; extension: Scaffold['extension'] } | null {
  const json = parse(text);
  if (json !== undefined) {
    const key = titleKeys.find((name) => typeof json[name] === 'string' && String(json[name]).trim() !== '');
    return key ? { title: { kind: 'json', key }, extension: 'json' } : null;
  }
  const $ = load(text);
  const selector = titleSelectors.find((each) => label($(each).first().text()) !== '');
  const extension = text.trimStart().startsWith('<?xml') ? 'xml' : 'html';
  return selector ? { title: { kind: 'html', selector }, extension } : null;
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The query names the game where there is one, else the last part of the path; whatever stands before it is the site's form. */
function form({ url }: Scaffold): string {
  const path = url.search ? url.pathname : url.pathname.replace(/[^/]*\/?$/, '');
  const slash = url.pathname.endsWith('/') && url.pathname !== '/' ? '\\/?' : '';
  const escaped = `${url.host.replace(/^www\./, '')}${path}`.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return `/^https?:\\/\\/(?:www\\.)?${escaped}${url.search ? '\\?([^#]+)' : `([^/?#]+)${slash}`}/`;
}

export function sourceText(scaffold: Scaffold): string {
  const { name, exported, url, title } = scaffold;
  const html = title.kind === 'html';
  const place = html ? title.selector : title.key;
  const reading = html
    ? `  const page = openPage(text);
  if (page.kind === 'broken') return page;
  const { $, read } = page;
  // Name here what is known and not wanted, so that only news stands in \`unread\`.
  page.ignore('nav', 'header', 'footer', 'script');
  const title = label(read($(${quote(place)}).first()).text());
  if (!title) return brokenPage(url, ${quote(`has no title (${place})`)});`
    : `  const game = account(parseJson(text));
  const title = label(game.text(${quote(place)}) ?? '');
  if (!title) return brokenPage(url, ${quote(`has no ${place}`)});`;
  const imports = html
    ? `import { brokenPage } from './reading/broken-page.ts';
import { openPage } from './reading/html.ts';
import { leaveOutEmpty } from './reading/leave-out-empty.ts';
import { label } from './reading/text.ts';`
    : `import { account } from './reading/account.ts';
import { brokenPage } from './reading/broken-page.ts';
import { leaveOutEmpty } from './reading/leave-out-empty.ts';
import { label } from './reading/text.ts';`;
  const json = html
    ? ''
    : `
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
`;
  return `/**
 * ${url.host}: say here what a page holds and where, and which documentation or saved pages this was written by.
 */
import type { Extraction, Listing, Page, Source } from '../domain/source.ts';
${imports}

const form = ${form(scaffold)};
const keyOf = (url: string) => form.exec(url)?.[1] ?? null;

export const ${exported}: Source = {
  name: ${quote(name)},
  title: ${quote(url.host)},
  homepage: ${quote(`${url.origin}/`)},
  rank: 40,
  hostDelayMs: 2000,
  provenBy: null,
  claims: (url) => keyOf(url) !== null,
  key: (url) => keyOf(url) ?? url,
  // The listing that names all games; until it is read, pages are imported one by one.
  seeds: () => [],
  list,
  extract,
};

function list({ url }: Page): Listing {
  return brokenPage(url, 'is a listing, and listings are not read yet', 'import pages one by one');
}

function extract({ url, asked = url, text }: Page): Extraction {
${reading}
  const record = leaveOutEmpty({
    source: ${quote(name)},
    url: asked,
    key: keyOf(asked) ?? asked,
    title,
    attributions: [${quote(url.host.replace(/^www\./, ''))}],
  });
  return { kind: 'records', records: [record], unread: ${html ? 'page' : 'game'}.unread() };
}
${json}`;
}

export function testText({ name, exported, url }: Scaffold): string {
  return `import { describe, expect, it } from 'vitest';
import { ${exported} } from './${name}.ts';

describe('the source ${name}', () => {
  const page = ${quote(url.href)};

  it('claims its pages', () => expect(${exported}.claims(page)).toBe(true));

  it('leaves others alone', () => {
    expect(${exported}.claims(${quote(`${url.origin}/`)})).toBe(false);
    expect(${exported}.claims('https://elsewhere.example/')).toBe(false);
  });

  it('says of a page without its title that it is broken', () =>
    expect(${exported}.extract({ url: page, text: '' }).kind).toBe('broken'));
});
`;
}

/** Adds the source to the list of all, import and entry. */
export function withSource(all: string, { name, exported }: Scaffold): string {
  const entry = all.replace(/(sources: readonly Source\[\] = \[)(\s*)/, `$1$2${exported},$2`);
  const imports = [...entry.matchAll(/^import \{ \w+ \} from '\.\/[^']+';$/gm)].map(([line]) => line);
  const line = `import { ${exported} } from './${name}.ts';`;
  const place = (each: string) => each.slice(each.indexOf("'"));
  const next = imports.find((each) => place(each) > place(line));
  const last = imports.at(-1);
  if (next) return entry.replace(next, `${line}\n${next}`);
  return last ? entry.replace(last, `${last}\n${line}`) : `${line}\n${entry}`;
}

const quote = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
