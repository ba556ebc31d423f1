/** The title a payload carries, wherever its kind of event keeps it; null when it has none. */
import type { EventRow } from '../../../src/api/contract.ts';

const places = [['title'], ['record', 'title'], ['set', 'title', 'value'], ['fields', 'title', 'value']];

export function titleOf(payload: EventRow['payload']): string | null {
  for (const path of places) {
    const found = path.reduce<unknown>((value, name) => part(value, name), payload);
    if (typeof found === 'string') return found;
  }
  return null;
}

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
