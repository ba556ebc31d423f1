/** `variorum extract --parity`: what the old importer read in a saved page, in its own words. */
import type { LookUp } from '../sources/legacy/legacy-record.ts';
import { legacySources } from '../sources/legacy/legacy-sources.ts';
import { quoteUrl } from '../sources/legacy/python-text.ts';
import { isRilarhivListing, readRilarhivListing } from '../sources/legacy/rilarhiv.ts';
import { type As, besideFiles, type ExtractOptions, readText } from './saved-page.ts';
import { clean, json, say } from './screen.ts';
import { Unusable } from './session.ts';

type Reading = (text: string, lookUp: LookUp) => unknown;

/** Prints the old importer's result: a record, a person, or the addresses of a list that begins with this page. */
export async function extractAsBefore(url: string, options: ExtractOptions): Promise<0> {
  const read = readingOf(url, options.as);
  const text = await readText(options.from, options.contentType);
  const beside = await besideFiles(options.beside);
  const known = new Map([[url, text], ...[...beside].map(([address, page]) => [address, page.text] as const)]);
  const encoded = new Map([...known].map(([address, page]) => [quoteUrl(address), page]));
  const missing = new Set<string>();
  const result = read(text, (address) => {
    const page = known.get(address) ?? encoded.get(quoteUrl(address));
    if (page === undefined) missing.add(address);
    return page ?? '';
  });
  if (missing.size > 0) {
    const [first, ...others] = missing;
    const more = others.length > 0 ? ` and ${others.join(' and ')}` : '';
    throw new Unusable(
      `The old importer asked ${first}${more} too: save what it answers, and give it as --beside URL=FILE.`,
    );
  }
  if (options.json) json(result);
  else for (const line of readable(result)) say(line);
  return 0;
}

function readingOf(url: string, as: As | undefined): Reading {
  if (isRilarhivListing(url)) return (text) => readRilarhivListing(url, text);
  const listed = legacySources.find(({ listing }) => listing === url);
  if (listed) return (_, lookUp) => listed.list(lookUp);
  const source = as === 'person' ? undefined : legacySources.find((each) => each.claims(url));
  const people = legacySources.find((each) => each.people?.claims(url))?.people;
  if (people && (!source || (as === undefined && isNamedAsPerson(url)))) {
    return (text, lookUp) => people.read(url, text, lookUp);
  }
  if (source) return (text, lookUp) => source.read(url, text, lookUp);
  throw new Unusable(
    `None of the old importer's eight sources reads ${url} as a ${as ?? 'page'}; docs/parity.md names them.`,
  );
}

/** The old wiki source took any page for either; the wiki itself has a namespace for people. */
const isNamedAsPerson = (url: string) => /ifwiki\.ru\/(?:%D0%90%D0%B2%D1%82%D0%BE%D1%80)(?::|%3A)/i.test(quoteUrl(url));

/** `title: …`, and below a list's name its items, a line each. */
function readable(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(onOneLine);
  return Object.entries(Object(value) as Record<string, unknown>).flatMap(([field, each]) => {
    if (typeof each !== 'object') return `${field}: ${String(each)}`.split('\n').map(clean);
    const items = Array.isArray(each) ? each.map(onOneLine) : readable(each);
    return [`${field}:`, ...items.map((item) => `  ${item}`)];
  });
}

function onOneLine(item: unknown): string {
  if (typeof item !== 'object' || item === null) return clean(String(item));
  return clean(
    Object.values(item)
      .map((each) => (each === null ? '–' : String(each)))
      .join('  '),
  );
}
