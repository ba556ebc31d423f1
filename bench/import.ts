/** A whole import, from a replay server on the loopback to the published catalogue, against a plain loop. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { load } from 'cheerio';
import { openPool } from '../src/platform/postgres.ts';
import { type Bench, seconds } from './figures.ts';
import { startReplaySite } from './replay-site.ts';

const pages = 5000;

export const importing: Bench = async (server) => {
  const site = await startReplaySite(pages);
  const { port } = site;
  try {
    // The plain loop first and last, half each, so that a drift of the machine shows in neither.
    const plainUrl = await server.create('plain');
    const half = pages / 2;
    const before = await plain(plainUrl, port, 1, half);
    const ours = await whole(await server.create('import'), port);
    const after = await plain(plainUrl, port, half + 1, pages);
    return [
      { what: `whole import of ${pages} pages`, value: pages / ours.seconds, unit: 'pages/s' },
      { what: 'plain loop: fetch, cheerio, INSERT a row a page', value: pages / (before + after), unit: 'pages/s' },
      {
        what: 'times slower than the plain loop',
        value: ours.seconds / (before + after),
        unit: '',
        bar: { atMost: 4 },
      },
      { what: 'peak memory of the importing process', value: ours.peakMb, unit: 'MB', bar: { atMost: 400 } },
      { what: 'games published', value: ours.games, unit: '', bar: { atLeast: pages * 0.99 } },
    ];
  } finally {
    site.stop();
  }
};

async function plain(databaseUrl: string, port: number, first: number, last: number): Promise<number> {
  const pool = openPool(databaseUrl, 'plain', 1);
  await pool.query(
    'create table if not exists plain (id int primary key, title text, text text, author text, at timestamptz default now())',
  );
  const taken = await seconds(async () => {
    for (let id = first; id <= last; id++) {
      const response = await fetch(`http://127.0.0.1:${port}/game.php?ID=${id}`, {
        headers: { host: 'instead-games.ru' },
      });
      const $ = load(await response.text());
      await pool.query('insert into plain (id, title, text, author) values ($1, $2, $3, $4)', [
        id,
        $('h2').first().text(),
        $('.gamedsc').html(),
        $('#panel').text(),
      ]);
    }
  });
  await pool.end();
  return taken;
}

/** In a process of its own, so that its peak memory is its own. */
async function whole(databaseUrl: string, port: number): Promise<{ seconds: number; peakMb: number; games: number }> {
  const child = fork(new URL('import.child.ts', import.meta.url), [databaseUrl, String(port)], {
    // As bin/variorum starts it.
    execArgv: ['--max-semi-space-size=8'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [result] = (await once(child, 'message')) as [{ seconds: number; peakMb: number; games: number }];
  await once(child, 'exit');
  return result;
}
