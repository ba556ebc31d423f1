import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { withLock } from './folder-lock.ts';

const root = mkdtempSync(join(tmpdir(), 'lock-'));
const path = join(root, 'lock');
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('one holder at a time', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await new Promise(setImmediate);
    inside--;
    return most;
  };
  await Promise.all(Array.from({ length: 10 }, () => withLock(path, work)));
  expect(most).toBe(1);
});

test('what the work throws is thrown on, and the lock is free again', async () => {
  await expect(withLock(path, () => Promise.reject(new Error('oops')))).rejects.toThrow('oops');
  expect(await withLock(path, async () => 'free')).toBe('free');
});

test('another process that holds it is waited for, and its death frees it', async () => {
  const holder = spawn(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    '--input-type=module',
    '--eval',
    `import { withLock } from ${JSON.stringify(join(import.meta.dirname, 'folder-lock.ts'))};
     await withLock(${JSON.stringify(path)}, () => new Promise(() => {
       console.log('held');
       setInterval(() => {}, 1000);
     }));`,
  ]);
  await new Promise((resolve) => holder.stdout.once('data', resolve));
  await expect(withLock(path, async () => 'mine', 50)).rejects.toThrow(`${path} is locked by another process`);
  const mine = withLock(path, async () => 'mine');
  holder.kill('SIGKILL');
  expect(await mine).toBe('mine');
});

test('a folder that is not there is named', async () => {
  const nowhere = join(root, 'nowhere', 'lock');
  await expect(withLock(nowhere, async () => 1)).rejects.toThrow(`${nowhere} cannot be locked`);
});
