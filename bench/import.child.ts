/** The importing process of the import bench. */
import { openApp } from '../src/app.ts';
import { readRun } from '../src/catalogue/runs.ts';
import { startImport } from '../src/commands.ts';
import { readConfig } from '../src/platform/config.ts';
import { createLog } from '../src/platform/log.ts';
import { insteadGames } from '../src/sources/instead-games.ts';

const [databaseUrl = '', port = ''] = process.argv.slice(2);
const read = readConfig({
  DATABASE_URL: databaseUrl,
  VARIORUM_CONNECT_TO: `*=127.0.0.1:${port}`,
  VARIORUM_HOST_DELAY_MS: '0',
});
if (!read.ok) throw new Error(read.mistakes.join(' '));
const app = await openApp(read.config, createLog('warn'), [insteadGames]);
const started = performance.now();
const runId = await startImport(app.commitDeps, { sources: [], urls: [], trigger: 'command', actor: 'bench' });
app.work();
for (;;) {
  const run = await readRun(app.pool, runId);
  if (run?.status !== 'running') break;
  await new Promise((resolve) => setTimeout(resolve, 50));
}
const seconds = (performance.now() - started) / 1000;
const { rows } = await app.pool.query<{ n: number }>('select count(*)::int as n from game');
process.send?.({ seconds, peakMb: process.resourceUsage().maxRSS / 1024, games: rows[0]?.n ?? 0 });
await app.close();
process.disconnect?.();
