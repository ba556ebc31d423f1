/** `variorum link score`: how probable it is, by a trained model, that the two records of each pair are one thing, and why. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { calibrationError, qualityAt } from '../pipeline/match/calibrate.ts';
import { scorer } from '../pipeline/match/score-pair.ts';
import { readModel, type TrainedModel } from '../pipeline/match/trained-model.ts';
import { BadFile, readJsonLines } from '../platform/json-lines.ts';
import { PairLines } from './pair-lines.ts';
import { clean, count, countdown, note } from './screen.ts';
import { type Exit, Unusable } from './session.ts';
import { writeBeside } from './write-beside.ts';

type Options = { model: string; out?: string };

export function linkScoreCommand(exit: Exit): Command {
  return new Command('score')
    .description('Adds to each pair how probable it is that both are one thing, and what speaks for and against it.')
    .argument('<pairs>', 'pairs as JSON Lines, {left, right}, with or without label; may be gzipped')
    .requiredOption('--model <file>', 'what `variorum link train` wrote')
    .option('--out <file>', 'where the scored pairs go; left out: standard output')
    .addHelpText(
      'after',
      '\nEach line keeps what it has and gets "probability", "decision" (same, different) and "evidence": signed weights in bits.\nThe bias of the model and the weights sum to the log2 of the odds. Where pairs have labels, figures go to standard error.\n\nExample:\n  $ variorum link score pairs.jsonl --model model.json --out scored.jsonl',
    )
    .action(async (path: string, options: Options) => exit(await score(path, options)));
}

async function score(path: string, options: Options): Promise<0 | 1> {
  const model = loadModel(options.model);
  const judge = scorer(model);
  const judged = { probabilities: [] as number[], labels: [] as number[] };
  const lines = new PairLines(path, false);
  const seen = new Set<string>();
  const run = async (write: (text: string) => Promise<void>): Promise<void> => {
    const progress = countdown(await countLines(path), 'pairs scored');
    for await (const { pair, value } of lines) {
      const { probability, decision, evidence } = judge(pair.left, pair.right);
      for (const field in pair.left) seen.add(field);
      for (const field in pair.right) seen.add(field);
      if (pair.label !== null) {
        judged.probabilities.push(probability);
        judged.labels.push(pair.label ? 1 : 0);
      }
      await write(`${JSON.stringify({ ...value, probability, decision, evidence })}\n`);
      if (lines.read % 2000 === 0) progress.show(lines.read + lines.bad);
    }
    progress.end();
    checkFields(model, path, seen);
  };
  try {
    if (options.out === undefined) await run(toStandardOutput);
    else await writeBeside(options.out, run);
  } catch (error) {
    throw error instanceof BadFile ? new Unusable(error.message) : error;
  }
  tell(model, lines, judged);
  return lines.bad > 0 ? 1 : 0;
}

/** A trained model from its file; one sentence when it cannot be used. */
export function loadModel(path: string): TrainedModel {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new Unusable(`${path} is no model that \`variorum link train\` wrote: it is no JSON.`);
    throw new Unusable(`The model ${path} cannot be read: ${error instanceof Error ? error.message : error}.`);
  }
  const model = readModel(value);
  if ('wrong' in model) throw new Unusable(`The model ${path} cannot be used. ${model.wrong}`);
  return model;
}

/** How many lines there are, so that progress can say how long it will take. */
async function countLines(path: string): Promise<number> {
  let lines = 0;
  for await (const _ of readJsonLines(path, () => void lines++)) lines += 1;
  return lines;
}

async function toStandardOutput(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Pairs that have nothing the model reads would all be given the same answer. */
function checkFields(model: TrainedModel, path: string, seen: ReadonlySet<string>): void {
  const known = Object.keys(model.fields);
  if (seen.size > 0 && !known.some((field) => seen.has(field)))
    throw new Unusable(`${path} has none of the fields the model reads (${known.map(clean).join(', ')}).`);
  const unread = [...seen].filter((field) => !Object.hasOwn(model.fields, field)).sort();
  if (unread.length > 0)
    note(`Fields not read, for the model was trained without them: ${unread.map(clean).join(', ')}.`);
}

function tell(
  { thresholds }: TrainedModel,
  lines: PairLines,
  judged: { probabilities: number[]; labels: number[] },
): void {
  const { probabilities, labels } = judged;
  note(`${count(lines.read, 'pair')} scored.`);
  if (lines.bad > 0)
    note(`${count(lines.bad, 'line')} could not be used and ${lines.bad === 1 ? 'was' : 'were'} left out.`);
  if (labels.length === 0) return;
  const { f1, precision, recall } = qualityAt(probabilities, labels, thresholds.same);
  const shown = (value: number) => value.toFixed(4);
  note(
    `Against ${count(labels.length, 'label')}, joined from ${thresholds.same.toFixed(3)} on: F1 ${shown(f1)}, precision ${shown(precision)}, recall ${shown(recall)}, expected calibration error ${shown(calibrationError(probabilities, labels))}.`,
  );
}
