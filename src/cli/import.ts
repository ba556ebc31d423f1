/** `variorum import`: one import from the first listing to the catalogue, with progress, in this process. */
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import type { App } from '../app.ts';
import { type Run, readRun } from '../catalogue/runs.ts';
import { type ImportRequest, startImport } from '../commands.ts';
import type { Replay } from '../domain/events.ts';
import { dryRun } from '../dry-run.ts';
import { queueOf } from '../pipeline/work.ts';
import { createReplay } from '../platform/replay.ts';
import { count, json, note, progressLine, runLine, runSummary, say } from './screen.ts';
import { actor, type Exit, Unusable, untilStopped, wholeNumber, withApp } from './session.ts';

type Options = {
  source: string[];
  all?: boolean;
  changed?: boolean;
  limit?: number;
  replay?: string;
  at?: string;
  dryRun?: boolean;
  json?: boolean;
};

export function importCommand(exit: Exit): Command {
  return new Command('import')
    .description('Imports pages, whole sources, or all of them, and waits for the end.')
    .argument('[urls...]', 'pages to import')
    .option(
      '-s, --source <name>',
      'a source to import whole; may be repeated',
      (name: string, all: string[]) => [...all, name],
      [],
    )
    .option('--all', 'every source that is ready')
    .option('--changed', 'only pages that the sites’ own feeds of changes name')
    .option('--limit <n>', 'at most so many pages of a source', wholeNumber)
    .option('--replay <dir>', 'read a recorded web (DIR/web.jsonl) instead of the network')
    .option('--at <date>', 'with --replay: the day whose answers are given, e.g. 2024-01-01')
    .option('--dry-run', 'do everything but keep nothing, and say what would change')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ variorum import http://instead-games.ru/game.php?ID=42\n  $ variorum import --source ifdb --limit 50 --dry-run\n  $ variorum import --source ifwiki --changed\n  $ variorum import --all --replay samples/web --at 2024-01-01',
    )
    .action(async (urls: string[], options: Options) => exit(await importNow(urls, options)));
}

async function importNow(urls: string[], options: Options): Promise<0 | 1> {
  if (urls.length === 0 && options.source.length === 0 && !options.all) {
    throw new Unusable('Say what to import: one or more URLs, --source NAME, or --all for every source that is ready.');
  }
  if (options.changed && urls.length > 0) {
    throw new Unusable('--changed reads feeds of whole sources: leave out the URLs.');
  }
  const request: ImportRequest = {
    sources: options.source,
    urls,
    limit: options.limit,
    changed: options.changed,
    replay: replayOf(options),
    trigger: 'command',
    actor: actor(),
  };
  return withApp(async (app) => {
    if (options.dryRun) {
      const result = await dryRun(app.commitDeps, request);
      if (options.json) json(result);
      else {
        for (const { title, change } of result.games)
          say(`${change === 'new' ? 'new     ' : 'changed '} ${title}${change === 'new' ? '' : ` (${change})`}`);
        for (const failure of result.failures) say(`failed   ${failure}`);
        say(
          `${count(result.pages, 'page')} read, ${count(result.created, 'game')} would be new, ${count(result.changed, 'game')} would change, ${count(result.asked, 'question')} would be asked. Nothing was kept.`,
        );
      }
      return result.failures.length > 0 ? 1 : 0;
    }
    const run = await importAndWait(app, request);
    if (options.json) json(run);
    else say(runSummary(run));
    return run.status === 'done' ? 0 : 1;
  });
}

function replayOf({ replay, at }: Options): Replay | undefined {
  if (replay === undefined) {
    if (at !== undefined) throw new Unusable('--at goes with --replay: it chooses the day of a recorded web.');
    return undefined;
  }
  const dir = resolve(replay);
  // Read once here, so that a broken recording is told before anything starts.
  createReplay({ dir, ...(at === undefined ? {} : { at }) });
  return { dir, at: at ?? null };
}

/** Starts an import, works on it in this process and shows how it goes; Ctrl-C leaves the rest in the queue. */
export async function importAndWait(app: App, request: ImportRequest, worker = app.work()): Promise<Run> {
  const runId = await startImport(app.commitDeps, request);
  worker.nudge(app.sources.map(({ name }) => queueOf(name)));
  const line = progressLine();
  let stopped = false;
  void untilStopped().then(() => {
    stopped = true;
  });
  for (;;) {
    const run = await readRun(app.pool, runId);
    if (!run) throw new Error(`The run ${runId} is gone.`);
    if (run.status !== 'running') {
      line.end();
      return run;
    }
    if (stopped) {
      line.end();
      note(
        'Stopped: what was read is kept, the rest waits in the queue for the next `variorum serve`, `worker` or `import`.',
      );
      return run;
    }
    line.show(runLine(run));
    await sleep(250);
  }
}
