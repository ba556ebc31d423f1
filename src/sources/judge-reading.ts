/**
 * For tests and the fuzz command: what is wrong with a reading, whatever page it came from.
 */
import type { PersonRecord } from '../domain/person.ts';
import type { Extraction, Listing, Page, PersonReading, Source } from '../domain/source.ts';
import { faultsOf } from './load-fixtures.ts';

type Reading = Extraction | Listing | PersonReading;

/** Empty when the reading may be kept. */
export function wrongsOf(source: Source, reading: Reading): string[] {
  if (reading.kind === 'broken') return /^[^\n]{20,600}\.$/.test(reading.reason) ? [] : [`reason: ${reading.reason}`];
  if (reading.kind === 'moved') return isAddress(reading.to) ? [] : [`moved to ${reading.to}`];
  const unread =
    reading.unread.length > 60 || reading.unread.some((each) => each.length > 300) ? ['unread too long'] : [];
  if (reading.kind === 'listed') {
    const foreign = reading.pages.filter((url) => !source.claims(url)).map((url) => `names a page not its own: ${url}`);
    const next = reading.next.filter((url) => !isAddress(url)).map((url) => `goes on at ${url}`);
    return [...foreign, ...next, ...unread];
  }
  if (reading.kind === 'person') return [...faultsOfPerson(reading.person), ...unread];
  const none = reading.records.length === 0 && !readsCatalogues(source) ? ['no records'] : [];
  return [...none, ...reading.records.flatMap(faultsOf), ...unread];
}

/** A catalogue may hold other programs alone; the page of a game holds a game. */
function readsCatalogues(source: Source): boolean {
  const settings = new Proxy({}, { get: () => 'https://archive.example' });
  return source.seeds(settings).some((seed) => seed.as === 'page');
}

function faultsOfPerson({ name, key, url, urls, biography, ...rest }: PersonRecord): string[] {
  const faults: string[] = [];
  if (name.trim() === '' || key === '') faults.push('a person without name');
  if (biography?.text.includes('<')) faults.push('HTML in a biography');
  if (!JSON.stringify([name, biography, rest]).isWellFormed()) faults.push('ill-formed text');
  const wrong = [url, ...(urls ?? []).map((link) => link.url)].filter((each) => !isAddress(each));
  return [...faults, ...wrong.map((each) => `address ${each}`)];
}

const isAddress = (url: string) => /^https?:\/\/[^/]/.test(url) && URL.canParse(url) && url.length < 2000;

/** Every reader of a source, for a page that none of them may have expected; `beside` is asked first, as in an import. */
export function readEveryWay(source: Source, page: Page): Reading[] {
  const asked = (source.beside?.(page) ?? []).filter((url) => !isAddress(url));
  if (asked.length > 0) throw new Error(`beside names no address: ${asked[0]}`);
  const person = source.people?.extract(page);
  return [source.extract(page), source.list(page), ...(person ? [person] : [])];
}
