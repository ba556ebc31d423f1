/** Extraction alone, on one core: large pages of every source, and HTML to Markdown against turndown on the same pages. */
import TurndownService from 'turndown';
import { loadFixtures, read } from '../src/sources/load-fixtures.ts';
import { htmlToMarkdown } from '../src/sources/reading/markdown.ts';
import { type Bench, type Figure, percentile } from './figures.ts';
import { growPage, makeHtml } from './grow-page.ts';

const size = 50_000;
/** Wikitext is read by more rules than HTML. */
const barOf = (source: string) => (source === 'ifwiki' ? 100 : 300);

export const extracting: Bench = async () => {
  const figures: Figure[] = [];
  const html: string[] = [makeHtml(size), makeHtml(5000)];
  const fixtures = (await loadFixtures()).filter(({ as, expect }) => as === 'page' && expect.kind === 'records');
  for (const source of [...new Set(fixtures.map(({ source }) => source.name))].sort()) {
    const own = fixtures.filter((each) => each.source.name === source);
    own.sort((left, right) => right.page.text.length - left.page.text.length);
    const found = own.map((fixture) => ({ fixture, text: growPage(fixture.page.text, size) })).find(isRead);
    if (!found) throw new Error(`No saved page of ${source} could be grown to ${size} characters and read.`);
    const { fixture, text } = found;
    if (/^\s*<!doctype html|^\s*<html/i.test(text)) html.push(text);
    const ms = median(() => read(fixture, text));
    figures.push({
      what: `${source}, ${Math.round(text.length / 1000)} kB`,
      value: 1000 / ms,
      unit: 'pages/s',
      bar: { atLeast: barOf(source) },
    });
  }
  return [...figures, ...conversion(html)];
};

type Grown = { fixture: Awaited<ReturnType<typeof loadFixtures>>[number]; text: string };

/** Grown, it must still be the page of a game, else breaking would be measured. */
const isRead = (each: { fixture: Grown['fixture']; text: string | null }): each is Grown =>
  each.text !== null && read(each.fixture, each.text).kind === 'records';

/** Both convert every page in turn, so that a drift of the machine shows in neither. */
function conversion(pages: string[]): Figure[] {
  const turndown = new TurndownService();
  const ours = pages.map((page) => median(() => htmlToMarkdown(page, 'https://a.example/'), 30));
  const theirs = pages.map((page) => median(() => turndown.turndown(page), 30));
  const sum = (times: number[]) => times.reduce((all, time) => all + time, 0);
  return [
    { what: 'HTML to Markdown, ms a page', value: sum(ours) / pages.length, unit: 'ms' },
    { what: 'turndown on the same pages, ms a page', value: sum(theirs) / pages.length, unit: 'ms' },
    { what: 'times as fast as turndown', value: sum(theirs) / sum(ours), unit: '', bar: { atLeast: 1 } },
  ];
}

function median(work: () => unknown, runs = 100): number {
  for (let warm = 0; warm < runs / 3; warm += 1) work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return percentile(times, 0.5);
}
