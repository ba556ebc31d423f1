/** Games arranged by hand, through the whole program: merged, split, moved, told apart, judged, and each undone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { random } from '../bench/pages.ts';
import { type Arranged, type ArrangementRequest, arrange, undoArrangement } from '../src/arrange.ts';
import { readGame } from '../src/catalogue/game.ts';
import { why } from '../src/catalogue/why.ts';
import { judge } from '../src/judge.ts';
import { clusterRows } from '../src/pipeline/match/cluster.job.ts';
import { readComponent, readRows } from '../src/pipeline/match/component.job.ts';
import { shippedModel } from '../src/pipeline/match/pair.ts';
import { rebuild } from '../src/rebuild.ts';
import { shelf, shelve } from './shelf.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld([shelf('alpha', 80), shelf('beta', 40), shelf('gamma', 20)]);
});
afterAll(() => world.close());

const by = (name: string) => ({ credits: [{ role: 'author' as const, name }] });
type Doing = ArrangementRequest extends infer R ? (R extends unknown ? Omit<R, 'actor'> : never) : never;
const act = (request: Doing): Promise<Arranged> =>
  arrange(world.app.commitDeps, { ...request, actor: 'curator' } as ArrangementRequest);
const undo = (arrangementId: string | null) =>
  undoArrangement(world.app.commitDeps, { arrangementId: arrangementId ?? '', actor: 'curator' });
const gameOf = async (recordId: string): Promise<string> =>
  (await world.db.pool.query('select game_id from source_record where record_id = $1', [recordId])).rows[0]?.game_id;
const published = async (recordId: string): Promise<string[]> =>
  (await world.db.pool.query('select sources from game where game_id = $1', [await gameOf(recordId)])).rows[0]?.sources;
/** Which record is in which game, what is published from what, and what is asked. */
async function state(): Promise<string> {
  const { rows } = await world.db.pool.query(
    `select (select string_agg(record_id || '=' || game_id, ' ' order by record_id) from source_record) as records,
            (select string_agg(game_id || name || sources::text || import_metadata::text, ' ' order by game_id) from game) as games,
            (select string_agg(record_id || other_id, ' ' order by record_id, other_id) from review where status = 'open' and kind = 'match') as asked`,
  );
  return JSON.stringify(rows[0]);
}

describe('two games', () => {
  beforeAll(async () => {
    shelve(world.site.pages, 'alpha', { pier: { title: 'The Quiet Pier', ...by('Vera Lunina') } });
    shelve(world.site.pages, 'beta', {
      pier: { title: 'Quiet Pier', ...by('Vera Lunina') },
      mole: { title: 'Mole Hill Opera', ...by('Jan Novak') },
    });
    await world.import({ sources: ['alpha', 'beta'] });
  });

  test('merged become one, the other id leads to it, and undoing gives both back as they were', async () => {
    expect(await published('alpha|pier')).toEqual(['alpha', 'beta']);
    const [pier, mole] = [await gameOf('alpha|pier'), await gameOf('beta|mole')];
    const before = await state();
    const merged = await act({ kind: 'merge', games: [pier, mole], reason: 'a retelling' });
    expect(merged.before).toHaveLength(2);
    expect(merged.after).toHaveLength(1);
    const [into, gone] = merged.after[0]?.gameId === pier ? [pier, mole] : [mole, pier];
    expect(await gameOf('beta|pier')).toBe(into);
    expect(await gameOf('beta|mole')).toBe(into);
    const game = await readGame(world.db.pool, gone);
    expect(game?.gameId).toBe(into);
    expect(game?.records).toHaveLength(3);
    await undo(merged.arrangementId);
    expect(await state()).toBe(before);
    expect((await readGame(world.db.pool, gone))?.gameId).toBe(gone);
  });

  test('a preview says what would happen, and keeps nothing', async () => {
    const [pier, mole] = [await gameOf('alpha|pier'), await gameOf('beta|mole')];
    const before = await world.events();
    const { arrangementId, after } = await act({ kind: 'merge', games: [pier, mole], preview: true });
    expect(arrangementId).toBeNull();
    expect(after.map(({ records }) => records.length)).toEqual([3]);
    expect(await world.events()).toBe(before);
  });

  test('split lasts through the next import, and its undoing too', async () => {
    const pier = await gameOf('alpha|pier');
    const before = await state();
    const split = await act({ kind: 'split', game: pier, records: ['beta|pier'] });
    expect(split.after).toHaveLength(2);
    expect(await published('beta|pier')).toEqual(['beta']);
    shelve(world.site.pages, 'beta', { pier: { title: 'Quiet Pier', ...by('Vera Lunina'), releaseDate: '2001' } });
    await world.import({ sources: ['beta'] });
    expect(await published('alpha|pier')).toEqual(['alpha']);
    await undo(split.arrangementId);
    expect(await published('alpha|pier')).toEqual(['alpha', 'beta']);
    shelve(world.site.pages, 'beta', { pier: { title: 'Quiet Pier', ...by('Vera Lunina') } });
    await world.import({ sources: ['beta'] });
    expect(JSON.parse(await state()).records).toBe(JSON.parse(before).records);
  });

  test('a record is moved from one to the other', async () => {
    const [pier, mole] = [await gameOf('alpha|pier'), await gameOf('beta|mole')];
    const moved = await act({ kind: 'move', records: ['alpha|pier'], game: mole });
    expect(await gameOf('alpha|pier')).toBe(await gameOf('beta|mole'));
    expect(await gameOf('beta|pier')).not.toBe(await gameOf('beta|mole'));
    await undo(moved.arrangementId);
    expect([await gameOf('alpha|pier'), await gameOf('beta|mole')]).toEqual([pier, mole]);
  });

  test('what cannot be is refused with a sentence', async () => {
    const pier = await gameOf('alpha|pier');
    await expect(act({ kind: 'merge', games: [pier, pier] })).rejects.toThrow('Name two different games.');
    await expect(act({ kind: 'split', game: pier, records: ['beta|mole'] })).rejects.toThrow(
      /has no record beta\|mole/,
    );
    await expect(act({ kind: 'split', game: pier, records: ['alpha|pier', 'beta|pier'] })).rejects.toThrow(/must stay/);
    await expect(undo('00000000-0000-7000-8000-000000000000')).rejects.toThrow(/no arrangement/);
    const { arrangementId } = await act({ kind: 'different', games: [pier, await gameOf('beta|mole')] });
    await undo(arrangementId);
    await expect(undo(arrangementId)).rejects.toThrow(/undone already/);
  });
});

describe('a doubtful match', () => {
  const open = async () =>
    (
      await world.db.pool.query(
        `select review_id, candidates from review where status = 'open' and kind = 'match' and record_id in ('alpha|house', 'beta|house')`,
      )
    ).rows;

  test('is published when it is judged another game, asked again when that is undone, and one game when it is judged so', async () => {
    shelve(world.site.pages, 'alpha', { house: { title: 'Glasshouse', ...by('Ada Brand') } });
    await world.import({ urls: ['http://alpha.test/game/house'] });
    shelve(world.site.pages, 'beta', { house: { title: 'Glasshouse', ...by('Nils Holm') } });
    await world.import({ urls: ['http://beta.test/game/house'] });
    const [asked] = await open();
    expect(asked.candidates[0].probability).toBeGreaterThan(0.5);
    expect(await published('beta|house')).toBeUndefined();
    const before = await state();
    await judge(world.app.commitDeps, { reviewId: asked.review_id, judgement: 'different', actor: 'curator' });
    expect(await published('beta|house')).toEqual(['beta']);
    expect(await open()).toEqual([]);
    const { rows } = await world.db.pool.query('select arrangement_id from arrangement where review_id = $1', [
      asked.review_id,
    ]);
    await undo(rows[0].arrangement_id);
    expect(await state()).toBe(before);
    const [again] = await open();
    expect(again.review_id).not.toBe(asked.review_id);
    const gameId = again.candidates[0].gameId;
    await judge(world.app.commitDeps, { reviewId: again.review_id, judgement: 'same', gameId, actor: 'curator' });
    expect(await published('beta|house')).toEqual(['alpha', 'beta']);
    const game = await readGame(world.db.pool, gameId);
    const reasons = await why(world.db.pool, game?.fields ?? []);
    expect(reasons.map(({ match }) => match)).toContain('curator judged so');
  });
});

test('36 sequences of imports, merges, splits, moves and judgements, undone one after the other: all as before each', {
  timeout: 300_000,
}, async () => {
  const seed = 20261125;
  const sequences = 36;
  console.log(`seed ${seed}`);
  const next = random(seed);
  const below = (n: number) => Math.floor(next() * n);
  const names = ['Amber', 'Basalt', 'Cobalt', 'Dune'];
  let undone = 0;
  for (let sequence = 0; sequence < sequences; sequence++) {
    // Words of its own for each sequence, so that the sequences do not meet.
    const word = `${String.fromCharCode(97 + (sequence % 26))}${names[sequence % 4]}${sequence}quiz`;
    const bring = async (step: number) => {
      const source = ['alpha', 'beta', 'gamma'][below(3)] ?? 'alpha';
      const key = `s${sequence}-${step}`;
      const title = [`${word} harbour`, `${word} harbour 2`, `the ${word} harbour`][below(3)] ?? '';
      shelve(world.site.pages, source, { [key]: { title, ...(next() < 0.5 ? by(`Author ${below(2)}`) : {}) } });
      await world.import({ urls: [`http://${source}.test/game/${key}`] });
    };
    for (let step = 0; step < 4; step++) await bring(step);
    const made: (string | null)[] = [];
    const own = async () =>
      (
        await world.db.pool.query(
          `select game_id, array_agg(record_id order by record_id) as records from source_record
            where record_id like '%|s${sequence}-%' group by 1 order by min(record_id)`,
        )
      ).rows as { game_id: string; records: string[] }[];
    const partition = async () => {
      const games = await own();
      const ids = games.map(({ game_id }) => game_id);
      const catalogue = await world.db.pool.query(
        'select game_id, name, sources from game where game_id = any($1::uuid[]) order by 1',
        [ids],
      );
      return JSON.stringify([games, await questions(sequence), catalogue.rows]);
    };
    const states: string[] = [await partition()];
    for (let step = 0; step < 3; step++) {
      const games = await own();
      const [one, other] = [games[below(games.length)], games[below(games.length)]];
      if (!one || !other) continue;
      const request: Doing =
        one !== other
          ? next() < 0.5
            ? { kind: 'merge', games: [one.game_id, other.game_id] }
            : { kind: 'move', records: [one.records[0] ?? ''], game: other.game_id }
          : one.records.length > 1
            ? { kind: 'split', game: one.game_id, records: [one.records[0] ?? ''] }
            : { kind: 'pairs', pairs: [{ a: one.records[0] ?? '', b: 'alpha|pier', judgement: 'different' }] };
      made.push((await act(request)).arrangementId);
      states.push(await partition());
    }
    for (const [index, arrangement] of [...made.entries()].reverse()) {
      await undo(arrangement);
      undone += 1;
      expect(await partition()).toBe(states[index]);
    }
  }
  console.log(`${undone} arrangements undone`);
  // What was computed piece by piece is what comes of everything at once.
  const { rows } = await world.db.pool.query('select record_id, game_id from source_record');
  const { ids, edges, judgements } = await readComponent(
    world.db.pool,
    rows.map((row) => row.record_id),
    false,
    shippedModel.thresholds,
  );
  const whole = await clusterRows(world.db.pool, await readRows(world.db.pool, ids), edges, judgements, shippedModel);
  expect(rows.filter((row) => whole.of(row.record_id)?.gameId !== row.game_id)).toEqual([]);
  expect((await rebuild(world.db.pool, true)).differences).toEqual([]);
});

const questions = async (sequence: number) =>
  (
    await world.db.pool.query(
      `select record_id, other_id from review where status = 'open' and kind = 'match' and record_id like '%|s${sequence}-%' order by 1, 2`,
    )
  ).rows;
