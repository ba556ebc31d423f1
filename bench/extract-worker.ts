/** One source's part of the extraction bench, in an isolate of its own: no other source's pages shape the code it runs. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadFixtures, read } from '../src/sources/load-fixtures.ts';
import { median } from './figures.ts';
import { growPage } from './grow-page.ts';

const { source, size } = workerData as { source: string; size: number };
/** Pages that were written to be odd come last: a large page is one like most. */
const oddness = ({ name }: { name: string }) => (/odd|hostile|broken|trouble|twice/.test(name) ? 1 : 0);

const own = (await loadFixtures())
  .filter((each) => each.source.name === source && each.as === 'page' && each.expect.kind === 'records')
  .sort((left, right) => oddness(left) - oddness(right) || right.page.text.length - left.page.text.length);

for (const fixture of own) {
  const text = growPage(fixture.page.text, size);
  // Grown, it must still be the page of a game, else breaking would be measured.
  if (text === null || read(fixture, text).kind !== 'records') continue;
  parentPort?.postMessage({ length: text.length, ms: median(() => read(fixture, text)) });
  break;
}
