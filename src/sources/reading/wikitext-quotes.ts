/**
 * Bold and italic of wikitext, which are runs of apostrophes: two, three or five. In a line where they do not come in
 * pairs the wiki takes one of them for an apostrophe before italic: `l'''amour''` is l’*amour*.
 */

type Run = { marks: 'i' | 'b' | 'bi'; before: string };

/** Turns runs of apostrophes into `<b>` and `<i>`, properly nested and closed at the end of the line. */
export function writeQuotes(line: string): string {
  if (!line.includes("''")) return line;
  const runs: Run[] = [];
  let at = 0;
  for (const { 0: run, index } of line.matchAll(/'{2,}/g)) {
    const kept = run.length === 4 ? 1 : Math.max(0, run.length - 5);
    const size = run.length - kept;
    const before = line.slice(at, index) + "'".repeat(kept);
    runs.push({ before, marks: size === 2 ? 'i' : size === 3 ? 'b' : 'bi' });
    at = index + run.length;
  }
  balance(runs);
  return write(runs, line.slice(at));
}

const isOdd = (runs: readonly Run[], mark: string) => runs.filter(({ marks }) => marks.includes(mark)).length % 2 === 1;

/** One bold mark becomes an apostrophe and an italic mark: after a single letter, else after a word, else after a space. */
function balance(runs: Run[]): void {
  if (!isOdd(runs, 'b') || !isOdd(runs, 'i')) return;
  const bold = runs.filter(({ marks }) => marks === 'b');
  const chosen =
    bold.find(({ before }) => /(?:^|\s)\S$/.test(before.slice(-2))) ??
    bold.find(({ before }) => /\S$/.test(before.slice(-1))) ??
    bold[0];
  if (!chosen) return;
  chosen.marks = 'i';
  chosen.before += "'";
}

function write(runs: readonly Run[], rest: string): string {
  let out = '';
  let open = '';
  for (const { before, marks } of runs) {
    out += before;
    // Five apostrophes first close what is open, from the inside.
    const order = marks === 'bi' ? new Set([...[...open].reverse(), 'b', 'i']) : [marks];
    for (const mark of order) {
      const next = toggled(open, mark);
      out += next.tags;
      open = next.open;
    }
  }
  const ends = [...open].reverse().map((mark) => `</${mark}>`);
  return out + rest + ends.join('');
}

/** `open` names what is open, outermost first. What is inside the mark to be closed is closed too and opened again. */
function toggled(open: string, mark: string): { open: string; tags: string } {
  if (!open.includes(mark)) return { open: open + mark, tags: `<${mark}>` };
  if (open.endsWith(mark)) return { open: open.slice(0, -1), tags: `</${mark}>` };
  const inner = open.slice(1);
  return { open: inner, tags: `</${inner}></${mark}><${inner}>` };
}
