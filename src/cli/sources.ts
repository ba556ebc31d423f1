/** `variorum sources`: which sites there are, how they fare, and a hand on each. */
import { Command } from 'commander';
import { listSources, readSource, type SourceDetail } from '../catalogue/sources.ts';
import { endDrift, pauseSource, resumeSource } from '../commands.ts';
import { json, say, table } from './screen.ts';
import { actor, type Exit, Unusable, withApp } from './session.ts';
import { newSourceCommand, testSourcesCommand } from './sources-kit.ts';

type Options = { json?: boolean };

export function sourcesCommand(exit: Exit): Command {
  const command = new Command('sources')
    .description('Lists, shows, pauses and resumes sources, and helps to write new ones.')
    .addHelpText('after', '\nExample:\n  $ variorum sources show ifdb');
  command
    .command('list')
    .description('All sources with their state and counts.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ variorum sources list --json')
    .action(async (options: Options) => exit(await list(options)));
  command
    .command('show <name>')
    .description('One source: counts, ill pages, and what on its pages nobody reads.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ variorum sources show instead-games')
    .action(async (name: string, options: Options) => exit(await show(name, options)));
  command
    .command('pause <name>')
    .description('Holds a source; its jobs wait.')
    .requiredOption('--reason <text>', 'why, for those who find it later')
    .addHelpText('after', '\nExample:\n  $ variorum sources pause ifdb --reason "moves to a new server this week"')
    .action(async (name: string, { reason }: { reason: string }) => {
      await withApp((app) => pauseSource(app.commitDeps, name, reason, actor()));
      say(`${name} is paused.`);
    });
  command
    .command('resume <name>')
    .description('Lets a paused source go on.')
    .addHelpText('after', '\nExample:\n  $ variorum sources resume ifdb')
    .action(async (name: string) => {
      await withApp((app) => resumeSource(app.commitDeps, name, actor()));
      say(`${name} goes on.`);
    });
  command
    .command('release <name>')
    .description('Publishes what was held because fields of the source vanished.')
    .requiredOption('--reason <text>', 'why the pages may be trusted, for those who ask later')
    .addHelpText('after', '\nExample:\n  $ variorum sources release apero --reason "the site gives no dates any more"')
    .action(async (name: string, { reason }: { reason: string }) => {
      await withApp((app) => endDrift(app.commitDeps, name, reason, actor()));
      say(`What ${name} brought will be published by the next worker.`);
    });
  command.addCommand(newSourceCommand(exit));
  command.addCommand(testSourcesCommand(exit));
  return command;
}

const list = (options: Options) =>
  withApp(async (app): Promise<0> => {
    const rows = await listSources(app.pool, app.sources, app.config.sourceSettings);
    if (options.json) {
      json(rows);
      return 0;
    }
    say(
      table(
        ['source', 'state', 'proven', 'pages', 'records', 'broken', 'failing', 'waiting', 'last success'],
        rows.map((row) => [
          row.name,
          row.drifting.length > 0 ? 'held' : row.state,
          row.provenBy === null ? 'unproven' : 'proven',
          row.pages,
          row.records,
          row.broken,
          row.failing,
          row.waiting,
          row.lastSuccess,
        ]),
      ),
    );
    for (const { name, why, drifting } of rows) {
      if (why) say(`${name}: ${why}`);
      if (drifting.length > 0) say(`${name}: its pages suddenly lack ${drifting.join(', ')}; new readings are held.`);
    }
    return 0;
  });

const show = (name: string, options: Options) =>
  withApp(async (app): Promise<0> => {
    const source = await readSource(app.pool, name, app.sources, app.config.sourceSettings);
    if (!source) throw new Unusable(`There is no source «${name}»; see \`variorum sources list\`.`);
    if (options.json) json(source);
    else tell(source);
    return 0;
  });

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function tell(source: SourceDetail): void {
  say(`${source.title} (${source.homepage}): ${source.state}${source.why ? `, ${source.why}` : ''}`);
  say(
    source.provenBy === null
      ? 'Unproven: no saved page of the site confirms yet how it is read.'
      : `Confirmed by ${source.provenBy}.`,
  );
  if (source.terms) say(source.terms);
  say(
    `${source.pages} pages, ${source.records} records, ${source.broken} broken, ${source.failing} failing, ${source.waiting} waiting; last success ${source.lastSuccess ?? 'never'}`,
  );
  for (const { field, recent, pages } of source.drifts)
    say(`Drifts: of the records that had ${field}, ${percent(recent)} still gave it on the last ${pages} pages.`);
  if (source.held > 0)
    say(
      `${source.held} readings are held; \`variorum sources release ${source.name} --reason …\` publishes them all the same.`,
    );
  const sections: [string[], (string | number | null)[][]][] = [
    [
      ['field', 'records of the last day', 'that give it'],
      source.coverage.map(({ field, days }) => [field, days.at(-1)?.records ?? 0, percent(days.at(-1)?.share ?? 0)]),
    ],
    [
      ['ill page', 'state', 'failures', 'why'],
      source.illPages.map((page) => [page.url, page.state, page.failureCount, page.lastError ?? page.reason]),
    ],
    [['unread', 'pages'], source.unread.map(({ what, count }) => [what, count])],
  ];
  for (const [heads, rows] of sections) if (rows.length > 0) say(`\n${table(heads, rows)}`);
}
