/** `variorum serve` and `variorum worker`: the program as it runs day and night. */
import { Command } from 'commander';
import { startServer } from '../api/server.ts';
import type { App } from '../app.ts';
import { catalogueQueue, queueOf } from '../pipeline/work.ts';
import type { Worker } from '../platform/worker.ts';
import { ensureDashboard } from './dashboard.ts';
import { note, say } from './screen.ts';
import { configOf, type Exit, untilStopped, withApp } from './session.ts';

export function serveCommand(exit: Exit): Command {
  return new Command('serve')
    .description('Everything in one process: dashboard, API and worker.')
    .addHelpText('after', '\nExample:\n  $ PORT=9000 variorum serve')
    .action(async () => {
      await ensureDashboard();
      await withApp((app) => serve(app, app.work()), configOf());
      exit(0);
    });
}

export function workerCommand(exit: Exit): Command {
  return new Command('worker')
    .description('Works on the queues only; as many as you like, on any machine with the same DATABASE_URL.')
    .addHelpText('after', '\nExample:\n  $ DATABASE_URL=postgres://user:secret@db.example/variorum variorum worker')
    .action(async () => {
      await withApp(async (app) => {
        app.work();
        note('The worker waits for jobs; Ctrl-C lets it finish the ones it has.');
        await untilStopped();
      }, configOf());
      exit(0);
    });
}

/** Serves until the process is asked to end. */
export async function serve(app: App, worker: Worker): Promise<void> {
  const server = await startServer(app, () =>
    worker.nudge([catalogueQueue, ...app.sources.map(({ name }) => queueOf(name))]),
  );
  const { port } = new URL(server.url);
  say(`Variorum is at http://${app.config.host === '0.0.0.0' ? 'localhost' : app.config.host}:${port}`);
  if (server.first)
    say(`Sign in as ${server.first.email} with the password ${server.first.password} (shown this once).`);
  await untilStopped();
  note('Stopping: the pages being read are finished first.');
  await server.close();
}
