/** From a saved page to a passing source, as somebody new would do it. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'kit-'));
const into = join(folder, 'sources');
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `variorum …`; never throws. */
async function variorum(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return run(join(root, 'bin/variorum'), args).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      out: error.stdout,
      err: error.stderr,
    }),
  );
}

beforeAll(() => {
  mkdirSync(into);
  symlinkSync(join(root, 'src/domain'), join(folder, 'domain'));
  symlinkSync(join(root, 'src/sources/reading'), join(into, 'reading'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(into, 'all.ts'),
    "import { a } from './a.ts';\n\nexport const sources: readonly Source[] = [a];\n",
  );
  writeFileSync(
    join(folder, 'page.html'),
    '<title>Quests</title><nav>Home</nav><h1>The Glass Orchard</h1><p>By Ada Pine</p>',
  );
  writeFileSync(join(folder, 'page.json'), '{"name":"Ash & Birch","year":1999}');
  writeFileSync(join(folder, 'empty.html'), '<p></p>');
});

const begin = (name: string, url: string, file: string) =>
  variorum('sources', 'new', name, '--url', url, '--from', join(folder, file), '--into', into);

describe('variorum sources new', () => {
  test('writes a source, a fixture of the saved page, what it gives, and a test', async () => {
    const { code, out, err } = await begin('glass-quests', 'https://quests.example/game/glass-orchard', 'page.html');
    expect([code, out.trim().split('\n').length]).toEqual([0, 4]);
    expect(err).toContain('docs/writing-a-source.md');
    const expected = JSON.parse(readFileSync(join(into, 'fixtures/glass-quests/first.expected.json'), 'utf8'));
    expect(expected.expect.records).toMatchObject([{ title: 'The Glass Orchard', key: 'glass-orchard' }]);
    expect(expected.expect.unread).toEqual(['p: By Ada Pine']);
    expect(readFileSync(join(into, 'all.ts'), 'utf8')).toContain('[glassQuests,a]');
  });

  test('begins from JSON as well', async () => {
    const { code } = await begin('ash', 'https://ash.example/api/ash', 'page.json');
    expect(code).toBe(0);
    const expected = JSON.parse(readFileSync(join(into, 'fixtures/ash/first.expected.json'), 'utf8'));
    expect(expected.expect).toMatchObject({ records: [{ title: 'Ash & Birch' }], unread: ['year'] });
  });

  test.each([
    ['Quests!', 'https://quests.example/game/a', 'page.html', /is no name for a source/],
    ['quests', 'quests.example', 'page.html', /is not a web address/],
    ['quests', 'https://quests.example/game/a', 'nowhere.html', /There is no file/],
    ['quests', 'https://quests.example/game/a', 'empty.html', /has no title/],
    ['quests', 'http://instead-games.ru/game.php?ID=42', 'page.html', /read by the source instead-games already/],
    ['glass-quests', 'https://quests.example/game/b', 'page.html', /exists already/],
  ])('refuses %s of %s with one sentence', async (name, url, file, reason) => {
    const { code, err } = await begin(name, url, file);
    expect(code).toBe(2);
    expect(err).toMatch(reason);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('variorum sources test', () => {
  test('says that the fixtures of a source come out as expected', async () => {
    const { code, out } = await variorum('sources', 'test', 'ifdb');
    expect(code).toBe(0);
    expect(out).toMatch(/ok +ifdb\/full[\s\S]*as expected, 0 otherwise\./);
  });

  test('knows no source of another name', async () => {
    const { code, err } = await variorum('sources', 'test', 'nobody');
    expect([code, err]).toEqual([2, 'There is no source «nobody»; see `variorum sources list`.\n']);
  });
});
