/** `variorum link`: which records of two files, or of one, are one game. No database, no network. */

import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { Command } from 'commander';
import { type LinkSummary, link } from '../link.ts';
import { BadFile } from '../platform/json-lines.ts';
import { count, countdown, json, note, progressLine, say } from './screen.ts';
import { type Exit, Unusable } from './session.ts';

type Options = { out: string; all?: boolean; json?: boolean };

export function linkCommand(exit: Exit): Command {
  return new Command('link')
    .description('Matches the records of two files, or of one with itself: which are one game. Needs no database.')
    .argument('<left>', 'records as JSON Lines, one a line; may be gzipped')
    .argument('[right]', 'records to match them with; left out: the same file')
    .requiredOption('--out <file>', 'where the pairs go, one a line')
    .option('--all', 'the doubtful pairs too, with "decision":"ask"')
    .option('--json', 'print the counts as JSON')
    .addHelpText(
      'after',
      '\nA record: {"id":"a1","source":"shop","title":"Lighthouse","authors":["A. Novak"],"releaseDate":"2019","platforms":["Windows"]}\nA pair:   {"left":"a1","right":"b7","probability":0.99,"evidence":[…]}\n\nExample:\n  $ variorum link shop.jsonl archive.jsonl.gz --out pairs.jsonl',
    )
    .action(async (left: string, right: string | undefined, options: Options) =>
      exit(await run(left, right ?? null, options)),
    );
}

async function run(left: string, right: string | null, options: Options): Promise<0> {
  // Written beside and put in place at the end: a file that is half done is never found there.
  const beside = `${options.out}.part`;
  const out = createWriteStream(beside);
  const opened = once(out, 'open').catch((error: Error) => {
    throw new Unusable(`${options.out} cannot be written: ${error.message}.`);
  });
  await opened;
  const reading = progressLine();
  const comparing: ReturnType<typeof countdown>[] = [];
  try {
    const summary = await link(
      left,
      right,
      async ({ decision, ...pair }) => {
        if (!out.write(`${JSON.stringify(options.all ? { ...pair, decision } : pair)}\n`)) await once(out, 'drain');
      },
      {
        all: options.all === true,
        progress(stage, done, total) {
          if (stage === 'read') return reading.show(`${count(done, 'record')} read`);
          reading.end();
          if (comparing.length === 0) comparing.push(countdown(total ?? done, 'records compared'));
          comparing[0]?.show(done);
        },
      },
    );
    comparing[0]?.end();
    out.end();
    await once(out, 'finish');
    renameSync(beside, options.out);
    tell(summary, options);
    return 0;
  } catch (error) {
    out.destroy();
    rmSync(beside, { force: true });
    if (error instanceof BadFile) throw new Unusable(error.message);
    throw error;
  }
}

function tell(summary: LinkSummary, options: Options): void {
  if (options.json) {
    json(summary);
    return;
  }
  const { records, compared, same, ask, largeBlocks, withinSource } = summary;
  say(
    `${count(records, 'record')}, ${count(compared, 'pair')} compared: ${count(same, 'pair')} joined, ${ask.toLocaleString('en')} doubtful${options.all ? '' : ' (--all writes them too)'}.`,
  );
  if (withinSource) note('All records are of one source, so pairs within it were compared.');
  if (largeBlocks > 0)
    note(`${count(largeBlocks, 'key')} stood for very many records each; those were compared by their finer keys.`);
}
