/**
 * `npm run fuzz -- [--pages N] [--seed N] [--source NAME] [--json]`: reads N damaged pages, spread over all sources, and
 * tells whether a source threw, hung, or returned what may not be kept. The first page of each failure is saved, made as
 * small as it still fails. The same seed gives the same pages.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { damagedPage, type Failure, fuzzFixtures, type SourceTally, startOf } from './fuzz-pages.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    source: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log('npm run fuzz -- --pages 100000 --seed 42 --source ifdb --json');
  process.exit(0);
}
const pages = Number(values.pages);
const seed = Number(values.seed);
if (!Number.isSafeInteger(pages) || pages < 1 || !Number.isSafeInteger(seed)) {
  console.error('Give --pages and --seed as whole numbers, as in: npm run fuzz -- --pages 100000 --seed 42');
  process.exit(2);
}
const fixtures = await fuzzFixtures(values.source);
if (fixtures.length === 0) {
  console.error(`There are no saved pages of a source ${values.source}: look at \`variorum sources list\`.`);
  process.exit(2);
}

/** A page that is not read after so long is given up; its worker is ended, for nothing else ends a loop. */
const hangMs = 10_000;
const began = performance.now();
const tallies = new Map<string, SourceTally>();
const failures: Failure[] = [];

for (let next = 0; next < pages; ) next = await work(next);
process.stderr.write('\n');
report();

/** Reads pages from `first` on in a worker; returns where to go on when it ended or was ended. */
async function work(first: number): Promise<number> {
  const shared = new BigInt64Array(new SharedArrayBuffer(8));
  const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), {
    workerData: { first, pages, seed, source: values.source, shared },
  });
  let seen = first;
  let since = performance.now();
  return new Promise((resolve, reject) => {
    const watch = setInterval(() => {
      const at = Math.max(first, Number(shared[0]));
      progress(at);
      if (at !== seen) [seen, since] = [at, performance.now()];
      // The first page comes only after everything is loaded.
      if (performance.now() - since < hangMs + (at === first ? 20_000 : 0)) return;
      clearInterval(watch);
      const { fixture, text } = damagedPage(fixtures, seed, at);
      failures.push({ source: fixture.source.name, index: at, kind: 'hang', what: `read for over ${hangMs} ms`, text });
      void worker.terminate().then(() => resolve(at + 1));
    }, 500);
    worker.on('message', ({ tally, failure }: { tally?: SourceTally[]; failure?: Failure }) => {
      if (failure) failures.push(failure);
      for (const each of tally ?? []) add(each);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      clearInterval(watch);
      if (code === 0) resolve(pages);
    });
  });
}

function progress(at: number): void {
  const passed = (performance.now() - began) / 1000;
  const left = at > 0 ? Math.round((passed / at) * (pages - at)) : 0;
  process.stderr.write(`\r${at} of ${pages} pages, ${failures.length} failures, about ${left} s left   `);
}

function add(each: SourceTally): void {
  const { source } = each;
  const so = tallies.get(source) ?? startOf(source);
  tallies.set(source, {
    source,
    pages: so.pages + each.pages,
    ms: so.ms + each.ms,
    slowestMs: Math.max(so.slowestMs, each.slowestMs),
    broken: so.broken + each.broken,
  });
}

function report(): void {
  const count = (source: string, kind: Failure['kind']) =>
    failures.filter((failure) => failure.source === source && failure.kind === kind).length;
  const sources = [...tallies.values()]
    .sort((left, right) => (left.source < right.source ? -1 : 1))
    .map(({ source, pages: read, ms, slowestMs, broken }) => ({
      source,
      pages: read,
      pagesPerSecond: Math.round(read / (ms / 1000)),
      slowestMs: Math.round(slowestMs),
      brokenShare: Number((broken / read).toFixed(3)),
      throws: count(source, 'throw'),
      hangs: count(source, 'hang'),
      faults: count(source, 'fault'),
    }));
  const saved = save();
  const seconds = Math.round((performance.now() - began) / 1000);
  const result = { seed, pages, seconds, sources, failures: failures.length, saved, pass: failures.length === 0 };
  if (values.json) console.log(JSON.stringify(result));
  else {
    console.table(sources);
    console.log(`seed ${seed}, ${pages} pages in ${seconds} s, ${failures.length} failures`);
    for (const failure of failures.slice(0, 20)) console.log(`${failure.source} ${failure.index}: ${failure.what}`);
    for (const file of saved) console.log(`saved ${file}`);
  }
  process.exit(failures.length === 0 ? 0 : 1);
}

/** The smallest failing page of each source and kind. */
function save(): string[] {
  const smallest = new Map<string, Failure>();
  for (const failure of failures) {
    const key = `${failure.source}-${failure.kind}`;
    if (failure.text.length < (smallest.get(key)?.text.length ?? Number.POSITIVE_INFINITY)) smallest.set(key, failure);
  }
  const folder = join(import.meta.dirname, '../var/fuzz');
  if (smallest.size > 0) mkdirSync(folder, { recursive: true });
  return [...smallest].map(([key, { text, index }]) => {
    const file = join(folder, `${key}-${seed}-${index}.page.txt`);
    writeFileSync(file, text);
    return file;
  });
}
