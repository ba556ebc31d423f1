/** The server process of an embedded PostgreSQL: found at work, started, ended. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Folder, findRunning, isServing, makeData, type Running } from './embedded-folder.ts';
import { chooseUser, commandAs, type Install, serverEnvironment } from './embedded-install.ts';

const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=100',
  'shared_buffers=256MB',
  // Small busy tables (the queue) are vacuumed before they slow down.
  'autovacuum_naptime=15s',
];

const pollMs = 20;
/** Recovery after a crash takes its time. */
const startPatienceMs = 120_000;
const stopPatienceMs = 30_000;
const attempts = 10;
const retryMs = 500;
const longestLogBytes = 16_000_000;

/** The port was taken meanwhile, or processes of a killed server have not noticed yet. */
const passing = /Address already in use|could not bind|shared memory block|lock file/;

/** The server at work in the folder once it takes connections, or null when there is none. */
export async function findReady(folder: Folder): Promise<Running | null> {
  for (let waitedMs = 0; waitedMs < startPatienceMs; waitedMs += pollMs) {
    const running = findRunning(folder);
    if (!running || running.ready) return running;
    await setTimeout(pollMs);
  }
  throw new Error(`The PostgreSQL at work in ${folder.data} takes no connections: see ${folder.log}.`);
}

/** Starts a server in the folder, which is made when missing; it outlives this process. */
export async function launch(folder: Folder, install: Install): Promise<Running> {
  const as = chooseUser(install, folder.dir);
  makeData(folder, install, as);
  const { size = 0 } = statSync(folder.log, { throwIfNoEntry: false }) ?? {};
  const isLong = size > longestLogBytes;
  const log = openSync(folder.log, isLong ? 'w' : 'a', 0o600);
  try {
    for (let attempt = 1; ; attempt++) {
      const logStart = statSync(folder.log).size;
      const args = [
        '-D',
        folder.data,
        '-p',
        String(await freePort()),
        ...settings.flatMap((setting) => ['-c', setting]),
      ];
      // Detached: Ctrl-C is for us, not for the server.
      const child = spawn(...commandAs(as, join(install.native, 'bin', 'postgres'), args), {
        ...as.owner,
        env: serverEnvironment,
        cwd: '/',
        stdio: ['ignore', log, log],
        detached: true,
      });
      child.unref();
      const running = await untilReady(folder, child);
      if (running) return running;
      const said = readFileSync(folder.log).subarray(logStart).toString();
      if (attempt === attempts || !passing.test(said)) {
        const because = /(?:FATAL|PANIC):\s*(.+)/.exec(said)?.[1] ?? `exit code ${child.exitCode}`;
        throw new Error(`PostgreSQL did not start in ${folder.data} (${because}): see ${folder.log}.`);
      }
      await setTimeout(retryMs);
    }
  } finally {
    closeSync(log);
  }
}

/** Ends a server and waits for it; says whether it is gone. */
export async function shutDown({ data }: Folder, { pid }: Running): Promise<boolean> {
  // SIGINT: open transactions are rolled back, nobody is waited for.
  if (isServing(pid, data)) process.kill(pid, 'SIGINT');
  for (let waitedMs = 0; isServing(pid, data); waitedMs += pollMs) {
    if (waitedMs >= stopPatienceMs) return false;
    await setTimeout(pollMs);
  }
  return true;
}

/** Null when the process ended instead. */
async function untilReady(folder: Folder, child: ChildProcess): Promise<Running | null> {
  let isOver = false;
  child.once('exit', () => {
    isOver = true;
  });
  child.once('error', () => {
    isOver = true;
  });
  for (let waitedMs = 0; waitedMs < startPatienceMs; waitedMs += pollMs) {
    if (isOver) return null;
    const running = findRunning(folder);
    if (running?.ready && running.pid === child.pid) return running;
    await setTimeout(pollMs);
  }
  child.kill('SIGKILL');
  throw new Error(`PostgreSQL in ${folder.data} takes too long to start: see ${folder.log}.`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
