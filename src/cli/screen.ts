/** Writing for people in a terminal: results on standard output, progress and notes on standard error. */
import type { Run } from '../catalogue/runs.ts';

export const say = (text: string): void => void process.stdout.write(`${text}\n`);
export const note = (text: string): void => void process.stderr.write(`${text}\n`);
export const json = (value: unknown): void => say(JSON.stringify(value, null, 2));
export const jsonLine = (value: unknown): void => say(JSON.stringify(value));

/** A table whose columns are as wide as they must be; control characters of foreign texts are taken out. */
export function table(headers: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = [headers, ...rows].map((row) => row.map((cell) => clean(String(cell ?? '–'))));
  const widths = headers.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Foreign text must not move the cursor or colour the screen. */
export function clean(text: string): string {
  return [...text].map((mark) => (/\p{Cc}/u.test(mark) ? ' ' : mark)).join('');
}

/** On one line and no longer than `most` characters; what is cut says so. */
export function short(text: string, most = 200): string {
  const whole = clean(text);
  return whole.length > most ? `${whole.slice(0, most - 1)}…` : whole;
}

/** An address as people read it: Cyrillic instead of percent signs, where that is still the same address. */
export function readable(url: string): string {
  try {
    return clean(decodeURI(url));
  } catch {
    return clean(url);
  }
}

/** `45 s`, `3 min`, `2 h 10 min`. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`;
}

export const count = (amount: number, one: string, many = `${one}s`): string =>
  `${amount.toLocaleString('en')} ${amount === 1 ? one : many}`;

/** One line that is written over and over on a terminal, and every few seconds anew elsewhere. */
export function progressLine(everyMs = 5000): { show(text: string): void; end(): void } {
  const terminal = process.stderr.isTTY === true;
  let last = 0;
  let shown = false;
  return {
    show(text) {
      if (terminal) {
        process.stderr.write(`\r\u001b[2K${clean(text).slice(0, (process.stderr.columns ?? 100) - 1)}`);
        shown = true;
      } else if (performance.now() - last > everyMs) {
        last = performance.now();
        note(text);
      }
    },
    end() {
      if (shown) process.stderr.write('\r\u001b[2K');
      shown = false;
    },
  };
}

/** `1,204 pages read, 96 waiting, 3 failed; 2–4 min left`. */
export function runLine(run: Run): string {
  const sum = (name: keyof Run['sources'][number]['totals']) =>
    run.sources.reduce((total, { totals }) => total + totals[name], 0);
  const read = sum('fetched') + sum('unchanged') + sum('missing');
  const parts = [
    `${count(read, 'page')} read`,
    `${count(sum('queued'), 'job')} waiting`,
    `${count(sum('created'), 'game')} new`,
  ];
  const ill = sum('failed') + sum('broken');
  if (ill > 0) parts.push(`${ill} failed`);
  return `${parts.join(', ')}${remaining(run)}`;
}

function remaining({ remaining: range }: Run): string {
  if (range === null) return '';
  const [low, high] = [duration(range.low), duration(range.high)];
  return `; ${low === high ? low : `${low} to ${high}`} left`;
}

/** What a run brought, source by source, and why it failed where it did. */
export function runSummary(run: Run): string {
  const rows = run.sources.map(({ source, totals: t }) => [
    source,
    t.fetched,
    t.unchanged,
    t.missing,
    t.broken,
    t.failed,
    t.records,
    t.created,
    t.updated,
    t.asked,
  ]);
  const lines = [
    table(
      ['source', 'read', 'unchanged', 'missing', 'broken', 'failed', 'records', 'new games', 'changed', 'to judge'],
      rows,
    ),
  ];
  for (const { source, cause, count: times, message } of run.failures)
    lines.push(`${source}: ${times} × ${cause}: ${clean(message)}`);
  lines.push(
    `The import ${{ done: 'is done', partial: 'ended in part: what failed is named above', failed: 'failed', running: 'goes on' }[run.status]}.`,
  );
  return lines.join('\n');
}

/** Shows `3,000 of 12,000 events checked; 9 s left` as work of known size goes on. */
export function countdown(total: number, what: string): { show(done: number): void; end(): void } {
  const line = progressLine();
  const started = performance.now();
  return {
    show(done) {
      if (done === 0) return;
      const left = (((performance.now() - started) / 1000) * (total - done)) / Math.max(done, 1);
      line.show(
        `${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${what}; ${duration(Math.max(left, 0))} left`,
      );
    },
    end: line.end,
  };
}
