/** Through the whole program: what earlier answers imply is not asked, nor is it asked again when it was taken back and said anew. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrange, undoArrangement } from '../src/arrange.ts';
import { listReviews } from '../src/catalogue/reviews.ts';
import { shelf, shelve } from './shelf.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld([shelf('alpha', 80), shelf('beta', 40), shelf('gamma', 20)]);
  const page = (releaseDate: string, name: string) => ({
    pier: { title: 'The Quiet Pier', releaseDate, credits: [{ role: 'author' as const, name }] },
  });
  shelve(world.site.pages, 'alpha', page('2001', 'Vera Lunina'));
  shelve(world.site.pages, 'beta', page('2001', 'Jan Novak'));
  shelve(world.site.pages, 'gamma', page('2001', 'Mira Okafor'));
  await world.import();
});
afterAll(() => world.close());

const asked = async () =>
  (await listReviews(world.db.pool, 'test')).reviews
    .map(({ recordId, candidates }) => [recordId, candidates[0]?.recordId].sort().join(' '))
    .sort();
const say = (a: string, b: string, judgement: 'same' | 'different') =>
  arrange(world.app.commitDeps, { kind: 'pairs', pairs: [{ a, b, judgement }], actor: 'curator' });

test('three pages of one title and three people: each pair is a question', async () => {
  expect(await asked()).toEqual(['alpha|pier beta|pier', 'alpha|pier gamma|pier', 'beta|pier gamma|pier']);
});

test('two are one game and a third is another: of the last pair nobody is asked, until a word is taken back', async () => {
  await say('alpha|pier', 'beta|pier', 'same');
  expect(await asked()).toHaveLength(1);
  const { arrangementId } = await say('beta|pier', 'gamma|pier', 'different');
  expect(await asked()).toEqual([]);
  await undoArrangement(world.app.commitDeps, { arrangementId: arrangementId ?? '', actor: 'curator' });
  expect(await asked()).toHaveLength(1);
});

test('all three are one game by two words', async () => {
  await say('beta|pier', 'gamma|pier', 'same');
  expect(await asked()).toEqual([]);
});
