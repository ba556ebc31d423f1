import { execFile, spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbedded } from './embedded-postgres.ts';
import { createLog } from './log.ts';

const root = mkdtempSync(join(tmpdir(), 'embedded-'));
chmodSync(root, 0o755);
const shared = join(root, 'shared');
const log = createLog('silent');
const started: EmbeddedPostgres[] = [];
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function start(dir = shared): Promise<EmbeddedPostgres> {
  const server = await startEmbedded({ dir, log });
  started.push(server);
  return server;
}

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const isUp = (url: string) =>
  query(url, 'select').then(
    () => true,
    () => false,
  );

function serverPid(dir = shared): number {
  const data = readdirSync(dir).find((name) => /^postgres-\d+$/.test(name)) ?? '';
  return Number.parseInt(readFileSync(join(dir, data, 'postmaster.pid'), 'utf8'), 10);
}

/** What a second process runs: it starts or joins the server, says so, and then does `afterwards`. */
const otherProcess = (afterwards: string) => [
  '--disable-warning=ExperimentalWarning',
  '--input-type=module',
  '--eval',
  `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded-postgres.ts'))};
   import { createLog } from ${JSON.stringify(join(import.meta.dirname, 'log.ts'))};
   const server = await startEmbedded({ dir: ${JSON.stringify(shared)}, log: createLog('silent') });
   console.log(JSON.stringify(server));
   ${afterwards}`,
];

describe('the embedded PostgreSQL', () => {
  test('is a real one that knows Cyrillic letters', async () => {
    const { url, adopted } = await start();
    expect(adopted).toBe(false);
    await query(url, 'create extension pg_trgm');
    const [row] = await query(url, `select similarity('тест', 'тест') as one, lower('ЁЖ') as low, version()`);
    expect(row).toMatchObject({ one: 1, low: 'ёж', version: expect.stringMatching(/^PostgreSQL \d+/) });
    const [settings] = await query(
      url,
      `select current_setting('autovacuum_naptime') as nap, current_setting('max_connections') as connections,
              current_setting('shared_buffers') as buffers, current_setting('listen_addresses') as address,
              current_setting('TimeZone') as zone, current_setting('data_checksums') as checksums`,
    );
    expect(settings).toEqual({
      nap: '15s',
      connections: '100',
      buffers: '256MB',
      address: '127.0.0.1',
      zone: 'UTC',
      checksums: 'on',
    });
  });

  test('keeps its data, behind a password only we can read', async () => {
    const { url } = await start();
    expect(await query(url, `select similarity('а', 'а') as one`)).toEqual([{ one: 1 }]);
    expect(statSync(join(shared, 'postgres.password')).mode & 0o777).toBe(0o600);
    const data = readdirSync(shared).find((name) => /^postgres-\d+$/.test(name)) ?? '';
    expect(statSync(join(shared, data)).mode & 0o777).toBe(0o700);
    expect(readdirSync(shared).filter((name) => name.startsWith(`${data}.`))).toEqual([]);
    await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'select')).rejects.toThrow(/password/);
  });

  test('serves who starts it twice; the first to stop leaves it running, the last stops it', async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ url: first.url, adopted: true });
    await first.stop();
    expect(await isUp(first.url)).toBe(true);
    await second.stop();
    await second.stop();
    expect(await isUp(first.url)).toBe(false);
  });

  test('is left running while anybody is connected', async () => {
    const server = await start();
    const guest = new pg.Client({ connectionString: server.url });
    await guest.connect();
    await server.stop();
    expect((await guest.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await guest.end();
    expect(await start()).toMatchObject({ url: server.url, adopted: true });
  });

  test('starts once when two start it at once', async () => {
    const fresh = join(root, 'fresh');
    const both = await Promise.all([start(fresh), start(fresh)]);
    expect(both.map(({ adopted }) => adopted).sort()).toEqual([false, true]);
    expect(both[0]?.url).toBe(both[1]?.url);
  });
});

describe('another process', () => {
  const run = (afterwards: string) => promisify(execFile)(process.execPath, otherProcess(afterwards));

  test('joins the server, and leaves it to us', async () => {
    const server = await start();
    const { stdout } = await run('await server.stop();');
    expect(JSON.parse(stdout)).toEqual({ url: server.url, adopted: true });
    expect(await isUp(server.url)).toBe(true);
  });

  test('at the same moment joins, or is joined', async () => {
    const [ours, { stdout }] = await Promise.all([start(), run('await server.stop();')]);
    const theirs = JSON.parse(stdout);
    expect(await isUp(ours.url)).toBe(true);
    // Unless it had left before we came, it was the same server.
    expect(theirs.url === ours.url || !theirs.adopted).toBe(true);
  });

  test('that ends without stopping leaves a server that the next one joins and stops', async () => {
    const { stdout } = await run('');
    const server = await start();
    expect(server).toMatchObject({ url: JSON.parse(stdout).url, adopted: true });
    await server.stop();
    expect(await isUp(server.url)).toBe(false);
  });

  test('that is killed does so, too', async () => {
    const child = spawn(process.execPath, otherProcess('setInterval(() => {}, 1000);'));
    const url = await new Promise<string>((resolve) => {
      child.stdout.once('data', (text) => resolve(JSON.parse(String(text)).url));
    });
    const end = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await end;
    expect(await start()).toMatchObject({ url, adopted: true });
  });
});

describe('a disaster', () => {
  test('a killed server is started anew, with all that was committed', async () => {
    const server = await start();
    await query(server.url, 'create table kept as select 42 as answer');
    process.kill(serverPid(), 'SIGKILL');
    const next = await start();
    expect(next.adopted).toBe(false);
    expect(await query(next.url, 'select * from kept')).toEqual([{ answer: 42 }]);
  });

  test('a lock file whose process is now another program does not hinder', async () => {
    await (await start()).stop();
    const data = join(shared, readdirSync(shared).find((name) => /^postgres-\d+$/.test(name)) ?? '');
    writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`);
    expect(await start()).toMatchObject({ adopted: false });
  });

  test('data of another major version is not passed over in silence', async () => {
    const dir = join(root, 'old');
    mkdirSync(join(dir, 'postgres-9'), { recursive: true });
    await expect(start(dir)).rejects.toThrow(/postgres-9 was made by another version of PostgreSQL than \d+/);
  });

  test('a folder that cannot be is named, with what to do', async () => {
    writeFileSync(join(root, 'file'), '');
    await expect(start(join(root, 'file', 'var'))).rejects.toThrow(/^The folder \S+ cannot be made .+VARIORUM_DIR/);
  });

  test.runIf(process.getuid?.() === 0)('root may move it to where no other user can follow, and back', async () => {
    await (await start()).stop();
    const hidden = join(root, 'hidden');
    mkdirSync(hidden, { mode: 0o700 });
    renameSync(shared, join(hidden, 'shared'));
    const server = await start(join(hidden, 'shared'));
    expect(await query(server.url, 'select * from kept')).toEqual([{ answer: 42 }]);
    await server.stop();
    renameSync(join(hidden, 'shared'), shared);
    expect(await query((await start()).url, 'select * from kept')).toEqual([{ answer: 42 }]);
  });
});
