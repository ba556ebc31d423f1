/** What a bench reports. Bars are on ratios and sizes taken in one run; absolute rates depend on the machine. */
export type Figure = { what: string; value: number; unit: string; bar?: { atLeast?: number; atMost?: number } };
export type Server = { url: string; create(name: string): Promise<string> };
export type Bench = (server: Server) => Promise<Figure[]>;

export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** What this thread alone spent on a core, in milliseconds: programs beside it take no part in the figure. */
function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Clocks of cores tick as slowly as every 4 ms: so much work is measured at once. */
const batchMs = 120;

/** The median time that a piece of work takes of a core, in milliseconds, over some batches of it. */
export function median(work: () => unknown, batches = 12): number {
  const once = performance.now();
  let runs = 0;
  for (; performance.now() - once < 3 * batchMs; runs += 1) work();
  const each = Math.max(1, Math.round(runs / 3));
  const times = Array.from({ length: batches }, () => {
    const start = spent();
    for (let run = 0; run < each; run += 1) work();
    return (spent() - start) / each;
  });
  return percentile(times, 0.5);
}
