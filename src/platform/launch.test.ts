import { execFile, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const checkout = realpathSync(mkdtempSync(join(tmpdir(), 'checkout-')));
const bin = join(checkout, 'bin', 'variorum');
const link = join(checkout, 'a link');
/** What stands for the program: it says what it got, and waits when told to. */
const main = `export async function main(argv: string[]): Promise<number> {
  const ended = new Promise<number>((resolve) => process.once('SIGTERM', () => resolve(7)));
  console.log(JSON.stringify({ node: process.versions.node, argv, greeting: process.env.GREETING }));
  if (argv[0] !== 'wait') return Number(argv[0]);
  const idle = setInterval(() => {}, 1000);
  return ended.finally(() => clearInterval(idle));
}`;

beforeAll(() => {
  for (const folder of ['bin', 'src/cli']) mkdirSync(join(checkout, folder), { recursive: true });
  copyFileSync(join(import.meta.dirname, '../../bin/variorum'), bin);
  writeFileSync(join(checkout, 'package.json'), '{"type":"module"}');
  writeFileSync(join(checkout, 'src/cli/main.ts'), main);
  symlinkSync(bin, link);
});
afterAll(() => rmSync(checkout, { recursive: true, force: true }));

type Ended = { code: number | string | null | undefined; out: string; err: string };

/** Runs the command; `preload` is a script that makes this Node look older than it is. */
function run(path: string, args: string[], preload?: string): Promise<Ended> {
  const node = preload ? ['--import', `data:text/javascript,${encodeURIComponent(preload)}`] : [];
  const env = { ...process.env, GREETING: 'hello' };
  return new Promise((resolve) => {
    execFile(process.execPath, [...node, path, ...args], { cwd: tmpdir(), env }, (error, out, err) => {
      resolve({ code: error ? error.code : 0, out, err });
    });
  });
}

const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })`;

describe('bin/variorum', () => {
  test('starts the program from any folder, through a link, with its arguments, environment and exit code', async () => {
    const { code, out, err } = await run(link, ['3', 'a b']);
    expect({ code, err }).toEqual({ code: 3, err: '' });
    expect(JSON.parse(out)).toEqual({ node: process.versions.node, argv: ['3', 'a b'], greeting: 'hello' });
  });

  test('asks for npm ci when Node is too old and none is pinned', async () => {
    expect(await run(bin, ['0'], old)).toEqual({
      code: 2,
      out: '',
      err: `Variorum needs Node 22.19 or newer and this is 20.20.2: run \`npm ci\` in ${checkout}/\n`,
    });
  });

  describe('with a Node that is too old', () => {
    /** Another path to this Node, so that it counts as the pinned one. */
    const pinned = join(checkout, 'pinned-node');
    beforeAll(() => {
      mkdirSync(join(checkout, 'node_modules/.bin'), { recursive: true });
      writeFileSync(pinned, `#!/bin/sh\nexec '${process.execPath}' "$@"\n`, { mode: 0o755 });
      symlinkSync(pinned, join(checkout, 'node_modules/.bin/node'));
    });

    test('hands over to the pinned one', async () => {
      const { code, out, err } = await run(link, ['3', 'a b'], old);
      expect({ code, err }).toEqual({ code: 3, err: '' });
      expect(JSON.parse(out)).toEqual({ node: process.versions.node, argv: ['3', 'a b'], greeting: 'hello' });
    });

    test.each<[NodeJS.Signals, number | null, NodeJS.Signals | null]>([
      ['SIGTERM', 7, null],
      ['SIGINT', null, 'SIGINT'],
      ['SIGKILL', null, 'SIGKILL'],
    ])('passes on %s, and how the program ended', async (signal, code, ending) => {
      const preload = `data:text/javascript,${encodeURIComponent(old)}`;
      const child = spawn(process.execPath, ['--import', preload, bin, 'wait'], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      await new Promise((resolve) => child.stdout.once('data', resolve));
      const exit = new Promise((resolve) => child.once('exit', (...end) => resolve(end)));
      // Its output closes when the last process holding it is gone.
      const silence = new Promise((resolve) => child.stdout.once('close', resolve));
      child.stdout.resume();
      child.kill(signal);
      expect(await exit).toEqual([code, ending]);
      await silence;
    });
  });
});
