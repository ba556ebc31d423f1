/**
 * The last look at a record before it becomes a fact: what a source must never return is put right here
 * and said in `unread`, so that nothing is lost silently.
 */
import { createHash } from 'node:crypto';
import { canonical } from '../../domain/canonical.ts';
import type { GameRecord, GameUrl } from '../../domain/record.ts';
import { wellFormed } from '../../domain/well-formed.ts';

const longestUrl = 2000;

/** Returns the record as it may be kept, and what had to be left out. */
export function checked(record: GameRecord): { record: GameRecord; rejected: string[] } {
  const rejected: string[] = [];
  const urls: GameUrl[] = [];
  for (const url of record.urls ?? []) {
    if (/^https?:\/\//i.test(url.url) && url.url.length <= longestUrl && URL.canParse(url.url)) urls.push(url);
    else rejected.push(`rejected: ${url.category} address ${url.url.slice(0, 80)} is not http(s)`);
  }
  return { record: wellFormed({ ...record, ...(record.urls ? { urls } : {}) }), rejected };
}

/** Change is judged on this: the hash of the record, not of the page. */
export const recordHash = (record: GameRecord): string => createHash('sha256').update(canonical(record)).digest('hex');
