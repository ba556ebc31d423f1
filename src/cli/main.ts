/** The command line. Exit codes: 0 done, 1 partly failed, 2 could not run. */
import { Command, CommanderError } from 'commander';
import { settings } from '../platform/config.ts';
import { sqlState } from '../platform/postgres.ts';
import { Refused } from '../refused.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { eventsCommand } from './events.ts';
import { extractCommand } from './extract.ts';
import { gamesCommand } from './games.ts';
import { importCommand } from './import.ts';
import { linkCommand } from './link.ts';
import { matchCommand } from './match.ts';
import { rebuildCommand } from './rebuild.ts';
import { replayCommand } from './replay.ts';
import { reviewsCommand } from './reviews.ts';
import { rulesCommand } from './rules.ts';
import { note } from './screen.ts';
import { serveCommand, workerCommand } from './serve.ts';
import { type Exit, Unusable } from './session.ts';
import { sourcesCommand } from './sources.ts';

export function program(exit: Exit): Command {
  const command = new Command('variorum')
    .description(
      'Brings games in from many websites and keeps one catalogue entry per game, in which every value remembers who said it.',
    )
    .version('0.1.0')
    .enablePositionalOptions()
    .showHelpAfterError('(add --help for the options and an example)')
    .addHelpText(
      'after',
      `\nSettings, from the environment:\n${settings.map(({ name, what, default: value }) => `  ${name}${value === null ? '' : ` (default ${value})`}\n      ${what}`).join('\n')}\n\nExample:\n  $ variorum import --source instead-games --limit 20`,
    );
  const commands = [
    serveCommand,
    workerCommand,
    demoCommand,
    importCommand,
    extractCommand,
    sourcesCommand,
    gamesCommand,
    reviewsCommand,
    rulesCommand,
    eventsCommand,
    replayCommand,
    linkCommand,
    matchCommand,
    rebuildCommand,
    doctorCommand,
  ];
  for (const add of commands) command.addCommand(add(exit));
  return command;
}

/** Runs one command line and returns the exit code; whatever goes wrong becomes one sentence on standard error. */
export async function main(argv: string[]): Promise<number> {
  let code: 0 | 1 | 2 = 0;
  // A reader that went away (`| head`) is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
  });
  const command = quiet(
    program((given) => {
      code = given;
    }),
  );
  try {
    await command.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    note(sentence(error));
    return 2;
  }
}

/** Commander must not end the process: it throws, in subcommands too. */
function quiet(command: Command): Command {
  command.exitOverride();
  for (const sub of command.commands) quiet(sub);
  return command;
}

function sentence(error: unknown): string {
  if (error instanceof Unusable || error instanceof Refused) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ECONNREFUSED') return 'The database does not answer at the address in DATABASE_URL: is it running?';
  if (code === 'EADDRINUSE')
    return 'The port is taken by another program: set PORT to another one, or stop that program.';
  if (sqlState(error) === '28P01') return 'The database refused the password in DATABASE_URL.';
  if (sqlState(error) === '3D000') return 'The database named in DATABASE_URL does not exist: create it first.';
  return process.env.LOG_LEVEL === 'debug' && error instanceof Error ? (error.stack ?? message) : message;
}
