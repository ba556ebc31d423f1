/** `npm run bench -- [NAME …] [--json]`: measures, compares within one run, and holds the ratios to their bars. */
import { api } from './api.ts';
import { append } from './append.ts';
import type { Bench, Figure } from './figures.ts';
import { importing } from './import.ts';
import { rebuilding } from './rebuild.ts';
import { withServer } from './server.ts';

const benches: Record<string, Bench> = { append, rebuild: rebuilding, import: importing, api };

const args = process.argv.slice(2);
const asJson = args.includes('--json');
const names = args.filter((arg) => !arg.startsWith('--'));
const unknown = names.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}

const results: Record<string, Figure[]> = {};
await withServer(async (server) => {
  for (const name of names.length > 0 ? names : Object.keys(benches)) {
    process.stderr.write(`${name} …\n`);
    results[name] = (await benches[name]?.(server)) ?? [];
  }
});

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
        `  ${what.padEnd(52)} ${value.toLocaleString('en', { maximumFractionDigits: 2 }).padStart(12)} ${unit}${held}`,
      );
    }
  }
  console.log('');
}
console.log(JSON.stringify({ node: process.versions.node, benches: results, pass }));
process.exit(pass ? 0 : 1);
