import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { createReplay, type ReplayOptions } from './replay.ts';
import type { Answer } from './web.ts';

const root = mkdtempSync(join(tmpdir(), 'replay-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const page = 'http://games.example/1';

/** Records a web: its lines, and the files they name. */
function record(lines: (object | string)[], files: Record<string, string | Uint8Array> = {}): string {
  const dir = mkdtempSync(join(root, 'web-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  writeFileSync(join(dir, 'web.jsonl'), text);
  return dir;
}

function open(lines: object[], files: Record<string, string | Uint8Array> = {}, options: Partial<ReplayOptions> = {}) {
  return createReplay({ dir: record(lines, files), ...options });
}

function said(answer: Answer): string {
  return answer.kind === 'body' ? Buffer.from(answer.body).toString() : answer.kind;
}

describe('a recorded answer', () => {
  test('is given with its headers', async () => {
    const headers = { 'Content-Type': 'text/html', ETag: '"1"', 'last-modified': 'Sat, 01 Mar 2025 00:00:00 GMT' };
    const web = open([{ url: page, status: 200, headers, file: 'a.html' }], { 'a.html': 'Маяк' });
    expect(await web({ url: page })).toEqual({
      kind: 'body',
      url: page,
      status: 200,
      contentType: 'text/html',
      body: Buffer.from('Маяк'),
      etag: '"1"',
      lastModified: 'Sat, 01 Mar 2025 00:00:00 GMT',
    });
  });

  test('is missing where nothing was recorded', async () => {
    expect(await open([])({ url: page })).toEqual({ kind: 'missing', status: 404 });
  });

  test('is found however its URL is spelled, with any fragment', async () => {
    const web = open([{ url: 'http://Games.example:80/Маяк#top', file: 'a' }], { a: 'here' });
    expect(said(await web({ url: 'http://games.example/%D0%9C%D0%B0%D1%8F%D0%BA#end' }))).toBe('here');
  });

  test('is unchanged for who holds its ETag', async () => {
    const web = open([{ url: page, headers: { etag: '"1"' }, file: 'a' }], { a: 'one' });
    expect(await web({ url: page, etag: '"1"' })).toEqual({ kind: 'unchanged' });
    expect(said(await web({ url: page, etag: '"0"' }))).toBe('one');
    expect(said(await web({ url: page }))).toBe('one');
  });

  test('means what it would mean live', async () => {
    const web = open([
      { url: 'http://a.example/gone', status: 410 },
      { url: 'http://a.example/ill', status: 500 },
      { url: 'http://a.example/busy', status: 429, headers: { 'Retry-After': 0 } },
      { url: 'http://a.example/moved', status: 301, headers: { location: '/gone' } },
      { url: 'http://a.example/round', status: 302, headers: { location: '/round' } },
      { url: 'http://a.example/out', status: 302, headers: { location: 'file:///etc/passwd' } },
    ]);
    const ask = async (path: string) => web({ url: `http://a.example/${path}` });
    expect(await ask('gone')).toEqual({ kind: 'missing', status: 410 });
    expect(await ask('ill')).toMatchObject({ kind: 'failed', cause: 'status' });
    expect(await ask('busy')).toMatchObject({ kind: 'pause' });
    expect(await ask('moved')).toEqual({ kind: 'missing', status: 410 });
    expect(await ask('round')).toMatchObject({ kind: 'failed', cause: 'redirects' });
    expect(await ask('out')).toMatchObject({ kind: 'failed', cause: 'not-http' });
  });

  test('is unpacked, and held to the same limits', async () => {
    const files = { gz: gzipSync('Маяк'), bomb: gzipSync(new Uint8Array(20_000_000)), big: new Uint8Array(1_000_001) };
    const lines = Object.keys(files).map((file) => ({ url: `http://a.example/${file}`, file }));
    const encoded = { url: page, headers: { 'content-encoding': 'gzip' }, file: 'gz' };
    const web = open([...lines, encoded], files, { maxBodyBytes: 1_000_000 });
    expect(said(await web({ url: 'http://a.example/gz' }))).toBe('Маяк');
    expect(said(await web({ url: page }))).toBe('Маяк');
    expect(await web({ url: 'http://a.example/bomb' })).toMatchObject({ cause: 'too-large' });
    expect(await web({ url: 'http://a.example/big' })).toMatchObject({ cause: 'too-large' });
  });
});

describe('of several answers of one URL', () => {
  test('those without a date are given in turn, the last again and again', async () => {
    const web = open(
      [
        { url: page, file: 'a' },
        { url: page, file: 'b' },
        { url: page, status: 404 },
      ],
      { a: 'A', b: 'B' },
    );
    const answers: string[] = [];
    for (let turn = 0; turn < 5; turn++) answers.push(said(await web({ url: page })));
    expect(answers).toEqual(['A', 'B', 'missing', 'missing', 'missing']);
  });

  test.each([
    [undefined, 'C'],
    ['2030', 'C'],
    ['2026-06', 'C'],
    ['2026-05-31', 'B'],
    ['2026-02-03', 'B'],
    ['2026-02-02', 'A'],
    ['2026', 'A'],
    ['2025-12-31', 'missing'],
  ])('at %s the newest not after that day is given', async (at, expected) => {
    const lines = [
      { url: page, file: 'c', from: '2026-06' },
      { url: page, file: 'a', from: '2026' },
      { url: page, file: 'b', from: '2026-02-03' },
    ];
    const web = open(lines, { a: 'A', b: 'B', c: 'C' }, at === undefined ? {} : { at });
    expect(said(await web({ url: page }))).toBe(expected);
    expect(said(await web({ url: page }))).toBe(expected);
  });

  test('one without a date holds from the beginning', async () => {
    const lines = [
      { url: page, file: 'a' },
      { url: page, status: 404, from: '2026' },
    ];
    expect(said(await open(lines, { a: 'A' }, { at: '2025' })({ url: page }))).toBe('A');
    expect(said(await open(lines, { a: 'A' })({ url: page }))).toBe('missing');
  });
});

describe('a fault', () => {
  test('hang: ends with the time-out, or with the caller', async () => {
    const web = open([{ url: page, fault: 'hang' }], {}, { fetchTimeoutMs: 20 });
    expect(await web({ url: page })).toMatchObject({ kind: 'failed', cause: 'timeout' });
    const patient = open([{ url: page, fault: 'hang' }]);
    const caller = new AbortController();
    const answer = patient({ url: page }, caller.signal);
    caller.abort(new Error('enough'));
    await expect(answer).rejects.toThrow('enough');
  });

  test('reset: the connection breaks off', async () => {
    const web = open([{ url: page, fault: 'reset' }]);
    expect(await web({ url: page })).toMatchObject({ kind: 'failed', cause: 'interrupted' });
  });
});

describe('a recording', () => {
  test('may be gzipped', async () => {
    const dir = record([], { a: 'A' });
    rmSync(join(dir, 'web.jsonl'));
    writeFileSync(join(dir, 'web.jsonl.gz'), gzipSync(JSON.stringify({ url: page, file: 'a' })));
    expect(said(await createReplay({ dir })({ url: page }))).toBe('A');
  });

  test.each<[string, object | string, RegExp]>([
    ['is not JSON', '{"url"', /it is not JSON/],
    ['has no URL', { status: 200 }, /url: /],
    ['has a URL that is none', { url: 'games' }, /url: not a url/],
    ['has a strange status', { url: page, status: 'fine' }, /status: /],
    ['names a file that is not there', { url: page, file: 'none' }, /file none does not exist/],
    ['names a file outside', { url: page, file: '../outside' }, /outside lies outside the folder/],
    ['names a file outside from the root', { url: page, file: join(root, 'outside') }, /lies outside the folder/],
    ['names a link that leads outside', { url: page, file: 'link' }, /link lies outside the folder/],
    ['has a strange date', { url: page, from: 'May 2026' }, /"May 2026" is no date/],
    ['has an impossible date', { url: page, from: '2026-02-30' }, /"2026-02-30" is no date/],
  ])('is refused with file and line when a line %s', (_, line, because) => {
    writeFileSync(join(root, 'outside'), 'secret');
    const dir = record([{ url: page }, line]);
    symlinkSync(join(root, 'outside'), join(dir, 'link'));
    expect(() => createReplay({ dir })).toThrow(because);
    expect(() => createReplay({ dir })).toThrow(/^\S+web\.jsonl, line 2 cannot be used: .+\.$/);
  });

  test('is refused without a script, and with a strange day to replay', () => {
    expect(() => createReplay({ dir: join(root, 'nowhere') })).toThrow(/nowhere holds no recorded web/);
    expect(() => createReplay({ dir: record([]), at: 'yesterday' })).toThrow(/"yesterday" is no date/);
  });
});
