/** Logs go to standard error as JSON lines, one event a line, and never carry a secret. */
import { type DestinationStream, destination, pino } from 'pino';

export type Log = pino.Logger;

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const secretNames = [
  'password',
  'secret',
  'token',
  'apiKey',
  'LLM_API_KEY',
  'authorization',
  'Authorization',
  'cookie',
  '["set-cookie"]',
];
/** pino's wildcard stands for one level, so each depth is named. */
const secretPaths = ['', '*', '*.*'].flatMap((above) =>
  secretNames.map((name) => (above && !name.startsWith('[') ? `${above}.${name}` : `${above}${name}`)),
);
/** A connection string may turn up inside any message or error. */
const urlPassword = /(\w:\/\/[^\s:/@"\\]*:)[^\s/@"\\]+@/g;

/** Makes the log of a process. Writing is synchronous, so that the last words before an exit are not lost. */
export function createLog(level: LogLevel, to: DestinationStream = destination({ dest: 2, sync: true })): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secretPaths, censor: '(secret)' },
      hooks: { streamWrite: (line) => line.replace(urlPassword, '$1(secret)@') },
    },
    to,
  );
}
