/** `variorum rebuild`: the views from the log, or a proof that they equal it. */
import { Command } from 'commander';
import { countEvents } from '../catalogue/events.ts';
import { rebuild } from '../rebuild.ts';
import { clean, count, countdown, json, say } from './screen.ts';
import { type Exit, withApp } from './session.ts';

export function rebuildCommand(exit: Exit): Command {
  return new Command('rebuild')
    .description('Makes the catalogue and all other views again from the events, while everybody goes on reading.')
    .option('--check', 'change nothing: compare, and exit with 1 when anything differs')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ variorum rebuild --check')
    .action(async (options: { check?: boolean; json?: boolean }) => {
      const result = await withApp(async ({ pool }) => {
        const line = countdown(await countEvents(pool), 'events applied');
        return rebuild(pool, options.check === true, line.show).finally(line.end);
      });
      if (options.json) json(result);
      else {
        for (const { table, missing, extra, example } of result.differences)
          say(
            `${table}: ${count(missing, 'row')} missing, ${extra} too many, e.g. ${clean(example ?? '').slice(0, 300)}`,
          );
        const verdict = options.check
          ? result.differences.length === 0
            ? 'the views equal the log'
            : 'the views differ from the log: `variorum rebuild` mends them'
          : 'the views were made again';
        say(`${count(result.events, 'event')} in ${result.seconds.toFixed(1)} s, ${verdict}.`);
      }
      exit(result.differences.length === 0 ? 0 : 1);
    });
}
