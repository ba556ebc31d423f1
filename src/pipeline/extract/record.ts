/**
 * The last look at a record before it becomes a fact: what a source must never return is put right here
 * and said in `unread`, so that nothing is lost silently.
 */
import { createHash } from 'node:crypto';
import { canonical } from '../../domain/canonical.ts';
import type { GameRecord, GameUrl } from '../../domain/record.ts';

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

/** PostgreSQL keeps neither U+0000 nor halves of surrogate pairs; one of them would lose the whole batch. */
function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').toWellFormed() as T;
  if (Array.isArray(value)) return value.map(wellFormed) as T;
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wellFormed(inner)])) as T;
  }
  return value;
}

/** Change is judged on this: the hash of the record, not of the page. */
export const recordHash = (record: GameRecord): string => createHash('sha256').update(canonical(record)).digest('hex');
