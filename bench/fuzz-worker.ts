/** Reads the pages of a fuzz run apart from its watcher, so that a page that hangs can be given up. */
import { parentPort, workerData } from 'node:worker_threads';
import { damagedPage, type Failure, fuzzFixtures, judge, type SourceTally, smallest, startOf } from './fuzz-pages.ts';

type Work = { first: number; pages: number; seed: number; source: string | undefined; shared: BigInt64Array };
const { first, pages, seed, source, shared } = workerData as Work;

const fixtures = await fuzzFixtures(source);
let tallies = new Map<string, SourceTally>();
/** Of one kind of failure in one source, the first few are made small; the rest are only counted. */
const shrunk = new Map<string, number>();

for (let index = first; index < pages; index += 1) {
  Atomics.store(shared, 0, BigInt(index));
  const { fixture, text } = damagedPage(fixtures, seed, index);
  const { kind, what, ms } = judge(fixture, text);
  const name = fixture.source.name;
  const tally = tallies.get(name) ?? startOf(name);
  tallies.set(name, tally);
  tally.pages += 1;
  tally.ms += ms;
  tally.slowestMs = Math.max(tally.slowestMs, ms);
  if (kind === 'broken') tally.broken += 1;
  else if (kind !== 'fine') fail(index, kind, what, text);
  if (index % 1000 === 0) tell();
}
tell();

function fail(index: number, kind: Failure['kind'], what: string, text: string): void {
  const { fixture } = damagedPage(fixtures, seed, index);
  const key = `${fixture.source.name} ${kind}`;
  const before = shrunk.get(key) ?? 0;
  shrunk.set(key, before + 1);
  const small = before < 3 && kind !== 'hang' ? smallest(fixture, text, kind) : text;
  parentPort?.postMessage({
    failure: { source: fixture.source.name, index, kind, what, text: small } satisfies Failure,
  });
}

/** Told from time to time, so that a worker that must be ended takes little with it. */
function tell(): void {
  parentPort?.postMessage({ tally: [...tallies.values()] });
  tallies = new Map();
}
