/**
 * A record says only what is known: unknown values and empty lists are left out, not written down.
 */
import type { GameRecord } from '../../domain/record.ts';

/** A record in the making: every field is named, any may still be unknown or empty. */
export type UnfinishedRecord = Pick<GameRecord, 'source' | 'url' | 'key' | 'title'> & {
  [Field in keyof GameRecord]: GameRecord[Field] | undefined;
};

/** The same record without what is undefined or an empty list. */
export function leaveOutEmpty(record: UnfinishedRecord): GameRecord {
  const known: Record<string, unknown> = {};
  for (const field in record) {
    const value = record[field as keyof GameRecord];
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) known[field] = value;
  }
  return known as GameRecord;
}
