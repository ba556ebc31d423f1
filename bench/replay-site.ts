/** Starts the replay server in a process of its own. */
import { fork } from 'node:child_process';
import { once } from 'node:events';

export async function startReplaySite(pages: number): Promise<{ port: number; stop(): void }> {
  const site = fork(new URL('site.ts', import.meta.url), [String(pages)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [port] = (await once(site, 'message')) as [number];
  return { port, stop: () => void site.kill() };
}
