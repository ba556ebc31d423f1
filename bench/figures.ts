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
