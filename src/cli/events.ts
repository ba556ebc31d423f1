/** `variorum events`: the log, looked through, followed, and checked. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { countEvents, listEvents } from '../catalogue/events.ts';
import { type Cursor, readAll } from '../platform/event-log.ts';
import type { StoredEvent } from '../platform/event-store.ts';
import { verifyAll } from '../platform/event-verify.ts';
import { clean, count, countdown, json, jsonLine, say } from './screen.ts';
import { type Exit, untilStopped, wholeNumber, withApp } from './session.ts';

type Filter = { type?: string; source?: string; game?: string; run?: string; limit: number; json?: boolean };

export function eventsCommand(exit: Exit): Command {
  const command = new Command('events')
    .description('Lists, follows and verifies the log.')
    .addHelpText('after', '\nExample:\n  $ variorum events list --type PageBroken');
  command
    .command('list')
    .description('Events, newest first.')
    .option('--type <type>', 'only this kind, e.g. GamePublished')
    .option('--source <name>', 'only of this source')
    .option('--game <id>', 'only of this game')
    .option('--run <id>', 'only of this import')
    .option('--limit <n>', 'at most so many', wholeNumber, 50)
    .option('--json', 'print JSON lines, whole events')
    .addHelpText('after', '\nExample:\n  $ variorum events list --type PageBroken --limit 10')
    .action(async (filter: Filter) => {
      const { events } = await withApp(({ pool }) => listEvents(pool, filter));
      for (const event of events) print(event, filter.json);
      exit(0);
    });
  command
    .command('tail')
    .description('Events as they happen, until Ctrl-C.')
    .option('--json', 'print JSON lines, whole events')
    .addHelpText('after', '\nExample:\n  $ variorum events tail --json')
    .action(async (options: { json?: boolean }) => {
      await tail(options.json);
      exit(0);
    });
  command
    .command('verify')
    .description('Checks the chain of every stream; exit code 1 when any event was changed, deleted or slipped in.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ variorum events verify')
    .action(async (options: { json?: boolean }) => {
      const result = await withApp(async ({ pool }) => {
        const line = countdown(await countEvents(pool), 'events checked');
        return verifyAll(pool, line.show).finally(line.end);
      });
      if (options.json) json(result);
      else {
        for (const fault of result.faults)
          say(
            `${fault.stream} version ${fault.version}${fault.position === null ? '' : ` (position ${fault.position})`}: ${fault.what}`,
          );
        say(
          result.faults.length === 0
            ? `${count(result.checked, 'event')} checked, every chain is whole.`
            : `${count(result.checked, 'event')} checked, ${count(result.faults.length, 'stream')} broken.`,
        );
      }
      exit(result.faults.length === 0 ? 0 : 1);
    });
  return command;
}

function print(event: StoredEvent, asJson: boolean | undefined): void {
  if (asJson) jsonLine(event);
  else
    say(
      `${event.position}  ${event.at}  ${event.type}  ${clean(event.stream)}  ${clean(event.sourceUrl ?? '')}`.trimEnd(),
    );
}

const tail = (asJson: boolean | undefined) =>
  withApp(async ({ pool }) => {
    let stopped = false;
    void untilStopped().then(() => {
      stopped = true;
    });
    const { rows } = await pool.query<{ txid: string }>(
      'select (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1)::text as txid',
    );
    let cursor: Cursor = { txid: rows[0]?.txid ?? '0', position: Number.MAX_SAFE_INTEGER };
    while (!stopped) {
      const page = await readAll(pool, cursor, 500);
      for (const event of page.events) print(event, asJson);
      cursor = page.cursor;
      if (page.events.length === 0) await sleep(300);
    }
  });
