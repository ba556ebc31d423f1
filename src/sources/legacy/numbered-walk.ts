/**
 * The old importer's walk through numbered listings: on until a page names nothing. It knew no other end; ours has one.
 */
import type { LegacyError, LookUp } from './legacy-record.ts';

/** Far more than any of the sites has. */
export const mostListings = 2000;

/** All addresses of the listings `address(0)`, `address(1)`, …, repeats kept. */
export function walkListings(
  address: (index: number) => string,
  namedIn: (text: string) => string[],
  lookUp: LookUp,
): string[] | LegacyError {
  const found: string[] = [];
  for (let index = 0; index < mostListings; index += 1) {
    const text = lookUp(address(index));
    if (text === null) return { error: 'FETCH_FAILED' };
    const named = namedIn(text);
    if (named.length === 0) break;
    for (const each of named) found.push(each);
  }
  return found;
}
