/** What commands share: opening the program for the length of one command, and how they end. */
import { InvalidArgumentError } from 'commander';
import { type App, openApp } from '../app.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { createLog } from '../platform/log.ts';
import { sources } from '../sources/all.ts';

/** The command cannot be carried out; the message is one sentence for the person who typed it. Exit code 2. */
export class Unusable extends Error {}

export function configOf(env: Record<string, string | undefined> = process.env): Config {
  const read = readConfig(env);
  if (!read.ok) throw new Unusable(read.mistakes.join('\n'));
  return read.config;
}

/** Opens the program, runs `use`, and closes it whatever happens. */
export async function withApp<T>(use: (app: App) => Promise<T>, config = quiet(configOf())): Promise<T> {
  const log = createLog(config.logLevel);
  const app = await openApp(config, log, sources);
  try {
    return await use(app);
  } finally {
    await app.close();
  }
}

let stopped: Promise<void> | null = null;

/** Resolves when the process is asked to end (Ctrl-C, or a supervisor's SIGTERM); a second time ends it at once. */
export function untilStopped(): Promise<void> {
  stopped ??= new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130));
        resolve();
      });
    }
  });
  return stopped;
}

export const actor = (): string => `command:${process.env.USER ?? process.env.LOGNAME ?? 'operator'}`;

/** Each command reports its end through `exit`; nothing else decides the exit code. */
export type Exit = (code: 0 | 1 | 2) => void;

/** Reads a count given on the command line. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number above 0.');
  return Number(text);
}

/** A command shows its own progress; what a server logs by the way would only be in its way. */
export const quiet = (config: Config): Config =>
  config.logLevel === 'info' ? { ...config, logLevel: 'error' } : config;
