/**
 * The settings of a process, read once from the environment. All mistakes are reported together, so that an
 * operator corrects them in one go; secrets are never repeated.
 */
import { resolve } from 'node:path';
import { z } from 'zod';
import { type ConnectTo, readConnectTo } from './connect-to.ts';
import { type LogLevel, logLevels } from './log.ts';

export type Config = {
  databaseUrl: string | null;
  /** Absolute; holds the embedded database and files. */
  dir: string;
  host: string;
  port: number;
  /** Where people reach the pages when that is a reverse proxy; its scheme decides whether cookies are Secure. */
  publicUrl: string | null;
  /** Whether the reconciliation service answers strangers. */
  reconcile: 'open' | 'closed';
  contact: string | null;
  connectTo: ConnectTo[];
  /** Stands for every source's own delay when given. */
  hostDelayMs: number | null;
  fetchTimeoutMs: number;
  maxBodyBytes: number;
  concurrency: number;
  logLevel: LogLevel;
  llm: { url: string; model: string; apiKey: string | null } | null;
  /** What sources may ask for, by the setting's name. */
  sourceSettings: Readonly<Record<string, string | undefined>>;
};

export type ReadConfig = { ok: true; config: Config } | { ok: false; mistakes: string[] };

export type Setting = { name: string; default: string | null; what: string };

/** A variable whose text must be readable; the issue's message is what was expected. */
const variable = <T>(expected: string, read: (text: string) => T | null) =>
  z.string().transform((text, context) => {
    const value = read(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  });

const wholeNumber = (least: number, most: number) =>
  variable(`a whole number from ${least} to ${most}`, (text) =>
    /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null,
  );
const url = (expected: string, schemes: RegExp) =>
  variable(expected, (text) => (schemes.test(text) && URL.canParse(text) ? text : null));
const webUrl = url('an http or https URL', /^https?:\/\//i);
const contactForm = /^(https?:\/\/[!-~]+|[\w.+-]+@[\w-]+(\.[\w-]+)+)$/i;

const environment = z.object({
  DATABASE_URL: url('postgres://user:password@host:port/database', /^postgres(ql)?:\/\//i)
    .optional()
    .describe('the PostgreSQL database; without it an embedded one is started in VARIORUM_DIR'),
  VARIORUM_DIR: variable('the path of a folder', (text) => (text.includes('\0') ? null : resolve(text)))
    .prefault('./var')
    .describe('the folder of the embedded database and of files'),
  HOST: variable('a host name or an address', (text) => (/^[\w.:-]+$/.test(text) ? text : null))
    .prefault('127.0.0.1')
    .describe('the address the web pages and the API are served on'),
  PORT: wholeNumber(0, 65_535).prefault('8080').describe('their port; 0 takes any free one'),
  VARIORUM_URL: webUrl
    .optional()
    .describe('where people reach the pages, when a reverse proxy stands before them; with https, cookies are Secure'),
  VARIORUM_RECONCILE: variable('open or closed', (text) => (text === 'open' || text === 'closed' ? text : null))
    .prefault('open')
    .describe(
      'whether the reconciliation service answers anybody who reaches the address (open), or wants a session (closed)',
    ),
  VARIORUM_CONTACT: variable('an http or https URL or an e-mail address', (text) =>
    contactForm.test(text) ? text : null,
  )
    .optional()
    .describe('a URL or e-mail address that tells websites, in the User-Agent, whom to ask'),
  VARIORUM_DEBIAN_ARCHIVE: webUrl.optional().describe('the archive the Debian source reads from'),
  VARIORUM_IGDB_CLIENT_ID: z
    .string()
    .optional()
    .describe('the client id of the source igdb, from its developer console'),
  VARIORUM_IGDB_TOKEN: z.string().optional().describe('the access token of the source igdb; it lasts about two months'),
  VARIORUM_CONNECT_TO: variable('host:port=address:port,…', readConnectTo)
    .optional()
    .describe('for mirrors and tests: host:port=address:port,… connects elsewhere, unguarded; * stands for any'),
  VARIORUM_HOST_DELAY_MS: wholeNumber(0, 86_400_000)
    .optional()
    .describe("milliseconds between two requests to one host, instead of each source's own"),
  VARIORUM_FETCH_TIMEOUT_MS: wholeNumber(1, 3_600_000)
    .prefault('30000')
    .describe('milliseconds a website may keep silent; its whole answer may take four times that'),
  VARIORUM_MAX_BODY_MB: wholeNumber(1, 1024)
    .prefault('64')
    .describe('megabytes an answer may have as sent, and half of what it may have once decompressed'),
  VARIORUM_CONCURRENCY: wholeNumber(1, 1000).prefault('16').describe('jobs at once per source'),
  LOG_LEVEL: variable(`one of ${logLevels.join(', ')}`, (text) => logLevels.find((level) => level === text) ?? null)
    .prefault('info')
    .describe(`how much is logged: ${logLevels.join(', ')}`),
  LLM_URL: webUrl.optional().describe('the base URL of an OpenAI-compatible language model server'),
  LLM_MODEL: z.string().optional().describe('the name of the language model'),
  LLM_API_KEY: z.string().optional().describe('the key of the language model server'),
});

/** Every setting, its default (null: none) and what it is for; the help and the docs are held to it. */
export const settings: readonly Setting[] = Object.entries(environment.shape).map(([name, schema]) => ({
  name,
  default: schema instanceof z.ZodPrefault ? String(schema.def.defaultValue) : null,
  what: schema.description ?? '',
}));

const secrets = new Set(['DATABASE_URL', 'LLM_API_KEY', 'VARIORUM_IGDB_TOKEN']);

/** What sources may ask for. */
const forSources = ['VARIORUM_DEBIAN_ARCHIVE', 'VARIORUM_IGDB_CLIENT_ID', 'VARIORUM_IGDB_TOKEN'] as const;

/** Reads the settings; an empty variable counts as unset. */
export function readConfig(env: Record<string, string | undefined>): ReadConfig {
  const given = Object.fromEntries(settings.map(({ name }) => [name, env[name]?.trim() || undefined]));
  const mistakes = given.LLM_URL && !given.LLM_MODEL ? ['LLM_MODEL is not set, but LLM_URL is: name the model.'] : [];
  if (given.LLM_MODEL && !given.LLM_URL) mistakes.push('LLM_URL is not set, but LLM_MODEL is: name the server.');
  const read = environment.safeParse(given);
  if (!read.success) {
    for (const { path, message } of read.error.issues) {
      const name = String(path[0]);
      const value = secrets.has(name) ? 'unreadable (a secret, hence not shown)' : JSON.stringify(given[name]);
      mistakes.push(`${name} is ${value}: expected ${message}.`);
    }
  }
  if (!read.success || mistakes.length > 0) return { ok: false, mistakes };
  const { LLM_URL, LLM_MODEL, LLM_API_KEY, ...value } = read.data;
  return {
    ok: true,
    config: {
      databaseUrl: value.DATABASE_URL ?? null,
      dir: value.VARIORUM_DIR,
      host: value.HOST,
      port: value.PORT,
      publicUrl: value.VARIORUM_URL ?? null,
      reconcile: value.VARIORUM_RECONCILE,
      contact: value.VARIORUM_CONTACT ?? null,
      connectTo: value.VARIORUM_CONNECT_TO ?? [],
      hostDelayMs: value.VARIORUM_HOST_DELAY_MS ?? null,
      fetchTimeoutMs: value.VARIORUM_FETCH_TIMEOUT_MS,
      maxBodyBytes: value.VARIORUM_MAX_BODY_MB * 1_000_000,
      concurrency: value.VARIORUM_CONCURRENCY,
      logLevel: value.LOG_LEVEL,
      llm: LLM_URL && LLM_MODEL ? { url: LLM_URL, model: LLM_MODEL, apiKey: LLM_API_KEY ?? null } : null,
      sourceSettings: Object.fromEntries(forSources.map((name) => [name, value[name]])),
    },
  };
}
