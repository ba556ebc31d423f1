/** Judging matches as curators do it: by keys alone, with everything in sight, and every answer taken back again. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Server, startServer } from '../src/api/server.ts';
import { startImport } from '../src/commands.ts';
import type { RecordId } from '../src/domain/ids.ts';
import { gameIdOf } from '../src/pipeline/match/game-id.ts';
import { openBrowser, seriousFaults } from './browser.ts';
import { alphaGames, betaGames, quality } from './judging-shelf.ts';
import { shelf, shelve } from './shelf.ts';
import { createWorld, type World } from './world.ts';

const { browser, reason } = await openBrowser();
/** A folder for pictures of every page, for whoever wants to look at them. */
const pictures = process.env.VARIORUM_PICTURES;

describe.skipIf(browser === null)(`judging${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  let world: World;
  let server: Server;
  let context: BrowserContext;
  let page: Page;
  let troubles: string[] = [];

  beforeAll(async () => {
    await promisify(execFile)(
      process.execPath,
      ['node_modules/vite/bin/vite.js', 'build', '--config', 'dashboard/vite.config.ts', '--logLevel', 'error'],
      { env: { ...process.env, NODE_ENV: 'production' } },
    );
    world = await createWorld([shelf('alpha', 80), shelf('beta', 40)], { PORT: '0' });
    shelve(world.site.pages, 'alpha', alphaGames);
    shelve(world.site.pages, 'beta', betaGames);
    const worker = world.app.work();
    const nudge = () => worker.nudge(['source.alpha', 'source.beta']);
    for (const source of ['alpha', 'beta']) {
      const order = { sources: [source], urls: [], trigger: 'command', actor: 'test' } as const;
      const runId = await startImport(world.app.commitDeps, order);
      nudge();
      await world.finished(runId);
    }
    server = await startServer(world.app, nudge);
    context = await newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    page = await watched(context);
    await page.goto('/reviews');
    await page.fill('[name=email]', server.first?.email ?? '');
    await page.fill('[name=password]', server.first?.password ?? '');
    await page.click('button[type=submit]');
    await page.waitForURL('**/reviews');
    troubles = [];
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await world?.close();
  });

  async function newContext(options: Parameters<NonNullable<typeof browser>['newContext']>[0]) {
    if (browser === null) throw new Error(reason);
    return await browser.newContext({ ...options, baseURL: server.url });
  }
  async function watched(of: BrowserContext): Promise<Page> {
    const opened = await of.newPage();
    opened.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
    });
    opened.on('pageerror', (error) => troubles.push(String(error)));
    return opened;
  }

  const card = () => page.getByRole('article');
  const title = async () => (await card().getByRole('heading', { level: 2 }).textContent()) ?? '';
  const said = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor();
  const open = () => world.count(`review where status = 'open'`);
  /** Skips until a question like that stands there. */
  async function skipTo(isWanted: () => Promise<boolean>): Promise<string> {
    for (let shown = await title(); !(await isWanted()); shown = await title()) {
      await page.keyboard.press('n');
      await expect.poll(title).not.toBe(shown);
    }
    return title();
  }
  const aTwin = () => skipTo(async () => !(await title()).includes('Keeper'));
  const focused = () => page.evaluate<string>('document.activeElement.textContent');

  test('keys alone answer, skip and go back; the focus goes with them, and what happened is said', async () => {
    await page.goto('/reviews');
    expect(await open()).toBe(9);
    const first = await aTwin();
    await page.keyboard.press('Space');
    await expect.poll(title).not.toBe(first);
    await page.keyboard.press('p');
    await expect.poll(title).toBe(first);
    await page.keyboard.press('s');
    await said(`The same game: «${first}».`);
    expect(await title()).not.toBe(first);
    expect(await focused()).toBe(await title());
    const second = await aTwin();
    await page.keyboard.press('d');
    await said(`Different games: «${second}».`);
    const third = await aTwin();
    await page.keyboard.press('u');
    await said(`Set aside: «${third}».`);
    expect(await focused()).toBe(await title());
    await page.getByText('3 decided').waitFor();
    await page.getByText(/last [\d.]+ s, median/).waitFor();
    await expect.poll(open).toBe(7);
    expect(await world.events('ArrangementMade')).toBe(2);
    // Whoever does not know is not asked again; the question stays open for others.
    await page.reload();
    await page.getByText(/^\d of 6$/).waitFor();
    await page.getByText('7 questions wait').click();
    await page.getByText('you did not know').waitFor();
  });

  test('answers are taken back, newest first, and their questions stand there again', async () => {
    await page.goto('/reviews');
    const titles: string[] = [];
    for (const key of ['d', 's', 'u', 'd']) {
      const shown = await aTwin();
      titles.push(shown);
      await page.keyboard.press(key);
      await expect.poll(title).not.toBe(shown);
    }
    await expect.poll(open).toBe(4);
    for (const shown of titles.toReversed()) {
      await page.keyboard.press('z');
      await said(`Taken back: «${shown}».`);
      await expect.poll(title).toBe(shown);
      expect(await focused()).toBe(shown);
    }
    await expect.poll(open).toBe(7);
    expect(await world.events('ArrangementUndone')).toBe(3);
    await page.keyboard.press('z');
    await said('There is nothing to take back in this session.');
  });

  test('one answer does for all questions alike, shown first and taken back as one', async () => {
    await page.goto('/reviews');
    await aTwin();
    await card()
      .getByRole('button', { name: /^Apply to/ })
      .waitFor();
    const before = await open();
    const button =
      (await card()
        .getByRole('button', { name: /^Apply to/ })
        .textContent()) ?? '';
    const alike = Number(/\d+/.exec(button)?.[0]);
    expect(alike).toBeGreaterThanOrEqual(3);
    const judged = await world.events('JudgementMade');
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('One answer for all of these').waitFor();
    expect(await dialog.getByRole('checkbox').count()).toBe(alike + 1);
    await dialog.getByRole('checkbox').last().click();
    await dialog
      .getByText(`Games that change: ${2 * alike} before, ${alike} after. Questions: ${alike} closed`)
      .waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, 'alike');
    expect(await world.events('JudgementMade')).toBe(judged);
    await dialog.getByRole('button', { name: `All ${alike}: the same game` }).press('Enter');
    await said(`The same game: ${alike} questions.`);
    await expect.poll(() => world.events('JudgementMade')).toBe(judged + alike);
    expect(await open()).toBe(before - alike);
    await page.keyboard.press('z');
    await said(`Taken back: ${alike} questions.`);
    await expect.poll(open).toBe(before);
  });

  test('differences are marked in words, and the pages open in tabs of their own', async () => {
    await page.goto('/reviews');
    await skipTo(async () => (await title()).includes('Keeper'));
    await card()
      .getByRole('row', { name: /^Platforms different/ })
      .waitFor();
    await card()
      .getByRole('row', { name: /^Languages partly the same/ })
      .waitFor();
    const marked = card()
      .getByRole('row', { name: /^Title/ })
      .locator('mark');
    expect(await marked.allTextContents()).toEqual(['The']);
    const opened = context.waitForEvent('page');
    await page.keyboard.press('o');
    await (await opened).close();
    // A tab in the background draws nothing.
    await page.bringToFront();
  });

  const dialog = () => page.getByRole('dialog');
  const made = (records: number) => page.getByRole('heading', { name: RegExp(`^Made of ${records} record`) }).waitFor();
  async function arrange(reason: string): Promise<void> {
    await dialog().getByRole('button', { name: 'What would happen?' }).click();
    await dialog().getByRole('heading', { name: 'Then' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await dialog().getByRole('button', { name: 'Do it' }).isDisabled()).toBe(true);
    await dialog().getByRole('textbox', { name: 'Why?' }).fill(reason);
    await picture(page, `arrange ${reason}`);
    await dialog().getByRole('button', { name: 'Do it' }).click();
    await page.getByText(`because: ${reason}`).first().waitFor();
  }
  async function undo(what: string, reason: string): Promise<void> {
    await page.getByRole('button', { name: `Undo: ${what}` }).click();
    await dialog().getByRole('textbox', { name: 'Why?' }).fill(reason);
    await dialog().getByRole('button', { name: 'Undo' }).click();
    await page.getByText(`because: ${reason}`).first().waitFor();
  }

  test('a game is merged with another from its page, shown first, and the merging is undone', async () => {
    await page.goto('/games?search=crooked');
    await page.getByRole('link', { name: 'Crooked Belfry' }).first().click();
    await page.getByRole('button', { name: 'Merge with another game' }).click();
    await dialog().getByRole('textbox', { name: 'The other game' }).fill('gilded');
    await dialog().getByRole('radio').first().click();
    await arrange('one book under two covers');
    await page.getByRole('heading', { name: /^Made of \d records/ }).waitFor();
    await undo('Merged', 'they are not');
  });

  test('a record is split off and moved to another game, each shown first and undone', async () => {
    // The first record gives a game its id, and takes it along; here the other one goes.
    const { rows } = await world.app.pool.query<{ game_id: string; record_id: RecordId }>(
      `select game_id, record_id from source_record join (select game_id from source_record group by game_id having count(*) = 2
        order by game_id limit 1) two using (game_id)`,
    );
    const other = rows.find(({ game_id, record_id }) => gameIdOf(record_id) !== game_id)?.record_id ?? '';
    await page.goto(`/games/${rows[0]?.game_id}`);
    await made(2);
    await page.getByRole('button', { name: 'Split records off' }).click();
    await dialog().getByRole('checkbox', { name: other }).check();
    await arrange('another printing');
    await made(1);
    await undo('Records split off', 'the same printing');
    await made(2);
    await page.getByRole('button', { name: 'Move records to another game' }).click();
    await dialog().getByRole('checkbox', { name: other }).check();
    await dialog().getByRole('textbox', { name: 'The other game' }).fill('crooked');
    await dialog().getByRole('radio').first().click();
    await arrange('a page of that game');
    await made(1);
    await undo('Records moved', 'no page of that game');
    await made(2);
  });

  test('the page on matching shows what was judged, and the model it works by', async () => {
    await page.goto('/reviews');
    await card().waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.getByRole('heading', { level: 1, name: 'Quality of matching' }).waitFor();
    await page.getByRole('table', { name: 'Models' }).getByText('in force').waitFor();
    await page.getByRole('heading', { name: 'Does it know how sure it is?' }).waitFor();
  });

  test.each([
    ['light, English, wide', { colorScheme: 'light', locale: 'en-GB', viewport: { width: 1280, height: 900 } }],
    ['dark, Russian, 390 pixels', { colorScheme: 'dark', locale: 'ru-RU', viewport: { width: 390, height: 800 } }],
    ['dark, English, wide', { colorScheme: 'dark', locale: 'en-GB', viewport: { width: 1280, height: 900 } }],
    ['light, Russian, wide', { colorScheme: 'light', locale: 'ru-RU', viewport: { width: 1280, height: 900 } }],
  ] as const)('no page has a serious fault of accessibility or scrolls sideways: %s', async (name, options) => {
    const one = await newContext(options);
    await one.addCookies(await context.cookies());
    const each = await watched(one);
    await each.route('**/api/match/quality', (route) => route.fulfill({ json: quality }));
    const { rows } = await world.app.pool.query<{ path: string }>(
      `(select '/reviews?review=' || review_id as path from review where title like '%Keeper%' and status = 'open')
       union all (select '/games/' || game_id from game where name = 'Crooked Belfry' order by game_id limit 1)`,
    );
    for (const path of ['/reviews', '/matching', ...rows.map((row) => row.path)]) {
      await each.goto(path);
      await each.locator('h1').waitFor();
      await each.locator('[role=status][aria-label]').first().waitFor({ state: 'detached' });
      await picture(each, `${/\w+/.exec(path)?.[0]}${path.includes('=') ? ' one' : ''} ${name}`);
      expect({ path, faults: await seriousFaults(each) }).toEqual({ path, faults: [] });
      const wider = await each.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect({ path, wider }).toEqual({ path, wider: 0 });
    }
    await each.keyboard.press('?');
    await each.getByRole('dialog').waitFor();
    await picture(each, `keys ${name}`);
    await one.close();
  });

  test('nothing complained in all this', () => {
    expect(troubles).toEqual([]);
  });

  async function picture(of: Page, name: string): Promise<void> {
    if (pictures) await of.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  }
});
