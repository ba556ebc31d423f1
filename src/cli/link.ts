/** `variorum link`: which records of two files, or of one, are one game. No database, no network. */
import { Command } from 'commander';
import { type LinkSummary, link } from '../link.ts';
import type { TrainedModel } from '../pipeline/match/trained-model.ts';
import { BadFile } from '../platform/json-lines.ts';
import { linkScoreCommand, loadModel } from './link-score.ts';
import { linkTrainCommand } from './link-train.ts';
import { count, countdown, json, note, progressLine, say } from './screen.ts';
import { type Exit, Unusable } from './session.ts';
import { writeBeside } from './write-beside.ts';

type Options = { out?: string; model?: string; all?: boolean; json?: boolean };

export function linkCommand(exit: Exit): Command {
  return (
    new Command('link')
      .description('Matches the records of two files, or of one with itself: which are one game. Needs no database.')
      // Else our --out would take that of a subcommand.
      .enablePositionalOptions()
      .argument('<left>', 'records as JSON Lines, one a line; may be gzipped')
      .argument('[right]', 'records to match them with; left out: the same file')
      .option('--out <file>', 'where the pairs go, one a line')
      .option('--model <file>', 'what `variorum link train` wrote, in the place of our own weights')
      .option('--all', 'the doubtful pairs too; each pair then has a "decision": same or ask')
      .option('--json', 'print the counts as JSON')
      .addHelpText(
        'after',
        '\nA record: {"id":"a1","source":"shop","title":"Lighthouse","authors":["A. Novak"],"releaseDate":"2019","platforms":["Windows"]}\nA pair:   {"left":"a1","right":"b7","probability":0.99,"evidence":[…]}\n\nExample:\n  $ variorum link shop.jsonl archive.jsonl.gz --out pairs.jsonl',
      )
      .addCommand(linkTrainCommand(exit))
      .addCommand(linkScoreCommand(exit))
      .action(async (left: string, right: string | undefined, options: Options) =>
        exit(await run(left, right ?? null, options)),
      )
  );
}

async function run(left: string, right: string | null, options: Options): Promise<0> {
  if (options.out === undefined) throw new Unusable('Say where the pairs shall go: --out FILE.');
  const model = options.model === undefined ? null : loadModel(options.model);
  try {
    const summary = await writeBeside(options.out, (write) => linkWith(left, right, model, options, write));
    tell(summary, options);
    return 0;
  } catch (error) {
    throw error instanceof BadFile ? new Unusable(error.message) : error;
  }
}

const stages = { key: 'records given their keys', compare: 'records compared', decide: 'pairs decided' };

function linkWith(
  left: string,
  right: string | null,
  model: TrainedModel | null,
  { all = false }: Options,
  write: (text: string) => Promise<void>,
): Promise<LinkSummary> {
  const reading = progressLine();
  const lines = new Map<string, ReturnType<typeof countdown>>();
  const end = () => {
    reading.end();
    for (const line of lines.values()) line.end();
  };
  return link(
    left,
    right,
    ({ decision, ...pair }) => write(`${JSON.stringify(all ? { ...pair, decision } : pair)}\n`),
    {
      all,
      ...(model && { model }),
      progress(stage, done, total) {
        if (stage === 'read') return reading.show(`${count(done, 'record')} read`);
        const line = lines.get(stage) ?? countdown(total ?? done, stages[stage]);
        if (!lines.has(stage)) end();
        lines.set(stage, line);
        line.show(done);
      },
    },
  ).finally(end);
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
