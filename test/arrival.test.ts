/** In whatever order records come, the same are one game; and a new one hardly ever changes the games of others. */
import { expect, test } from 'vitest';
import { random } from '../bench/pages.ts';
import { type RecordId, recordId } from '../src/domain/ids.ts';
import type { GameRecord } from '../src/domain/record.ts';
import { clustersOf, type Edge, type Member } from '../src/pipeline/match/cluster.ts';
import { blockingKeys } from '../src/pipeline/match/keys.ts';
import { judgePair, thresholds } from '../src/pipeline/match/pair.ts';
import { stances } from '../src/pipeline/match/stance.ts';
import { matchableOf, type Traits, traitsOf } from '../src/pipeline/match/traits.ts';
import { invent, shelves } from './invented.ts';
import { shelf, shelve } from './shelf.ts';
import { createWorld } from './world.ts';

const seed = 20261125;
const orders = 20;
const idOf = ({ source, key }: GameRecord): RecordId => recordId(source, key);

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  return list
    .map((one) => [next(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}

test(`${orders} orders of arrival through the whole program: the same games, the same questions`, {
  timeout: 600_000,
}, async () => {
  const records = invent(36, seed);
  console.log(`seed ${seed}, ${records.length} records`);
  const next = random(seed);
  const partitions = new Set<string>();
  const questions = new Set<string>();
  let games = 0;
  for (let order = 0; order < orders; order++) {
    const world = await createWorld(shelves.map((name) => shelf(name)));
    for (const name of shelves) {
      const own = records.filter(({ source }) => source === name);
      shelve(world.site.pages, name, Object.fromEntries(own.map((record) => [record.key, record])));
    }
    const urls = shuffled(records, next).map(({ url }) => url);
    // Some at once, some one after another.
    for (let from = 0; from < urls.length; from += 12) await world.import({ urls: urls.slice(from, from + 12) });
    const { rows } = await world.db.pool.query<{ records: string }>(
      `select string_agg(record_id, ' ' order by record_id) as records from source_record group by game_id order by 1`,
    );
    games = rows.length;
    partitions.add(rows.map((row) => row.records).join('\n'));
    const { rows: asked } = await world.db.pool.query<{ pair: string }>(
      `select least(record_id, other_id) || ' ' || greatest(record_id, other_id) as pair from review where status = 'open' and kind = 'match' order by 1`,
    );
    questions.add(asked.map(({ pair }) => pair).join('\n'));
    await world.close();
  }
  console.log(`${games} games, ${[...questions][0]?.split('\n').length} questions`);
  expect(games).toBeGreaterThan(20);
  expect(games).toBeLessThan(records.length * 0.7);
  expect(partitions.size).toBe(1);
  expect(questions.size).toBe(1);
});

test('when one more record comes, fewer than 0.5 % of the others change their game', () => {
  const next = random(seed + 1);
  const records = shuffled(invent(900, seed + 1), next);
  console.log(`seed ${seed + 1}, ${records.length} records`);
  const traits = new Map<RecordId, Traits>(records.map((record) => [idOf(record), traitsOf(matchableOf(record))]));
  const stance = stances((id) => traits.get(id));
  const edges: Edge[] = [];
  const members: Member[] = [];
  const holders = new Map<string, RecordId[]>();
  let before = new Map<RecordId, string>();
  let [changed, compared, most] = [0, 0, 0];
  for (const [founded, record] of records.entries()) {
    const id = idOf(record);
    const isPart = traits.get(id)?.titles[0]?.isPart ?? false;
    members.push({ recordId: id, source: record.source, isPart, founded });
    const keys = blockingKeys(record);
    const others = new Set(
      keys.flatMap((key) => ((holders.get(key)?.length ?? 0) > 48 ? [] : (holders.get(key) ?? []))),
    );
    for (const key of keys) holders.set(key, [...(holders.get(key) ?? []), id]);
    for (const other of others) {
      const [a, b] = id < other ? [id, other] : [other, id];
      const { probability } = judgePair(traits.get(a) as Traits, traits.get(b) as Traits);
      if (probability >= thresholds.ask) edges.push({ a, b, probability });
    }
    if (founded < records.length - 400) continue;
    const { clusters } = clustersOf(members, edges, [], stance);
    const now = new Map(
      clusters.flatMap(({ gameId, members: all }) => all.map((one) => [one.recordId, gameId] as const)),
    );
    const moved = [...before].filter(([one, game]) => now.get(one) !== game).length;
    if (before.size > 0) {
      changed += moved;
      compared += before.size;
      most = Math.max(most, moved / before.size);
    }
    before = now;
  }
  console.log(`churn ${((100 * changed) / compared).toFixed(4)} % on average, at most ${(100 * most).toFixed(3)} %`);
  expect(changed / compared).toBeLessThan(0.005);
  expect(most).toBeLessThan(0.005);
});
