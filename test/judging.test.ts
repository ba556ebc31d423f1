/** Questions over the API: who does not know leaves them open, one word answers many, and each word is undone as one. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { undoArrangement } from '../src/arrange.ts';
import { readReviewDetail } from '../src/catalogue/review-detail.ts';
import { listReviews } from '../src/catalogue/reviews.ts';
import { judge, judgeAlike } from '../src/judge.ts';
import { alphaGames, betaGames } from './judging-shelf.ts';
import { shelf, shelve } from './shelf.ts';
import { createWorld, type World } from './world.ts';

let world: World;
const actor = 'ann@test';

beforeAll(async () => {
  world = await createWorld([shelf('alpha', 80), shelf('beta', 40)]);
  shelve(world.site.pages, 'alpha', alphaGames);
  shelve(world.site.pages, 'beta', betaGames);
  await world.import({ sources: ['alpha'] });
  await world.import({ sources: ['beta'] });
});
afterAll(() => world?.close());

const open = async (curator = actor) => (await listReviews(world.app.pool, curator)).reviews;
const detail = async (reviewId: string) => {
  const found = await readReviewDetail(world.app.pool, reviewId, actor);
  if (!found) throw new Error(`There is no review ${reviewId}.`);
  return found;
};
const games = async () =>
  (await world.app.pool.query('select record_id, game_id from source_record order by record_id')).rows;
const twins = async () => (await open()).filter(({ title }) => !title.includes('Keeper'));

test('a question shows the records of both sides, as a curator compares them', async () => {
  const review = (await open()).find(({ title }) => title.includes('Keeper'));
  const { sides, alike } = await detail(review?.reviewId ?? '');
  expect(sides.map(({ records }) => records.map(({ recordId }) => recordId))).toEqual([
    ['beta|keeper'],
    ['alpha|lighthouse'],
  ]);
  expect(sides[1]?.records[0]).toMatchObject({
    authors: ['Anna Novak'],
    publishers: ['Small Press'],
    platforms: ['Z-machine'],
    tags: ['g_adventure'],
    identifiers: ['ifid: ABCD-0001'],
    otherTitles: ['Смотритель маяка'],
  });
  expect(alike).toEqual([]);
});

test('who does not know leaves the question open, and is asked it last; others are asked as before', async () => {
  const [first] = await open();
  await judge(world.app.commitDeps, { reviewId: first?.reviewId ?? '', judgement: 'unsure', actor });
  expect((await open()).at(-1)).toMatchObject({ reviewId: first?.reviewId, unsure: true });
  expect((await open('bob@test'))[0]).toMatchObject({ reviewId: first?.reviewId, unsure: false });
  // Nothing stands in the way of an answer, however many did not know.
  await judge(world.app.commitDeps, { reviewId: first?.reviewId ?? '', judgement: 'unsure', actor: 'bob@test' });
  const arrangementId = await judge(world.app.commitDeps, {
    reviewId: first?.reviewId ?? '',
    judgement: 'different',
    actor,
  });
  expect((await open()).map(({ reviewId }) => reviewId)).not.toContain(first?.reviewId);
  await undoArrangement(world.app.commitDeps, { arrangementId: arrangementId ?? '', actor });
  expect(await open()).toHaveLength(9);
});

test('one word answers all questions alike, is tried out first, and undone as one', async () => {
  const [first] = await twins();
  const { alike } = await detail(first?.reviewId ?? '');
  expect(alike).toHaveLength(7);
  const reviews = [first?.reviewId ?? '', ...alike.map(({ reviewId }) => reviewId)];
  const before = await games();
  const shown = await judgeAlike(world.app.commitDeps, { reviews, judgement: 'same', actor, preview: true });
  expect(shown).toMatchObject({ arrangementId: null, closed: 8, opened: 0 });
  expect([shown.before.length, shown.after.length]).toEqual([16, 8]);
  expect(await twins()).toHaveLength(8);

  const done = await judgeAlike(world.app.commitDeps, { reviews, judgement: 'same', actor, reason: 'reprints' });
  expect(done.pairs).toHaveLength(8);
  expect(await twins()).toEqual([]);
  expect(await world.count('arrangement where undone_at is null')).toBe(1);
  await expect(judgeAlike(world.app.commitDeps, { reviews, judgement: 'same', actor })).rejects.toThrow(
    'closed already',
  );

  await undoArrangement(world.app.commitDeps, { arrangementId: done.arrangementId ?? '', actor });
  expect(await twins()).toHaveLength(8);
  expect(await games()).toEqual(before);
});

test('what is not there is refused', async () => {
  await expect(judgeAlike(world.app.commitDeps, { reviews: ['x'], judgement: 'same', actor })).rejects.toThrow(
    'There is no review x.',
  );
});
