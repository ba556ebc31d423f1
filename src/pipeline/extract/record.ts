/**
 * The last look at a record before it becomes a fact: what a source must never return is put right here
 * and said in `rejected`, so that nothing is lost silently.
 */
import { createHash } from 'node:crypto';
import { canonical } from '../../domain/canonical.ts';
import type { GameRecord } from '../../domain/record.ts';
import { wellFormed } from '../../domain/well-formed.ts';

const longestUrl = 2000;

/** Returns the record as it may be kept, and what had to be left out. */
export function checked(record: GameRecord): { record: GameRecord; rejected: string[] } {
  const { kept, rejected } = keepable(record.urls ?? []);
  const { urls: _, ...rest } = record;
  return { record: wellFormed({ ...rest, ...(kept.length > 0 && { urls: kept }) }), rejected };
}

/** Links a reader can follow, and what had to be left out. */
export function keepable<Link extends { category: string; url: string }>(
  links: readonly Link[],
): { kept: Link[]; rejected: string[] } {
  const kept: Link[] = [];
  const rejected: string[] = [];
  for (const link of links) {
    const { category, url } = link;
    if (/^https?:\/\//i.test(url) && url.length <= longestUrl && URL.canParse(url)) kept.push(link);
    else rejected.push(`rejected: ${category} address ${url.slice(0, 80)} is not http(s)`);
  }
  return { kept, rejected };
}

/** Addresses that lead to the page stand among those of its game; of several games on it, nobody knows whose they are. */
export function withAliases(records: readonly GameRecord[], aliases: readonly { url: string }[]): GameRecord[] {
  const [only] = records;
  if (!only || records.length > 1 || aliases.length === 0) return [...records];
  const more = aliases
    .filter(({ url }) => url !== only.url && !only.urls?.some((known) => known.url === url))
    .map(({ url }) => ({ category: 'game_page' as const, url }));
  return [{ ...only, urls: [...(only.urls ?? []), ...more] }];
}

/** Change is judged on this: the hash of the record, not of the page. */
export const recordHash = (record: GameRecord): string => createHash('sha256').update(canonical(record)).digest('hex');
