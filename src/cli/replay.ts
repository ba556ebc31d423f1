/** `variorum replay`: reads what is stored once more, asking no site anything. */
import { Command } from 'commander';
import { recompare } from '../recompare.ts';
import { countStored, type Reread, reread } from '../reread.ts';
import { clean, count, countdown, json, note, say, table } from './screen.ts';
import { actor, type Exit, Unusable, withApp } from './session.ts';

type Options = { dryRun?: boolean; json?: boolean };

export function replayCommand(exit: Exit): Command {
  const command = new Command('replay')
    .description('Reads stored pages, or compares records, once more.')
    .addHelpText('after', '\nExample:\n  $ variorum replay extract ifwiki --dry-run');
  command
    .command('extract <source>')
    .description(
      'Reads the stored pages of a source again, after its reading improved; appends only what comes out differently.',
    )
    .option('--dry-run', 'keep nothing: only say what would change')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ variorum replay extract ifwiki --dry-run')
    .action(async (name: string, options: Options) => exit(await extract(name, options)));
  command
    .command('match')
    .description(
      'Compares all records with one another again, after matching improved; appends only what comes out differently.',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ variorum replay match')
    .action(async (options: Options) => exit(await match(options)));
  return command;
}

const match = (options: Options) =>
  withApp(async ({ commitDeps }): Promise<0> => {
    const { rows } = await commitDeps.pool.query<{ n: number }>('select count(*)::int as n from source_record');
    const line = countdown(rows[0]?.n ?? 0, 'records compared');
    const result = await recompare(commitDeps, actor(), line.show).finally(line.end);
    if (options.json) json(result);
    else
      say(
        `${count(result.records, 'record')} compared: ${result.changed} differently than before, ${result.moved} in another game.`,
      );
    return 0;
  });

const extract = (name: string, options: Options) =>
  withApp(async (app): Promise<0 | 1> => {
    const source = app.sources.find((candidate) => candidate.name === name);
    if (!source) throw new Unusable(`There is no source «${name}»; see \`variorum sources list\`.`);
    const line = countdown(await countStored(app.commitDeps, source), 'stored pages read');
    const result = await reread(app.commitDeps, source, {
      dry: options.dryRun === true,
      actor: actor(),
      progress: line.show,
    }).finally(line.end);
    if (options.json) json(result);
    else tell(result, options.dryRun === true);
    return result.failed.length > 0 ? 1 : 0;
  });

/** So many examples are shown; `--json` has all. */
const shown = 20;

function tell({ pages, records, fields, broken, mended, failed, drifts }: Reread, dry: boolean): void {
  for (const { recordId, title, change, fields: differing } of records.slice(0, shown)) {
    say(`${change === 'new' ? 'new    ' : 'changed'} ${clean(title)} (${clean(recordId)})`);
    for (const { field, before, now } of differing) say(`  ${field}: ${short(before)} → ${short(now)}`);
  }
  if (records.length > shown) note(`… and ${count(records.length - shown, 'more record')}; --json names all.`);
  for (const { url, reason } of broken.slice(0, shown)) say(`broken  ${clean(url)}: ${clean(reason)}`);
  if (broken.length > shown) note(`… and ${count(broken.length - shown, 'more broken page')}; --json names all.`);
  for (const { url, message } of failed.slice(0, shown)) say(`failed  ${clean(url)}: ${clean(message)}`);
  const byField = Object.entries(fields).sort(([, a], [, b]) => b - a);
  if (byField.length > 0) say(`\n${table(['field', 'records changed'], byField)}\n`);
  for (const { field, recent } of drifts)
    say(
      `Of the records that had ${field}, only ${percent(recent)} still give it: what these pages give is held from publication.`,
    );
  const held = records.filter((record) => record.held).length;
  say(
    `${count(pages, 'page')} read again: ${count(records.length, 'record')} ${dry ? 'would change' : 'changed'}${held > 0 ? `, ${held} of them held` : ''}; ${broken.length} newly broken, ${mended} mended, ${failed.length} failed. ${dry ? 'Nothing was kept.' : 'No site was asked.'}`,
  );
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function short(value: unknown): string {
  const text = clean(value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value));
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
