/** `variorum doctor`: looks at everything the program stands on, and says what is wrong and what to do. */
import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { openAuth } from '../api/auth.ts';
import { dashboardFiles } from '../api/server.ts';
import type { App } from '../app.ts';
import { whyOff } from '../domain/source.ts';
import { json, say } from './screen.ts';
import { type Exit, Unusable, withApp } from './session.ts';

type Finding = { what: string; state: 'ok' | 'note' | 'bad'; detail: string };

export function doctorCommand(exit: Exit): Command {
  return new Command('doctor')
    .description(
      'Checks Node, the database, the queue, the sources and the dashboard. Exit code 1 when something is wrong.',
    )
    .option('--json', 'print JSON')
    .option('--new-password <email>', 'instead of checking: give this account a new password and print it')
    .addHelpText('after', '\nExample:\n  $ variorum doctor\n  $ variorum doctor --new-password admin@variorum.local')
    .action(async (options: { json?: boolean; newPassword?: string }) => {
      const { newPassword: email } = options;
      if (email) {
        say(`The new password of ${email} is ${await withApp((app) => newPassword(app, email))}.`);
        return exit(0);
      }
      const findings = await withApp(examine);
      if (options.json) json(findings);
      else
        for (const { what, state, detail } of findings)
          say(`${{ ok: '✓', note: '·', bad: '✗' }[state]} ${what}: ${detail}`);
      exit(findings.some(({ state }) => state === 'bad') ? 1 : 0);
    });
}

async function newPassword(app: App, email: string): Promise<string> {
  const auth = await openAuth(app.pool, app.databaseUrl, app.config.publicUrl);
  try {
    const password = await auth.resetPassword(email.trim().toLowerCase());
    if (password === null) throw new Unusable(`There is no account ${email}.`);
    return password;
  } finally {
    await auth.close();
  }
}

async function examine(app: App): Promise<Finding[]> {
  const one = async <T>(sql: string) => (await app.pool.query<{ value: T }>(sql)).rows[0]?.value;
  const dead = await one<number>(`select count(*)::int as value from import_task where status = 'failed'`);
  const stuck = await one<number>(
    `select count(*)::int as value from import_task where status = 'queued' and due_at < now() - interval '10 minutes'`,
  );
  const running = await one<number>(
    `select count(*)::int as value from run where status = 'running' and started_at < now() - interval '1 day'`,
  );
  const finding = (what: string, state: Finding['state'], detail: string): Finding => ({ what, state, detail });
  return [
    finding('Node', 'ok', `${process.versions.node}`),
    finding(
      'database',
      'ok',
      `${await one<string>("select split_part(version(), ' on ', 1) as value")}, ${app.config.databaseUrl ? 'from DATABASE_URL' : `embedded in ${app.config.dir}`}`,
    ),
    finding(
      'letters',
      (await one<number>(`select similarity('тест', 'тест') as value`)) === 1 ? 'ok' : 'bad',
      'Cyrillic can be compared and searched',
    ),
    finding(
      'log',
      'ok',
      `${await one<number>('select count(*)::int as value from import_event')} events; \`variorum events verify\` checks them`,
    ),
    finding(
      'queue',
      stuck ? 'bad' : 'ok',
      stuck ? `${stuck} jobs have been due for over 10 minutes: is a worker running?` : 'no job is overdue',
    ),
    finding(
      'failed jobs',
      dead ? 'note' : 'ok',
      `${dead ?? 0} in the last days; \`variorum sources show NAME\` says why`,
    ),
    finding(
      'imports',
      running ? 'bad' : 'ok',
      running ? `${running} have been running for over a day` : 'none runs for longer than a day',
    ),
    finding(
      'dashboard',
      existsSync(dashboardFiles) ? 'ok' : 'bad',
      existsSync(dashboardFiles) ? 'is built' : 'is not built: run `npm run build`',
    ),
    ...app.sources.map((source) => {
      const missing = whyOff(source, app.config.sourceSettings);
      return finding(`source ${source.name}`, missing ? 'note' : 'ok', missing ?? 'ready');
    }),
  ];
}
