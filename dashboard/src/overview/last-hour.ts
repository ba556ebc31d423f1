/** The last sixty minutes, one entry each: the server leaves out minutes in which nothing happened. */
import type { Overview } from '../../../src/api/contract.ts';

type Minute = Overview['throughput'][number];
const minuteMs = 60_000;

/** Ends with the minute of `now`, or with the newest known one where the server's clock is ahead. */
export function lastHour(known: readonly Minute[], now: number): Minute[] {
  const numbered = new Map(known.map((entry) => [Math.floor(Date.parse(entry.minute) / minuteMs), entry]));
  const last = Math.max(Math.floor(now / minuteMs), ...numbered.keys());
  return Array.from({ length: 60 }, (_, index) => {
    const minute = last - 59 + index;
    const { fetched, failed } = numbered.get(minute) ?? { fetched: 0, failed: 0 };
    return { minute: new Date(minute * minuteMs).toISOString(), fetched, failed };
  });
}
