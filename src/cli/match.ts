/** `variorum match`: how good matching is, and the models it learns from judgements. */
import { Command } from 'commander';
import { listModels, type ModelRow, trainModel, useModel } from '../match-models.ts';
import { readQuality } from '../match-quality.ts';
import { clean, count, json, say, table } from './screen.ts';
import { actor, type Exit, Unusable, withApp } from './session.ts';

type Options = { json?: boolean };

export function matchCommand(exit: Exit): Command {
  const command = new Command('match')
    .description('Shows how good matching is, and trains and chooses the models it works by.')
    .addHelpText('after', '\nExample:\n  $ variorum match quality');
  command
    .command('models')
    .description('All models, newest first, with what each makes of judgements that were held back.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ variorum match models')
    .action(async (options: Options) => {
      const models = await withApp(({ pool }) => listModels(pool));
      if (options.json) json(models);
      else say(modelTable(models));
      exit(0);
    });
  command
    .command('train')
    .description('Trains a model from all judgements now; it is used when it is better than the one in force.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ variorum match train')
    .action(async (options: Options) => {
      const trained = await withApp(({ commitDeps }) => trainModel(commitDeps, actor()));
      if (options.json) json(trained);
      else say(sentenceOf(trained));
      exit(0);
    });
  command
    .command('use <version>')
    .description('Puts a model in force, also an older one; 0 is the model Variorum ships with.')
    .requiredOption('--reason <text>', 'why, for those who find it later')
    .addHelpText('after', '\nExample:\n  $ variorum match use 0 --reason "the new one joined two games of a series"')
    .action(async (text: string, { reason }: { reason: string }) => {
      if (!/^\d{1,9}$/.test(text)) throw new Unusable(`«${text}» is no version: see \`variorum match models\`.`);
      const version = Number(text);
      await withApp(({ commitDeps }) => useModel(commitDeps, { version, reason, actor: actor() }));
      say(`Matching works by model ${version} now; the worker compares every record anew.`);
      exit(0);
    });
  command
    .command('quality')
    .description('Precision and recall on judgements, how far probabilities hold, and how much is asked.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ variorum match quality --json')
    .action(async (options: Options) => {
      exit(await quality(options));
    });
  return command;
}

const quality = (options: Options) =>
  withApp(async ({ pool }): Promise<0> => {
    const found = await readQuality(pool);
    if (options.json) {
      json(found);
      return 0;
    }
    const { judged, unseen, precision, recall, ece, askedShare, bins, weeks, models, recomparing } = found;
    const model = models.find(({ inForce }) => inForce)?.version ?? 0;
    say(`${count(judged, 'judged pair')}; model ${model}, in force, has not learnt from ${unseen} of them. On those:`);
    say(`precision ${percent(precision)}, recall ${percent(recall)}, calibration error ${figure(ece)}.`);
    say(`A curator was asked about ${percent(askedShare)} of the records.`);
    if (recomparing) say('Records are still being compared anew by this model.');
    const shown = bins.filter((bin) => bin.count > 0);
    if (shown.length > 0) {
      say('');
      say(
        table(
          ['says', 'pairs', 'mean', 'is one game'],
          shown.map(({ from, to, count: pairs, mean, same }) => [
            `${Math.round(from * 100)}–${Math.round(to * 100)} %`,
            pairs,
            percent(mean),
            percent(same),
          ]),
        ),
      );
    }
    if (weeks.length > 0) {
      say('');
      say(
        table(
          ['week', 'judged', 'precision', 'recall', 'asked'],
          weeks.map((week) => [week.week, week.judged, percent(week.precision), percent(week.recall), week.asked]),
        ),
      );
    }
    return 0;
  });

const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)} %`);
const figure = (value: number | null | undefined): string => (value == null ? '–' : value.toFixed(3));

/** Of each trained model beside what was in force before it: `0.412 (was 0.498)`. */
function modelTable(models: readonly ModelRow[]): string {
  return table(
    ['model', 'trained', 'pairs', 'held back', 'log loss', 'calibration error', 'precision', 'recall', 'verdict'],
    models.map(({ version, inForce, trainedAt, pairs, heldBack, verdict }) => [
      `${version}${inForce ? ' (in force)' : ''}`,
      clean(trainedAt ?? '–'),
      pairs,
      heldBack?.pairs ?? 0,
      heldBack ? `${figure(heldBack.new.logLoss)} (was ${figure(heldBack.old.logLoss)})` : '–',
      heldBack ? `${figure(heldBack.new.ece)} (was ${figure(heldBack.old.ece)})` : '–',
      heldBack ? percent(heldBack.new.precision) : '–',
      heldBack ? percent(heldBack.new.recall) : '–',
      verdict,
    ]),
  );
}

function sentenceOf({ version, verdict, isChosen }: { version: number; verdict: string; isChosen: boolean }): string {
  if (verdict === 'too few')
    return `Model ${version} is trained; there are too few judgements to tell whether it is better.`;
  if (verdict === 'worse') return `Model ${version} is trained; it is not better than the one in force, which stays.`;
  return isChosen
    ? `Model ${version} is better than the one before, and in force now; the worker compares every record anew.`
    : `Model ${version} is better than the one in force, to which somebody went back: \`variorum match use ${version}\` uses it.`;
}
