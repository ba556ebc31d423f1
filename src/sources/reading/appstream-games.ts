/**
 * The games of an AppStream catalogue, whatever form it has: each once, with what was not read counted over all.
 */
import type { GameRecord } from '../../domain/record.ts';
import type { Extraction } from '../../domain/source.ts';
import type { ComponentReading } from './appstream-component.ts';
import { atMost, countUnread } from './count-unread.ts';

/** A component's reading, and where in the document it stands, in words for people. */
export type PlacedReading = { reading: ComponentReading; place: string };

/** Only when nothing can be read, and something is wrong, is the whole document broken. */
export function gatherGames(url: string, readings: Iterable<PlacedReading>, troubles: string[]): Extraction {
  const records = new Map<string, GameRecord>();
  const unread: string[] = [];
  for (const { reading, place } of readings) {
    if (reading.kind === 'unusable') troubles.push(`${place}: ${reading.reason}`);
    if (reading.kind !== 'game') continue;
    const { key } = reading.record;
    if (records.has(key)) troubles.push(`${place}: it is named a second time, the first one stands`);
    else records.set(key, reading.record);
    unread.push(...reading.unread);
  }
  if (records.size === 0 && troubles[0] !== undefined) {
    return { kind: 'broken', reason: `No game can be read from ${url}: ${troubles[0]}.` };
  }
  return { kind: 'records', records: [...records.values()], unread: [...countUnread(unread), ...atMost(troubles)] };
}
