/** The first page of Games with 100,000 games, and Overview while an import runs, as the API answers them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from '../src/api/server.ts';
import { openApp } from '../src/app.ts';
import { startImport } from '../src/commands.ts';
import { readConfig } from '../src/platform/config.ts';
import { createLog } from '../src/platform/log.ts';
import { rebuild } from '../src/rebuild.ts';
import { insteadGames } from '../src/sources/instead-games.ts';
import { fillLog } from './catalogue.ts';
import { type Bench, percentile } from './figures.ts';
import { startReplaySite } from './replay-site.ts';

const games = 100_000;
const requests = 200;

export const api: Bench = async (server) => {
  const site = await startReplaySite(5000);
  const read = readConfig({
    DATABASE_URL: await server.create('api'),
    PORT: '0',
    VARIORUM_CONNECT_TO: `*=127.0.0.1:${site.port}`,
    VARIORUM_HOST_DELAY_MS: '0',
  });
  if (!read.ok) throw new Error(read.mistakes.join(' '));
  const app = await openApp(read.config, createLog('warn'), [insteadGames]);
  await fillLog(app.pool, games);
  await rebuild(app.pool, false);
  const web = await startServer(app, () => undefined);
  const cookie = await signIn(web.url, web.first);
  const times = async (paths: string[], pauseMs = 0) => {
    const taken: number[] = [];
    for (let n = 0; n < requests; n++) {
      const start = performance.now();
      const response = await fetch(`${web.url}${paths[n % paths.length]}`, { headers: { cookie } });
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${response.status} for ${paths[n % paths.length]}`);
      taken.push(performance.now() - start);
      if (pauseMs > 0) await sleep(pauseMs);
    }
    return taken;
  };
  await times(['/api/games']);
  const first = await times(['/api/games']);
  const search = await times([
    '/api/games?search=lighthouse',
    '/api/games?search=маяк 77',
    '/api/games?search=island%20sea',
  ]);
  await startImport(app.commitDeps, { sources: [], urls: [], trigger: 'command', actor: 'bench' });
  app.work();
  await sleep(1000);
  const overview = await times(['/api/overview'], 20);
  const { rows } = await app.pool.query<{ n: number }>(`select count(*)::int as n from run where status = 'running'`);
  await web.close();
  await app.close();
  site.stop();
  return [
    { what: `Games, first page of ${games}: p95`, value: percentile(first, 0.95), unit: 'ms', bar: { atMost: 100 } },
    { what: 'Games, searches: p95', value: percentile(search, 0.95), unit: 'ms' },
    { what: 'Overview during an import: p50', value: percentile(overview, 0.5), unit: 'ms' },
    { what: 'Overview during an import: p95', value: percentile(overview, 0.95), unit: 'ms', bar: { atMost: 100 } },
    { what: 'the import was still running', value: rows[0]?.n ?? 0, unit: '', bar: { atLeast: 1 } },
  ];
};

async function signIn(url: string, account: { email: string; password: string } | null): Promise<string> {
  const response = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ email: account?.email ?? '', password: account?.password ?? '' }),
  });
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
