/** The dashboard's files are made from source on the first start, and again when the source is newer. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { note } from './screen.ts';

const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the dashboard when needed; without the tools to build it says so, and the API works all the same. */
export async function ensureDashboard(): Promise<void> {
  const built = await stat(join(checkout, 'dist/dashboard/index.html')).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  if (built > (await newest(join(checkout, 'dashboard')))) return;
  const vite = join(checkout, 'node_modules/vite/bin/vite.js');
  if (!existsSync(vite)) {
    if (built === 0)
      note('The dashboard is not built and its tools are not installed: run `npm ci` and `npm run build`.');
    return;
  }
  note('Building the dashboard, once (about 10 s) …');
  const ok = await new Promise<boolean>((resolve) => {
    const child = spawn(
      process.execPath,
      [vite, 'build', '--config', 'dashboard/vite.config.ts', '--logLevel', 'error'],
      { cwd: checkout, stdio: ['ignore', 2, 2] },
    );
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
  if (!ok) note('The dashboard could not be built; the API works without it. `npm run build` shows the reason.');
}

async function newest(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const times = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => stat(join(entry.parentPath, entry.name)).then(({ mtimeMs }) => mtimeMs)),
  );
  return Math.max(0, ...times);
}
