/** The commands as a person types them: what they print, where, and with which exit code. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase, type TestDatabase } from './database.ts';

const bin = fileURLToPath(new URL('../bin/variorum', import.meta.url));
const sample = fileURLToPath(new URL('../samples/web', import.meta.url));
let db: TestDatabase;
let dir = '';
beforeAll(async () => {
  db = await createDatabase();
  dir = await mkdtemp(join(tmpdir(), 'variorum-cli-'));
});
afterAll(async () => {
  await db.drop();
  await rm(dir, { recursive: true, force: true });
});

type Ended = { code: number; out: string; err: string };
const run = (args: string[], env: Record<string, string> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const settings = { DATABASE_URL: db.url, VARIORUM_DEBIAN_ARCHIVE: 'http://archive.example/debian', ...env };
    execFile(
      process.execPath,
      [bin, ...args],
      { env: { PATH: process.env.PATH, ...settings }, maxBuffer: 1e8 },
      (error, out, err) => resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    );
  });
const saved = async (name: string, body: string | Buffer) => {
  const file = join(dir, name);
  await writeFile(file, body);
  return file;
};
const oneSentence = (err: string) => expect(err.trim().split('\n')).toHaveLength(1);

describe('help', () => {
  test('names every command, and each has an example', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    for (const name of [
      'serve',
      'worker',
      'demo',
      'import',
      'extract',
      'sources',
      'games',
      'reviews',
      'events',
      'rebuild',
      'doctor',
    ])
      expect(out).toContain(`  ${name}`);
    expect((await run(['events', 'list', '--help'])).out).toContain('Example');
  });

  test.each([
    [['nonsense']],
    [['import']],
    [['import', '--limit', '0', '--all']],
    [['games', 'show']],
    [['reviews', 'judge', 'x', 'maybe']],
  ])('%j is refused with exit code 2', async (args) => {
    const { code, out } = await run(args);
    expect([code, out]).toEqual([2, '']);
  });

  test('all mistakes in the settings are told at once, without secrets', async () => {
    const { code, err } = await run(['doctor'], {
      PORT: 'x',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://root:hunter2@db',
    });
    expect(code).toBe(2);
    for (const name of ['PORT', 'LOG_LEVEL', 'DATABASE_URL']) expect(err).toContain(name);
    expect(err).not.toContain('hunter2');
  });

  test('a database that does not answer is one sentence', async () => {
    const { code, err } = await run(['games', 'search', 'x'], { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/none' });
    expect(code).toBe(2);
    oneSentence(err);
  });
});

describe('serve', () => {
  test('on a port that is taken: one sentence, exit code 2, and the first password is not lost', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, out, err } = await run(['serve'], { PORT: String(port) });
    other.close();
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('port');
    expect((await db.pool.query('select count(*)::int as n from auth."user"')).rows[0].n).toBe(0);
  });
});

describe('extract', () => {
  const page = 'http://instead-games.ru/game.php?ID=42';
  const game = '<h2>Маяк</h2><div class="gamedsc">Текст.</div><div id="panel"><b>Автор</b>: A. Novak<br></div>';

  test('prints the record of a saved page as JSON and nothing else', async () => {
    const { code, out } = await run(['extract', page, '--from', await saved('game.html', game), '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      source: 'instead-games',
      key: '42',
      title: 'Маяк',
      credits: [{ role: 'author', name: 'A. Novak' }],
      descriptions: [{ language: 'ru', text: 'Текст.' }],
    });
  });

  test('reads gzipped pages and windows-1251', async () => {
    const cp1251 = Buffer.from([0x3c, 0x68, 0x32, 0x3e, 0xcc, 0xe0, 0xff, 0xea, 0x3c, 0x2f, 0x68, 0x32, 0x3e]);
    const { out } = await run([
      'extract',
      page,
      '--from',
      await saved('game.html.gz', gzipSync(cp1251)),
      '--content-type',
      'text/html; charset=windows-1251',
      '--json',
    ]);
    expect(JSON.parse(out)).toMatchObject({ title: 'Маяк' });
  });

  test.each([
    ['a URL that is none', () => ['not a url', '--from', 'x']],
    ['a URL no source claims', () => ['https://example.org/game', '--from', 'x']],
    ['a file that is not there', () => [page, '--from', join(dir, 'nothing.html')]],
    ['a page without its markers', async () => [page, '--from', await saved('empty.html', '<p>moved</p>')]],
    [
      'broken JSON',
      async () => ['https://ifdb.org/viewgame?id=abcdefgh', '--from', await saved('game.json', '{"a": ')],
    ],
    [
      'broken YAML',
      async () => [
        'http://a.example/dists/x/main/dep11/Components-amd64.yml',
        '--from',
        await saved('c.yml', 'File: DEP-11\n  bad: ['),
      ],
    ],
    ['a broken gzip file', async () => [page, '--from', await saved('broken.gz', Buffer.from([0x1f, 0x8b, 1, 2, 3]))]],
    ['a gzip bomb', async () => [page, '--from', await saved('bomb.gz', gzipSync(Buffer.alloc(600_000_000)))]],
  ])('%s: one sentence and exit code 2', async (_, args) => {
    const { code, out, err } = await run(['extract', ...(await args())]);
    expect([code, out]).toEqual([2, '']);
    oneSentence(err);
  });
});

describe('import', () => {
  test('--dry-run says what would change and keeps nothing', async () => {
    const { code, out } = await run([
      'import',
      '--source',
      'appstream',
      '--replay',
      sample,
      '--at',
      '2024-01-01',
      '--dry-run',
      '--json',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ pages: 1, failures: [] });
    expect(JSON.parse(out).created).toBeGreaterThan(50);
    // The start of the program has written down its rules; of the import nothing is kept.
    const { rows } = await db.pool.query('select distinct event_type from import_event');
    expect(rows).toEqual([{ event_type: 'RulesChanged' }]);
  });

  test('of the sample ends in part, with exit code 1, and says which source and why', async () => {
    const { code, out } = await run(['import', '--all', '--replay', sample, '--at', '2024-01-01']);
    expect(code).toBe(1);
    expect(out).toMatch(/instead-games: 1 × broken: .*ID=912/);
  });

  test('again: nothing new', async () => {
    const { out } = await run(['import', '--source', 'ifdb', '--replay', sample, '--at', '2024-01-01', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      status: 'done',
      sources: [{ source: 'ifdb', totals: { fetched: 0, records: 0, created: 0, updated: 0 } }],
    });
  });

  test.each<[string, string[], Record<string, string>?]>([
    ['an unknown source', ['import', '--source', 'none']],
    ['a URL no source claims', ['import', 'https://example.org/game']],
    ['--at without --replay', ['import', '--all', '--at', '2024-01-01']],
    ['a recording that is not there', ['import', '--all', '--replay', '/nowhere']],
    ['a source that lacks its setting', ['import', '--source', 'appstream'], { VARIORUM_DEBIAN_ARCHIVE: '' }],
  ])('%s: one sentence and exit code 2', async (_, args, env = {}) => {
    const { code, out, err } = await run(args, env);
    expect([code, out]).toEqual([2, '']);
    oneSentence(err);
  });

  test('a recording with a broken line is told by file and line', async () => {
    await mkdir(join(dir, 'web'), { recursive: true });
    await writeFile(join(dir, 'web', 'web.jsonl'), '{"url":"http://a/","status":200}\n{broken\n');
    const { code, err } = await run(['import', '--all', '--replay', join(dir, 'web')]);
    expect(code).toBe(2);
    expect(err).toMatch(/web\.jsonl.*2/);
  });
});

describe('reading', () => {
  test('games search, show and why', async () => {
    const { out } = await run(['games', 'search', 'а', '--source', 'instead-games', '--json', '--limit', '1']);
    const [game] = JSON.parse(out).games;
    expect((await run(['games', 'show', game.gameId])).out).toContain(`title: ${game.title}`);
    const why = await run(['games', 'why', game.gameId, 'title', '--json']);
    expect(JSON.parse(why.out)).toMatchObject([
      {
        field: 'title',
        source: 'instead-games',
        url: expect.stringContaining('instead-games.ru'),
        snapshot: expect.stringMatching(/^[0-9a-f]{64}$/),
        bytes: expect.any(Number),
      },
    ]);
    expect((await run(['games', 'why', game.gameId, 'nonsense'])).code).toBe(2);
    expect((await run(['games', 'show', 'nonsense'])).code).toBe(2);
  });

  test('sources list and show', async () => {
    expect((await run(['sources', 'list'])).out).toMatch(/instead-games\s+ready/);
    expect((await run(['sources', 'show', 'instead-games'])).out).toContain('ID=912');
    expect((await run(['sources', 'show', 'none'])).code).toBe(2);
  });

  test('games merge, arrangements and undo; replay match finds nothing new', async () => {
    const { games } = JSON.parse((await run(['games', 'search', '--limit', '2', '--json'])).out);
    const [one, other] = games.map(({ gameId }: { gameId: string }) => gameId);
    const preview = await run(['games', 'merge', one, other, '--preview']);
    expect(preview).toMatchObject({ code: 0, out: expect.stringContaining('Nothing was kept.') });
    const { arrangementId, after } = JSON.parse((await run(['games', 'merge', one, other, '--json'])).out);
    expect(after).toHaveLength(1);
    expect((await run(['games', 'arrangements'])).out).toContain(arrangementId);
    expect((await run(['games', 'undo', arrangementId, '--reason', 'a trial'])).out).toContain('After:');
    expect((await run(['games', 'undo', arrangementId])).code).toBe(2);
    expect((await run(['games', 'split', one, 'none|none'])).code).toBe(2);
    expect((await run(['games', 'different', one, 'nonsense'])).code).toBe(2);
    expect(JSON.parse((await run(['replay', 'match', '--json'])).out)).toMatchObject({ changed: 0, moved: 0 });
  });

  test('events list and verify, rebuild --check, doctor', async () => {
    const { out } = await run(['events', 'list', '--type', 'PageBroken', '--json']);
    expect(JSON.parse(out.trim().split('\n')[0] ?? '')).toMatchObject({ type: 'PageBroken' });
    expect(await run(['events', 'verify'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('every chain is whole'),
    });
    expect(await run(['rebuild', '--check'])).toMatchObject({ code: 0, out: expect.stringContaining('equal the log') });
    expect((await run(['doctor'])).out).toContain('✓ letters');
  });

  test('events verify finds a flipped event and exits with 1', async () => {
    await db.pool.query(
      `update import_event set payload = payload || '{"reason": "nothing"}' where event_type = 'PageBroken'`,
    );
    expect(await run(['events', 'verify'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('page:instead-games|912'),
    });
  });

  test('reviews list, show and judge', async () => {
    const { reviews } = JSON.parse((await run(['reviews', 'list', '--json'])).out);
    const review = reviews.find((candidate: { kind: string }) => candidate.kind === 'match');
    expect((await run(['reviews', 'show', review.reviewId])).out).toContain(review.title);
    expect((await run(['reviews', 'judge', review.reviewId, 'different', '--reason', 'another game'])).code).toBe(0);
    expect((await run(['reviews', 'judge', review.reviewId, 'different'])).code).toBe(2);
  });
});
