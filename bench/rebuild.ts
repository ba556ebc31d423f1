/** Rebuilding all views from the log. */
import { migrate } from '../src/platform/migrate.ts';
import { openPool } from '../src/platform/postgres.ts';
import { rebuild } from '../src/rebuild.ts';
import { fillLog } from './catalogue.ts';
import type { Bench } from './figures.ts';

export const rebuilding: Bench = async (server) => {
  const pool = openPool(await server.create('rebuild'), 'bench', 6);
  await migrate(pool);
  const facts = await fillLog(pool, 20_000);
  await pool.query('analyze');
  const { events, seconds } = await rebuild(pool, false);
  await pool.end();
  return [
    { what: `events rebuilt (of ${facts})`, value: events, unit: 'events', bar: { atLeast: facts } },
    { what: 'rebuild', value: events / seconds, unit: 'events/s', bar: { atLeast: 30_000 } },
  ];
};
