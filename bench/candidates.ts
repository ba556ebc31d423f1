/** Comparing one new record with a large catalogue in PostgreSQL: finding what shares a key with it, and judging each pair. */
import type pg from 'pg';
import type { RecordId } from '../src/domain/ids.ts';
import type { GameRecord } from '../src/domain/record.ts';
import type { Deps } from '../src/pipeline/deps.ts';
import { gameIdOf } from '../src/pipeline/match/game-id.ts';
import { blockingKeys } from '../src/pipeline/match/keys.ts';
import { matchStep } from '../src/pipeline/match/match.job.ts';
import { migrate } from '../src/platform/migrate.ts';
import { openPool, transaction } from '../src/platform/postgres.ts';
import type { Bench } from './figures.ts';
import { percentile } from './figures.ts';
import { random } from './pages.ts';

const games = Number(process.env.BENCH_GAMES ?? 500_000);
const tries = 400;
const perBatch = 5000;

export const candidates: Bench = async (server) => {
  const pool = openPool(await server.create('candidates'), 'bench', 4);
  await migrate(pool);
  const next = random(11);
  const words = vocabulary(next);
  const known: GameRecord[] = [];
  for (let first = 0; first < games; first += perBatch) {
    const records = Array.from({ length: Math.min(perBatch, games - first) }, (_, n) =>
      invented(first + n, words, next),
    );
    known.push(...records.slice(0, 3));
    await insert(pool, records);
  }
  await pool.query('analyze source_record; analyze match_key');
  const times: number[] = [];
  let [edges, edged] = [0, 0];
  for (let n = 0; n < tries; n++) {
    // Half are games the catalogue has under another source, half are new.
    const like = n % 2 === 0 ? known[n % known.length] : undefined;
    const record = {
      ...(like ?? invented(games + n, words, next)),
      source: 'new',
      key: `${n}`,
      url: `http://new.test/${n}`,
    };
    await insert(pool, [record]);
    const found = await compared(pool, record, times);
    edges += found;
    if (found > 0) edged += 1;
  }
  await pool.end();
  const settled = times.slice(50);
  return [
    { what: `one record against ${games} games: half within`, value: percentile(settled, 0.5), unit: 'ms' },
    {
      what: `one record against ${games} games: 95 of 100 within`,
      value: percentile(settled, 0.95),
      unit: 'ms',
      bar: { atMost: 20 },
    },
    { what: 'edges found for a record', value: edges / tries, unit: 'edges' },
    { what: 'records with an edge', value: (100 * edged) / tries, unit: '%' },
  ];
};

async function compared(pool: pg.Pool, record: GameRecord, times: number[]): Promise<number> {
  const recordId = `${record.source}|${record.key}` as RecordId;
  return transaction(pool, async (db) => {
    const start = performance.now();
    const [outcome] = await matchStep([{ kind: 'match', source: record.source, runId: null, recordId }], {
      db,
    } as unknown as Deps);
    times.push(performance.now() - start);
    if (!outcome || outcome instanceof Error || outcome.end !== 'done') throw outcome;
    return outcome.facts.reduce(
      (sum, fact) => sum + (fact.type === 'RecordCompared' ? fact.payload.edges.length : 0),
      0,
    );
  });
}

/** Words as common as in real titles: a few in very many, most in few. */
function vocabulary(next: () => number): string[] {
  const syllables = 'ba ce di fo gu ha ke li mo nu pa re si to vu wa xe yi zo an er in or ul'.split(' ');
  const word = () =>
    Array.from({ length: 2 + Math.floor(next() * 3) }, () => syllables[Math.floor(next() * 24)]).join('');
  return [...new Set(Array.from({ length: 60_000 }, word))];
}

function invented(n: number, words: readonly string[], next: () => number): GameRecord {
  // By Zipf's law, nearly: the first words come again and again.
  const word = () => words[Math.floor(words.length ** next()) - 1] ?? 'game';
  const length = 1 + Math.floor(next() * 4);
  const title = Array.from({ length }, word).join(' ') + (next() < 0.15 ? ` ${2 + Math.floor(next() * 5)}` : '');
  return {
    source: `s${n % 12}`,
    key: `${n}`,
    url: `http://s${n % 12}.test/game/${n}`,
    title: next() < 0.2 ? `${title}: ${word()} ${word()}` : title,
    releaseDate: `${1980 + Math.floor(next() * 45)}`,
    descriptions: [{ language: 'en', text: Array.from({ length: 60 }, word).join(' ') }],
    credits: [{ role: 'author', name: `${word()} ${word()}` }],
    tags: [{ category: 'platform', name: word() }],
  };
}

async function insert(pool: pg.Pool, records: readonly GameRecord[]): Promise<void> {
  const ids = records.map(({ source, key }) => `${source}|${key}` as RecordId);
  await pool.query(
    `insert into source_record (record_id, source, page_id, url, record, record_hash, snapshot, rejected, game_id, extracted_at, event_id, version)
     select id, record->>'source', id, record->>'url', record, '', '', '[]', game_id, now(), gen_random_uuid(), 1
       from unnest($1::text[], $2::jsonb[], $3::uuid[]) as r(id, record, game_id)`,
    [
      ids,
      records.map((record) => JSON.stringify(record)),
      ids.map((id) => (id.startsWith('new|') ? null : gameIdOf(id))),
    ],
  );
  const keys = records.flatMap((record, index) => blockingKeys(record).map((key) => [key, ids[index]]));
  await pool.query('insert into match_key (key, record_id) select * from unnest($1::text[], $2::text[])', [
    keys.map(([key]) => key),
    keys.map(([, id]) => id),
  ]);
}
