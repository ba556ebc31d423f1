/** Judgements teach matching, through the whole program: trained in the background, chosen when better, and taken back. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { random } from '../bench/pages.ts';
import { arrange } from '../src/arrange.ts';
import { listReviews } from '../src/catalogue/reviews.ts';
import type { GameId } from '../src/domain/ids.ts';
import { judge } from '../src/judge.ts';
import { isRecomparing, listModels, trainModel, useModel } from '../src/match-models.ts';
import { readQuality } from '../src/match-quality.ts';
import { rebuild } from '../src/rebuild.ts';
import { type ShelfGame, shelf, shelve } from './shelf.ts';
import { createWorld, type World } from './world.ts';

const judgedPairs = 60;
const leftOpen = 3;
let world: World;

const sounds = ['ba', 'ke', 'mi', 'no', 'tu', 'ra', 'si', 'lo', 'du', 'pe', 'vo', 'zi', 'ga', 'hu', 'fe', 'jo'];
/** Made-up words, no two of which are alike. */
function title(number: number): string {
  const next = random(number * 7919 + 17);
  const word = () => Array.from({ length: 5 }, () => sounds[Math.floor(next() * sounds.length)]).join('');
  return `${word()} ${word()}`;
}

/**
 * Even ones are one game, of which the second source names a team and a later year; odd ones are two games of one name. By
 * what Variorum ships with both are questions.
 */
function twoPages(number: number): [ShelfGame, ShelfGame] {
  const isOne = number % 2 === 0;
  const by = (name: string) => [{ role: 'author' as const, name }];
  return [
    { title: title(number), credits: by(`Vera Lunina${number}`), releaseDate: '2001' },
    {
      title: title(number),
      credits: by(isOne ? 'Lantern Team' : `Jan Novak${number}`),
      releaseDate: isOne ? '2003' : '2001',
    },
  ];
}

const until = async (is: () => Promise<boolean>) => {
  for (const end = Date.now() + 20_000; !(await is()); await sleep(30))
    if (Date.now() > end) throw new Error('It did not come to that within 20 s.');
};
const recompared = async () => {
  await until(async () => !(await isRecomparing(world.db.pool)));
};
const open = async () => (await listReviews(world.db.pool, 'test')).reviews.filter(({ kind }) => kind === 'match');
const numberOf = (recordId: string | null) => Number(recordId?.split('|n')[1]);
const gamesOf = async (number: number): Promise<GameId[]> =>
  (
    await world.db.pool.query<{ game_id: GameId }>(
      `select distinct game_id from source_record where record_id in ($1, $2)`,
      [`alpha|n${number}`, `beta|n${number}`],
    )
  ).rows.map(({ game_id }) => game_id);
const trained = () => world.events('ModelTrained');
const inForce = async () => (await listModels(world.db.pool)).find((model) => model.inForce)?.version;

/** Answers the questions about these pairs as they are, and confirms what is joined already. */
async function answer(numbers: readonly number[]): Promise<void> {
  const questions = await open();
  for (const number of numbers) {
    const review = questions.find(({ recordId }) => numberOf(recordId) === number);
    const judgement = number % 2 === 0 ? ('same' as const) : ('different' as const);
    const pair = { a: `alpha|n${number}`, b: `beta|n${number}`, judgement };
    if (!review) await arrange(world.app.commitDeps, { kind: 'pairs', pairs: [pair], actor: 'curator' });
    else
      await judge(world.app.commitDeps, {
        reviewId: review.reviewId,
        judgement,
        gameId: judgement === 'same' ? review.candidates[0]?.gameId : undefined,
        actor: 'curator',
      });
  }
}
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
/** All of them one game, and none is judged. */
const unjudged = range(0, leftOpen).map((index) => judgedPairs + 2 * index);

beforeAll(async () => {
  world = await createWorld([shelf('alpha', 80), shelf('beta', 40)]);
  const all = [...range(0, judgedPairs), ...unjudged].map((number) => [`n${number}`, twoPages(number)] as const);
  shelve(world.site.pages, 'alpha', Object.fromEntries(all.map(([key, [one]]) => [key, one])));
  shelve(world.site.pages, 'beta', Object.fromEntries(all.map(([key, [, other]]) => [key, other])));
  await world.import({ sources: ['alpha'] });
  await world.import({ sources: ['beta'] });
});
afterAll(() => world.close());

describe('before there are judgements', () => {
  test('every pair is a question, and the model in force is the one Variorum ships with', async () => {
    expect(await open()).toHaveLength(judgedPairs + leftOpen);
    expect(await inForce()).toBe(0);
    expect(await readQuality(world.db.pool)).toMatchObject({
      judged: 0,
      ece: null,
      weeks: [{ judged: 0, precision: null }],
    });
  });
});

describe('with judgements', () => {
  test('nothing is trained from 39; the 40th has a model trained, in the background', async () => {
    await answer(range(0, 39));
    const { rows } = await world.db.pool.query(`select from import_task where task_type = 'train'`);
    expect(rows).toHaveLength(0);
    await answer([39]);
    await until(async () => (await trained()) === 1);
    expect((await listModels(world.db.pool))[0]).toMatchObject({ version: 1, pairs: 40 });
  });

  test('it is better than shipped on what was held back, and so comes into force', async () => {
    await recompared();
    const [model] = await listModels(world.db.pool);
    expect(model).toMatchObject({ version: 1, inForce: true, verdict: 'better' });
    expect(model?.heldBack?.new.logLoss).toBeLessThan(model?.heldBack?.old.logLoss ?? 0);
  });

  test('what was a question like those that were answered is joined now, and asked no more', async () => {
    for (const number of unjudged) expect(await gamesOf(number)).toHaveLength(1);
    expect((await open()).filter(({ recordId }) => unjudged.includes(numberOf(recordId)))).toEqual([]);
  });

  test('another is trained after 20 more', async () => {
    await answer(range(40, 60));
    await until(async () => (await trained()) === 2);
    await recompared();
    expect((await listModels(world.db.pool))[0]).toMatchObject({ version: 2, pairs: 60 });
  });

  test('quality counts only what the model in force has not learnt from', async () => {
    const { judged, unseen, bins, weeks, askedShare } = await readQuality(world.db.pool);
    expect(judged).toBe(judgedPairs);
    expect(unseen).toBeGreaterThan(0);
    expect(unseen).toBeLessThan(judged);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(unseen);
    expect(weeks.reduce((sum, week) => sum + week.judged, 0)).toBe(judged);
    expect(weeks.reduce((sum, { asked }) => sum + asked, 0)).toBe(judgedPairs + leftOpen);
    expect(askedShare).toBeCloseTo(0.5);
  });
});

describe('going back', () => {
  test('is one command: the old model is in force, all is compared anew, and the questions are open again', async () => {
    await useModel(world.app.commitDeps, { version: 0, reason: 'to see', actor: 'op@example.org' });
    expect(await isRecomparing(world.db.pool)).toBe(true);
    await recompared();
    expect(await inForce()).toBe(0);
    for (const number of unjudged) expect(await gamesOf(number)).toHaveLength(2);
    expect((await open()).map(({ recordId }) => numberOf(recordId)).sort()).toEqual(unjudged);
  });

  test('leaves what was judged as it was judged', async () => {
    for (const number of range(0, judgedPairs)) expect(await gamesOf(number)).toHaveLength(number % 2 === 0 ? 1 : 2);
  });

  test('lasts: what is trained later is only offered, until somebody uses it', async () => {
    const last = await trainModel(world.app.commitDeps, 'op@example.org');
    expect(last).toMatchObject({ verdict: 'better', isChosen: false });
    expect(await inForce()).toBe(0);
    await useModel(world.app.commitDeps, { version: last.version, reason: 'better', actor: 'op@example.org' });
    await recompared();
    for (const number of unjudged) expect(await gamesOf(number)).toHaveLength(1);
  });

  test('is refused for a model that is not there, is in force, or without a reason', async () => {
    const use = (version: number, reason = 'to see') =>
      useModel(world.app.commitDeps, { version, reason, actor: 'op' });
    await expect(use(99)).rejects.toThrow('There is no model 99');
    await expect(use((await inForce()) ?? 0)).rejects.toThrow('is in force already');
    await expect(use(0, ' ')).rejects.toThrow('needs a reason');
  });
});

test('the tables follow from the log', async () => {
  expect((await rebuild(world.db.pool, true)).differences).toEqual([]);
});
