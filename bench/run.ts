/** `npm run bench -- [NAME …] [--json]`: measures, compares within one run, and holds the ratios to their bars. */
import { api } from './api.ts';
import { append } from './append.ts';
import { candidates } from './candidates.ts';
import { extracting } from './extract.ts';
import type { Bench, Figure, Server } from './figures.ts';
import { importing } from './import.ts';
import { linking } from './link.ts';
import { matching } from './match.ts';
import { rebuilding } from './rebuild.ts';
import { withServer } from './server.ts';

const benches: Record<string, Bench> = {
  append,
  rebuild: rebuilding,
  import: importing,
  api,
  extract: extracting,
  link: linking,
  candidates,
  match: matching,
};
/** These need no database. */
const alone = new Set(['extract', 'link', 'match']);

const args = process.argv.slice(2);
const asJson = args.includes('--json');
const names = args.filter((arg) => !arg.startsWith('--'));
const unknown = names.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}

const results: Record<string, Figure[]> = {};
const chosen = names.length > 0 ? names : Object.keys(benches);
const run = async (name: string, server: Server) => {
  process.stderr.write(`${name} …\n`);
  results[name] = (await benches[name]?.(server)) ?? [];
};
const none: Server = { url: '', create: () => Promise.reject(new Error('This bench runs without a database.')) };
for (const name of chosen.filter((each) => alone.has(each))) await run(name, none);
const others = chosen.filter((each) => !alone.has(each));
if (others.length > 0) {
  await withServer(async (server) => {
    for (const name of others) await run(name, server);
  });
}

const all = Object.values(results).flat();
const pass = all.every(
  ({ value, bar }) =>
    bar === undefined ||
    ((bar.atLeast === undefined || value >= bar.atLeast) && (bar.atMost === undefined || value <= bar.atMost)),
);
if (!asJson) {
  for (const [name, figures] of Object.entries(results)) {
    console.log(`\n${name}`);
    for (const { what, value, unit, bar } of figures) {
      const held =
        bar === undefined
          ? ''
          : bar.atLeast !== undefined
            ? `  (at least ${bar.atLeast})`
            : `  (at most ${bar.atMost})`;
      console.log(
        `  ${what.padEnd(52)} ${value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 1 ? 4 : 2 }).padStart(12)} ${unit}${held}`,
      );
    }
  }
  console.log('');
}
console.log(JSON.stringify({ node: process.versions.node, benches: results, pass }));
process.exit(pass ? 0 : 1);
