/** `variorum link` over a real list of releases and its variations: how fast, how its time grows, and against plainer ways. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Bench, seconds } from './figures.ts';
import { similarity, words } from './old-rule.ts';
import { type Record, varied } from './vary-titles.ts';

const list = join(import.meta.dirname, '../../shared/data/matching/scale/mame-softlist.jsonl.gz');
const seed = 20261125;
const small = 10_000;
/** Plainer ways are tried on so many records: they grow with the square, one a good deal faster. */
const plain = 5_000;
const trigram = 20_000;

type Linked = {
  records: number;
  compared: number;
  same: number;
  ask: number;
  /** Of the whole process, as somebody waits for it. */
  seconds: number;
  peakMb: number;
};

export const linking: Bench = async () => {
  if (!existsSync(list)) {
    process.stderr.write(`Skipped: ${list} is not here.\n`);
    return [];
  }
  const real = gunzipSync(readFileSync(list))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record);
  const folder = mkdtempSync(join(tmpdir(), 'bench-link-'));
  try {
    const run = (count: number) => linked(folder, real, count);
    const [first, whole, million] = [await run(small), await run(real.length), await run(1_000_000)];
    const growth = (from: Linked, to: Linked) =>
      Math.log(to.seconds / from.seconds) / Math.log(to.records / from.records);
    const [few, more] = [await run(plain), await run(trigram)];
    const some = [...varied(real, trigram, seed)];
    const trigrams = await seconds(async () => trigramLoop(some));
    const bags = await seconds(async () => oldRule(some.slice(0, plain)));
    const minute = { what: 'records of the real list', unit: 'records/min', bar: { atLeast: 300_000 } };
    return [
      { ...minute, value: (whole.records / whole.seconds) * 60 },
      { what: 'its peak memory', value: whole.peakMb, unit: 'MB', bar: { atMost: 2000 } },
      { what: 'pairs compared a record', value: whole.compared / whole.records, unit: 'pairs' },
      {
        what: 'growth from 10 thousand to a million, n^',
        value: growth(first, million),
        unit: '',
        bar: { atMost: 1.15 },
      },
      { what: 'growth from 10 to 130 thousand, n^', value: growth(first, whole), unit: '' },
      { what: 'a million records', value: million.seconds, unit: 's' },
      { what: 'their peak memory', value: million.peakMb, unit: 'MB' },
      { what: `faster than a trigram loop, ${trigram} records`, value: trigrams / more.seconds, unit: 'times' },
      { what: `faster than the old rule, ${plain} records`, value: bags / few.seconds, unit: 'times' },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};

async function linked(folder: string, real: readonly Record[], count: number): Promise<Linked> {
  const file = join(folder, `${count}.jsonl`);
  const out = createWriteStream(file);
  for (const record of varied(real, count, seed)) {
    if (!out.write(`${JSON.stringify(record)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  process.stderr.write(`  linking ${count.toLocaleString('en')} records, seed ${seed}\n`);
  const child = join(import.meta.dirname, 'link.child.ts');
  const started = performance.now();
  const printed = execFileSync(process.execPath, ['--max-old-space-size=4096', child, file], { maxBuffer: 1e8 });
  const seconds = (performance.now() - started) / 1000;
  rmSync(file);
  return { ...JSON.parse(printed.toString()), seconds } as Linked;
}

/** Every record asks an index of trigrams for the records that share the most, and compares with all of them. */
function trigramLoop(records: readonly Record[]): number {
  const index = new Map<string, number[]>();
  const grams = records.map(({ title }) => {
    const text = `  ${title.toLowerCase()} `;
    return new Set(Array.from({ length: text.length - 2 }, (_, at) => text.slice(at, at + 3)));
  });
  let pairs = 0;
  for (const [record, own] of grams.entries()) {
    const shared = new Map<number, number>();
    for (const gram of own) for (const other of index.get(gram) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    for (const [other, common] of shared) {
      if (common / (own.size + (grams[other]?.size ?? 0) - common) > 0.7) pairs += 1;
    }
    for (const gram of own) index.set(gram, [...(index.get(gram) ?? []), record]);
  }
  return pairs;
}

/** Bags of words, all with all, as the importer did that we replace. */
function oldRule(records: readonly Record[]): number {
  let pairs = 0;
  for (const [index, { title }] of records.entries()) {
    if (words(title).size === 0) continue;
    for (let other = 0; other < index; other++) if (similarity(title, records[other]?.title ?? '') > 0.9) pairs += 1;
  }
  return pairs;
}
