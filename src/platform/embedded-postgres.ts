/**
 * A real PostgreSQL without installing one: the first process that needs it starts it, later ones join it, and
 * the last one to leave stops it. What a killed process leaves running is joined by the next.
 */
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { type Folder, openFolder, type Running, readPassword, role } from './embedded-folder.ts';
import { findInstall, type Install } from './embedded-install.ts';
import { findReady, launch, shutDown } from './embedded-server.ts';
import { withLock } from './folder-lock.ts';
import type { Log } from './log.ts';

export type EmbeddedPostgres = {
  url: string;
  /** To be called when all own connections are closed; leaves the server running while others use it. */
  stop(): Promise<void>;
  /** Whether the server was at work already. */
  adopted: boolean;
};

const database = 'variorum';
/** Every process holds one connection of this name while it uses the server, so that no other stops it. */
const keeperName = 'variorum keeper';
const leaverName = 'variorum leaver';
const joiningPatienceMs = 5000;
/** Closed connections leave the server's list a moment later. */
const closingPatienceMs = 500;
const pollMs = 20;

/** Starts the PostgreSQL of the folder `dir`, or joins the one at work there. Throws one sentence when it cannot. */
export async function startEmbedded({ dir, log }: { dir: string; log: Log }): Promise<EmbeddedPostgres> {
  const install = findInstall();
  const folder = openFolder(dir, install);
  return withLock(folder.lock, async () => {
    const { server, keeper, adopted } = (await join(folder)) ?? (await begin(folder, install));
    await createDatabase(keeper);
    // A process that forgets to stop may end nevertheless.
    keeper.unref();
    log.debug({ pid: server.pid, port: server.port, adopted }, 'embedded PostgreSQL is ready');
    const leave = async () => {
      keeper.ref();
      const counter = (await isAlive(keeper)) ? keeper : await connectKeeper(folder, server).catch(() => null);
      const isLast = counter !== null && (await isLastUser(counter));
      await counter?.query(`set application_name = '${leaverName}'`);
      await counter?.end();
      if (isLast && !(await shutDown(folder, server))) log.warn({ pid: server.pid }, 'PostgreSQL does not stop');
    };
    let left: Promise<void> | null = null;
    const stop = () => {
      left ??= withLock(folder.lock, leave);
      return left;
    };
    return { url: addressOf(folder, server, database), adopted, stop };
  });
}

type Keeper = pg.Client & { ref(): void; unref(): void };
type Joined = { server: Running; keeper: Keeper; adopted: boolean };

/** Null when no server is at work. One that was just killed still seems to be for a moment. */
async function join(folder: Folder): Promise<Joined | null> {
  for (let waitedMs = 0; ; waitedMs += pollMs) {
    const server = await findReady(folder);
    if (!server) return null;
    try {
      return { server, keeper: await connectKeeper(folder, server), adopted: true };
    } catch (error) {
      if (waitedMs < joiningPatienceMs) await setTimeout(pollMs);
      else throw new Error(`The PostgreSQL at work in ${folder.data} cannot be joined (${error}): see ${folder.log}.`);
    }
  }
}

async function begin(folder: Folder, install: Install): Promise<Joined> {
  const server = await launch(folder, install);
  return { server, keeper: await connectKeeper(folder, server), adopted: false };
}

function addressOf(folder: Folder, { port }: Running, name: string): string {
  return `postgresql://${role}:${readPassword(folder)}@127.0.0.1:${port}/${name}`;
}

async function connectKeeper(folder: Folder, server: Running): Promise<Keeper> {
  const connectionString = addressOf(folder, server, 'postgres');
  const client = new pg.Client({ connectionString, application_name: keeperName }) as Keeper;
  // It may be cut off at any time; who needs it finds out.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  if (rowCount === 0) await client.query(`create database ${database}`);
}

async function isAlive(client: pg.Client): Promise<boolean> {
  return client.query('select').then(
    () => true,
    () => false,
  );
}

/** Whether nobody else uses the server; connections that are just closing are waited for. */
async function isLastUser(client: pg.Client): Promise<boolean> {
  for (let waitedMs = 0; ; waitedMs += pollMs) {
    const { rows } = await client.query<{ name: string }>(
      `select application_name as name from pg_stat_activity
        where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> $1`,
      [leaverName],
    );
    if (rows.length === 0) return true;
    if (waitedMs >= closingPatienceMs || rows.some(({ name }) => name === keeperName)) return false;
    await setTimeout(pollMs);
  }
}
