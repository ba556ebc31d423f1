/** The folder of an embedded PostgreSQL: what lies where in it, how it is made, and which server is at work in it. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { commandAs, type Install, type RunAs, serverEnvironment } from './embedded-install.ts';

export type Folder = { dir: string; data: string; log: string; lock: string; password: string };

/** The one role of the server. */
export const role = 'variorum';

/** Makes `dir` when missing, names what is in it, and refuses data of another major version. */
export function openFolder(path: string, { major }: Install): Folder {
  makeOwn(path);
  // One folder has one name, so that its server is recognised whatever way leads there.
  const dir = realpathSync(path);
  const data = join(dir, `postgres-${major}`);
  const old = readdirSync(dir).find((name) => /^postgres-\d+$/.test(name));
  if (old && !existsSync(data)) {
    throw new Error(
      `${join(dir, old)} was made by another version of PostgreSQL than ${major}: dump it with the old one, then restore.`,
    );
  }
  const password = join(dir, 'postgres.password');
  const log = join(dir, 'postgres.log');
  for (const file of [password, log]) if (existsSync(file)) checkAccess(file, path);
  return { dir, data, log, lock: join(dir, 'postgres.lock'), password };
}

function makeOwn(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    throw new Error(`The folder ${path} cannot be made (${because}): set VARIORUM_DIR to another.`);
  }
  checkAccess(path, path);
}

function checkAccess(file: string, folder: string): void {
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
  } catch {
    throw new Error(
      `${file} belongs to another user: start Variorum as that one, or set VARIORUM_DIR to another folder than ${folder}.`,
    );
  }
}

/** The password of our role, made up at the first call; only our own user can read it. */
export function readPassword({ password: path }: Folder): string {
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(path, 'utf8').trim();
}

/** Makes an empty database, unless there is one; half of one never stands under the final name. */
export function makeData(folder: Folder, { native }: Install, as: RunAs): void {
  if (existsSync(folder.data)) {
    handOver(folder.data, as);
    return;
  }
  const unfinished = `${folder.data}.new`;
  const passwordFile = `${folder.data}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, `${readPassword(folder)}\n`, { mode: 0o600 });
  for (const path of [unfinished, passwordFile]) if (as.owner) chownSync(path, as.owner.uid, as.owner.gid);
  const [command, args] = commandAs(as, join(native, 'bin', 'initdb'), [
    `--pgdata=${unfinished}`,
    `--username=${role}`,
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    // Without it pg_trgm takes no Cyrillic letter for a letter.
    '--lc-ctype=C.UTF-8',
    '--data-checksums',
    '--no-instructions',
  ]);
  const made = spawnSync(command, args, { ...as.owner, env: serverEnvironment, cwd: '/', encoding: 'utf8' });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    const because = `${made.error?.message ?? made.stderr}`.trim().split('\n').at(-1);
    throw new Error(`No database could be made in ${folder.dir} (${because}): mend that, or set DATABASE_URL.`);
  }
  renameSync(unfinished, folder.data);
}

/** Who may run PostgreSQL changes when a folder moves to where that user cannot follow. Only root can mend it. */
function handOver(data: string, { owner }: RunAs): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = owner ?? { uid: 0, gid: 0 };
  if (statSync(data).uid === uid) return;
  for (const path of readdirSync(data, { recursive: true, encoding: 'utf8' })) lchownSync(join(data, path), uid, gid);
  // Last, so that a hand-over broken off is taken up again.
  chownSync(data, uid, gid);
}

/** A server at work, as its own lock file names it. */
export type Running = { pid: number; port: number; ready: boolean };

/** The server at work in the folder, or null; the lock file of a dead one is cleared away. */
export function findRunning({ data }: Folder): Running | null {
  const path = join(data, 'postmaster.pid');
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (isServing(pid, data)) return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  // PostgreSQL would take a zombie, or a stranger that was given the number since, for the server.
  rmSync(path, { force: true });
  return null;
}

/** Whether the process is alive (a zombie is not) and a server of this folder. */
export function isServing(pid: number, data: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' });
    return !/^\s*Z/.test(stdout) && stdout.includes(data);
  }
  try {
    const isDead = /\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return !isDead && readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data);
  } catch {
    return false;
  }
}
