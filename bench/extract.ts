/** Extraction alone, on one core: large pages of every source, and HTML to Markdown against turndown on the same pages. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import TurndownService from 'turndown';
import { loadFixtures } from '../src/sources/load-fixtures.ts';
import { htmlToMarkdown } from '../src/sources/reading/markdown.ts';
import { type Bench, type Figure, median } from './figures.ts';
import { growPage, makeHtml } from './grow-page.ts';

const size = 50_000;
/** Wikitext is read by more rules than HTML. */
const barOf = (source: string) => (source === 'ifwiki' ? 100 : 300);

export const extracting: Bench = async () => {
  const fixtures = (await loadFixtures()).filter(({ as, expect }) => as === 'page' && expect.kind === 'records');
  const figures: Figure[] = [];
  for (const source of [...new Set(fixtures.map((each) => each.source.name))].sort()) {
    const { length, ms } = await measure(source);
    const what = `${source}, ${Math.round(length / 1000)} kB`;
    figures.push({ what, value: 1000 / ms, unit: 'pages/s', bar: { atLeast: barOf(source) } });
  }
  const html = fixtures
    .filter(({ page }) => /^\s*<(!doctype html|html)/i.test(page.text))
    .map(({ page }) => growPage(page.text, size) ?? page.text);
  return [...figures, ...conversion([makeHtml(size), makeHtml(5000), ...html.slice(0, 20)])];
};

async function measure(source: string): Promise<{ length: number; ms: number }> {
  const worker = new Worker(new URL('./extract-worker.ts', import.meta.url), { workerData: { source, size } });
  let measured: { length: number; ms: number } | undefined;
  worker.on('message', (message) => {
    measured = message;
  });
  await once(worker, 'exit');
  if (!measured) throw new Error(`No saved page of ${source} could be grown to ${size} characters and read.`);
  return measured;
}

/** Both convert each page in turn, so that a drift of the machine shows in neither. */
function conversion(pages: string[]): Figure[] {
  const turndown = new TurndownService();
  const times = pages.map((page) => ({
    ours: median(() => htmlToMarkdown(page, 'https://a.example/'), 3),
    theirs: median(() => turndown.turndown(page), 3),
  }));
  const ours = times.reduce((sum, time) => sum + time.ours, 0) / pages.length;
  const theirs = times.reduce((sum, time) => sum + time.theirs, 0) / pages.length;
  return [
    { what: `HTML to Markdown, ${pages.length} pages`, value: ours, unit: 'ms a page' },
    { what: 'turndown on the same pages', value: theirs, unit: 'ms a page' },
    { what: 'times as fast as turndown', value: theirs / ours, unit: '', bar: { atLeast: 1 } },
  ];
}
