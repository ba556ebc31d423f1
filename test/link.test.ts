/** `variorum link` on small files, as somebody with two lists would use it. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'link-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const lines = (records: object[]) => records.map((record) => JSON.stringify(record)).join('\n');
writeFileSync(
  at('shop.jsonl'),
  lines([
    { id: 's1', source: 'shop', title: 'The Lighthouse Keeper', authors: ['Vera Lunina'], releaseDate: '2019' },
    { id: 's2', source: 'shop', title: 'Harbour Nights II', releaseDate: '2001' },
    { id: 's3', source: 'shop', title: 'Cold Iron Demo' },
  ]),
);
writeFileSync(
  at('archive.jsonl.gz'),
  gzipSync(
    lines([
      { id: 'a1', source: 'archive', title: 'Lighthouse Keeper', authors: ['Lunina, Vera'], releaseDate: '2019-05' },
      { id: 'a2', source: 'archive', title: 'Harbour Nights 2', releaseDate: '2001' },
      { id: 'a3', source: 'archive', title: 'Harbour Nights', releaseDate: '1999' },
      { id: 'a4', source: 'archive', title: 'Cold Iron' },
    ]),
  ),
);

async function variorum(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return promisify(execFile)(join(root, 'bin/variorum'), args).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      out: error.stdout,
      err: error.stderr,
    }),
  );
}

test('two files: the same games are joined, each pair with its reasons', async () => {
  const { code, out } = await variorum('link', at('shop.jsonl'), at('archive.jsonl.gz'), '--out', at('pairs.jsonl'));
  expect([code, out]).toEqual([0, expect.stringMatching(/^7 records, .* 2 pairs joined, /)]);
  const pairs = readFileSync(at('pairs.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(pairs.map(({ left, right }) => [left, right]).sort()).toEqual([
    ['s1', 'a1'],
    ['s2', 'a2'],
  ]);
  for (const pair of pairs) {
    expect(Object.keys(pair)).toEqual(['left', 'right', 'probability', 'evidence']);
    expect(pair.probability).toBeGreaterThan(0.9);
    expect(pair.evidence[0]).toMatchObject({ feature: expect.any(String), weight: expect.any(Number) });
  }
});

test('--json prints the counts alone', async () => {
  const { out } = await variorum(
    'link',
    at('shop.jsonl'),
    at('archive.jsonl.gz'),
    '--out',
    at('p2.jsonl'),
    '--json',
    '--all',
  );
  expect(JSON.parse(out)).toMatchObject({ records: 7, same: 2, withinSource: false });
});

test.each([
  ['a file that is not there', 'nowhere.jsonl', '', /There is no file/],
  ['a line that is no JSON', 'bad.jsonl', '{"id":"1","title":"T"}\n{"id"', /bad\.jsonl, line 2 is no JSON/],
  ['a record without title', 'untitled.jsonl', '{"id":"1"}', /untitled\.jsonl, line 1 cannot be used: it has no title/],
])('%s: one sentence, and nothing half written', async (_, name, text, reason) => {
  if (text) writeFileSync(at(name), text);
  const { code, err } = await variorum('link', at(name), '--out', at('none.jsonl'));
  expect(code).toBe(2);
  expect(err).toMatch(reason);
  expect([existsSync(at('none.jsonl')), existsSync(at('none.jsonl.part'))]).toEqual([false, false]);
});
