/** `variorum extract` for pages of people, pages that moved, pages that need others, and as the old importer read them. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'extract-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Golden = { id: string; url: string; raw: string; aux_pages?: Record<string, string>; expected: object };
const file = readFileSync(join(root, 'src/sources/legacy/golden.json'), 'utf8');
const { fixtures } = JSON.parse(file) as { fixtures: Golden[] };
const golden = (id: string): Golden => {
  const found = fixtures.find((fixture) => fixture.id === id);
  if (!found) throw new Error(`There is no golden page ${id}.`);
  return found;
};

let files = 0;
const saved = (text: string | Buffer) => {
  files += 1;
  const path = join(folder, `${files}.page`);
  writeFileSync(path, text);
  return path;
};
const besideOf = ({ aux_pages: pages = {} }: Golden) =>
  Object.entries(pages).flatMap(([url, text]) => ['--beside', `${url}=${saved(text)}`]);

type Ended = { code: number; out: string; err: string };
const extract = (url: string, text: string | Buffer, ...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const all = [join(root, 'bin/variorum'), 'extract', url, '--from', saved(text), ...args];
    execFile(process.execPath, all, (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    );
  });
const oneSentence = (err: string) => expect(err.trim().split('\n')).toHaveLength(1);

describe('--parity prints what the old importer returned', () => {
  test.each(['ifwiki-game-1', 'ifwiki-listing', 'apero-game-missing', 'rilarhiv-listing-1'])('of %s', async (id) => {
    const page = golden(id);
    const { code, out, err } = await extract(page.url, page.raw, '--parity', '--json', ...besideOf(page));
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual(page.expected);
  });

  test('in windows-1251 too, and to be read by people', async () => {
    const { url, raw } = golden('questbook-game-1');
    const letters = Array.from(
      { length: 64 },
      (_, index) => [String.fromCodePoint(0x410 + index), 0xc0 + index] as const,
    );
    const codes = new Map([...letters, ['Ё', 0xa8], ['ё', 0xb8]] as const);
    const bytes = Buffer.from([...raw].map((sign) => codes.get(sign) ?? sign.charCodeAt(0)));
    const { out } = await extract(url, bytes, '--parity');
    expect(out).toContain('title: Долина эха\n');
    expect(out).toContain('authors:\n  author  Вера Лунина  https://quest-book.ru/online/author/7');
  });

  test('any page as a person’s, where that is asked', async () => {
    const page = golden('ifwiki-author-redirect');
    const { out } = await extract(page.url, page.raw, '--parity', '--as', 'person', '--json', ...besideOf(page));
    expect(JSON.parse(out)).toEqual(page.expected);
  });

  test('or says which further pages it needs', async () => {
    const page = golden('ifiction-game-1');
    const { code, out, err } = await extract(page.url, page.raw, '--parity', ...besideOf(page).slice(0, 2));
    expect([code, out]).toEqual([2, '']);
    oneSentence(err);
    expect(err).toContain('http://forum.ifiction.ru/file.php?fid=6 and http://forum.ifiction.ru/file.php?fid=7');
  });

  test('or that it never read such a page', async () => {
    const { code, err } = await extract('https://ifdb.org/viewgame?id=abcdefgh', 'x', '--parity');
    expect(code).toBe(2);
    oneSentence(err);
  });
});

describe('without it', () => {
  test('a person’s page prints the person', async () => {
    const { url, raw } = golden('apero-author-1');
    const { code, out } = await extract(url, raw, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ source: 'apero', name: 'Вера Лунина', biography: { language: 'ru' } });
  });

  test('a page of the wiki that names a person is read as one', async () => {
    const { url, raw } = golden('ifwiki-author-1');
    expect(JSON.parse((await extract(url, raw, '--json')).out)).toMatchObject({
      source: 'ifwiki',
      urls: expect.anything(),
    });
  });

  test('a page that moved says where to', async () => {
    const { url, raw } = golden('ifwiki-game-redirect');
    const { code, out, err } = await extract(url, raw);
    expect([code, out]).toEqual([2, '']);
    oneSentence(err);
    expect(err).toContain(encodeURI('Песчаный_лис'));
  });

  test('further pages are read with it, and named when they are not given', async () => {
    const page = golden('ifiction-game-1');
    const whole = await extract(page.url, page.raw, '--json', ...besideOf(page));
    expect(whole.out).toContain('http://cdn.example.org/stars.zip');
    expect(whole.err).not.toContain('not known');
    const alone = await extract(page.url, page.raw, '--json');
    expect(alone.code).toBe(0);
    expect(alone.err).toContain('--beside http://forum.ifiction.ru/file.php?fid=6=FILE');
  });

  test('--beside without address or file is refused', async () => {
    const { url, raw } = golden('instead-game-1');
    for (const given of ['x', 'http://a.example/=']) {
      const { code, out, err } = await extract(url, raw, '--beside', given);
      expect([code, out]).toEqual([2, '']);
      oneSentence(err);
    }
  });
});
