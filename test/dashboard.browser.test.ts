/** The dashboard as people use it: the built pages, the real server, a real browser, and a small web to import from. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Server, startServer } from '../src/api/server.ts';
import { startImport } from '../src/commands.ts';
import { openBrowser, seriousFaults } from './browser.ts';
import { type ShelfGame, shelf, shelve } from './shelf.ts';
import { createWorld, type World } from './world.ts';

const { browser, reason } = await openBrowser();

const author = [{ role: 'author' as const, name: 'A. Novak' }];
const hostile = `# Heading

<script>document.title = 'taken'</script><img src="http://evil.test/pixel.png">

![spy](http://evil.test/pixel.png) [click](javascript:document.title='taken') and a *good* [link](http://good.test/).`;
const many = Object.fromEntries(
  Array.from({ length: 120 }, (_, index): [string, ShelfGame] => [`n${index}`, { title: `Nebula ${index + 100}` }]),
);
const alpha: Record<string, ShelfGame> = {
  1: {
    title: 'Маяк',
    credits: author,
    releaseDate: '2019',
    descriptions: [
      { language: 'en', text: hostile },
      { language: 'ru', text: 'Смотритель *маяка* теряет свет.' },
    ],
  },
  // Two pages of one source about what looks like one game: that is for a person to say.
  2: { title: 'The Secret of the Old Castle', credits: author },
  3: { title: 'The Secret of the Old Castle', credits: author },
  4: { title: 'Winter Garden', credits: author },
  5: { title: 'Winter Garden', credits: author },
  ...many,
};
const beta: Record<string, ShelfGame> = { a: { title: 'маяк!', credits: author, releaseDate: '2019-06-03' } };

describe.skipIf(browser === null)(`the dashboard${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  let world: World;
  let server: Server;
  let context: BrowserContext;
  let page: Page;
  let troubles: string[] = [];
  const asked: string[] = [];

  beforeAll(async () => {
    await promisify(execFile)(
      process.execPath,
      ['node_modules/vite/bin/vite.js', 'build', '--config', 'dashboard/vite.config.ts', '--logLevel', 'error'],
      { env: { ...process.env, NODE_ENV: 'production' } },
    );
    world = await createWorld([shelf('alpha', 80), shelf('beta', 40)], { PORT: '0' });
    shelve(world.site.pages, 'alpha', alpha);
    shelve(world.site.pages, 'beta', beta);
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
    opened.on('request', (request) => asked.push(request.url()));
    return opened;
  }
  const heading = (text: string | RegExp) => page.getByRole('heading', { level: 1, name: text }).waitFor();

  test('a stranger signs in and arrives where he wanted to go', async () => {
    await page.goto('/games?search=secret');
    await page.waitForURL('**/sign-in?next=*');
    await page.fill('[name=email]', server.first?.email ?? '');
    await page.fill('[name=password]', server.first?.password ?? '');
    await page.click('button[type=submit]');
    await page.waitForURL('**/games?search=secret');
    await page.getByRole('link', { name: 'The Secret of the Old Castle' }).waitFor();
    await page.locator('[data-live=live]').first().waitFor();
    troubles = []; // The sign-in page's own are not the dashboard's.
  });

  test('keys go everywhere, find the search, and work in a Russian layout', async () => {
    await page.goto('/');
    await heading('Overview');
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await heading('Sources');
    await page.evaluate(`for (const [key, code] of [['п', 'KeyG'], ['у', 'KeyE']])
      document.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true }))`);
    await heading('Events');
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await heading('Overview');
    await page.keyboard.press('/');
    await heading('Games');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('search');
    await page.keyboard.type('nebula 14');
    await page.waitForURL('**/games?search=nebula+14');
    await page.getByRole('heading', { name: '12 games' }).waitFor();
  });

  test('games page by page, each page with an address, and back', async () => {
    await page.goto('/games');
    const first = page.locator('tbody a.rowLink').first();
    const shown = await first.textContent();
    await page.getByRole('button', { name: 'Next 50' }).click();
    await page.waitForURL('**page=2');
    await expect.poll(() => first.textContent()).not.toBe(shown);
    await page.getByRole('button', { name: 'Next 50' }).click();
    await page.waitForURL('**page=3');
    await page.reload();
    await page.getByText('Page 3').waitFor();
    await page.getByRole('button', { name: 'Previous 50' }).click();
    await page.waitForURL('**page=2');
    await page.getByRole('button', { name: 'Previous 50' }).click();
    await expect.poll(() => first.textContent()).toBe(shown);
    await page.goBack();
    await page.waitForURL('**page=2');
  });

  test('a value says where it comes from, and a hostile text stays a text', async () => {
    await page.goto('/games?search=маяк');
    await page.getByRole('link', { name: 'Маяк' }).first().click();
    await heading('Маяк');
    await page.getByText('1 other reading').first().click();
    await page.getByText('маяк!', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'why?' }).first().click();
    await page.getByRole('dialog').getByText('alpha|1').waitFor();
    await page.getByRole('dialog').getByRole('link', { name: 'as stored' }).first().click();
    await page.waitForURL('**/pages?page=alpha*');
    await page.getByRole('group', { name: 'What was read in it' }).getByText('"title": "Маяк"').waitFor();
    await page.goBack();
    expect(await page.title()).toBe('Маяк · Variorum');
    const text = page.locator('.markdown').first();
    expect(await text.locator('img, script, a[href^="javascript"]').count()).toBe(0);
    expect(await text.getByRole('link', { name: 'link' }).getAttribute('rel')).toBe('noreferrer noopener nofollow');
    expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);
    await page.getByRole('tab', { name: 'Russian' }).click();
    await page.waitForURL('**?text=ru');
    await page.locator('.markdown em', { hasText: 'маяка' }).waitFor();
  });

  test('one key decides a question, and the next one stands there', async () => {
    await page.goto('/reviews');
    const card = page.getByRole('article');
    const open = await world.count(`review where status = 'open'`);
    expect(open).toBeGreaterThanOrEqual(2);
    const question = (await card.getByRole('heading', { level: 2 }).textContent()) ?? '';
    await page.keyboard.press('1');
    await expect.poll(() => card.getByRole('heading', { level: 2 }).textContent()).not.toBe(question);
    await expect.poll(() => world.events('JudgementMade')).toBe(1);
    await page.keyboard.press('d');
    await expect.poll(() => world.events('JudgementMade')).toBe(2);
    await expect.poll(() => world.count(`review where status = 'open'`)).toBe(open - 2);
  });

  test('an import begun here shows its games without a reload', async () => {
    await page.goto('/');
    await heading('Overview');
    const games = await world.count('game');
    shelve(world.site.pages, 'beta', { ...beta, d: { title: 'Quite Another Thing' } });
    await page.getByRole('button', { name: 'Import now' }).click();
    await page.getByLabel('beta').check();
    await page.getByRole('button', { name: 'Import from 1 source' }).click();
    await page.getByText('The import has begun.').waitFor();
    await page.getByRole('link', { name: `Games: ${games + 1}` }).waitFor({ timeout: 15_000 });
  });

  test('a source pauses for a reason and goes on', async () => {
    await page.goto('/sources');
    await page.getByRole('button', { name: 'Pause: alpha' }).click();
    await page.getByRole('textbox', { name: 'Why?' }).fill('It moves house.');
    await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
    await page.getByText('It moves house.').waitFor();
    await page.getByRole('button', { name: 'Resume: alpha' }).click();
    await page.getByRole('button', { name: 'Pause: alpha' }).waitFor();
    expect(await world.events('SourceResumed')).toBe(1);
  });

  test('a rule is written, tried on the games, put in force, and named by what it added', async () => {
    await page.goto('/rules');
    await heading('Rules');
    await page.getByRole('button', { name: 'New rule' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name', exact: true }).first().fill('nebulae');
    await page.getByLabel('Sentence for whoever asks why').fill('All nebulae are far away.');
    await page.getByLabel('Condition, in CEL').fill('titel.startsWith("Nebula")');
    await page.getByLabel('What', { exact: true }).selectOption('language');
    await page.getByRole('textbox', { name: 'Language (BCP 47)' }).fill('la');
    await page.getByRole('button', { name: 'Take over' }).click();
    await page.getByText('The rule «nebulae», when: is not understood: unknown variable: titel').waitFor();
    troubles = troubles.filter((trouble) => !trouble.includes('409'));
    await page.getByLabel('Condition, in CEL').fill('title.startsWith("Nebula")');
    await page.getByRole('button', { name: 'Take over' }).click();
    await page.getByRole('button', { name: 'What would it change?' }).click();
    await page.getByText(/^Would change 120 of the \d+ games looked at/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Why?' }).fill('a test');
    await page.getByRole('button', { name: 'Put in force' }).click();
    await page.getByText('Changed here').waitFor();
    await page
      .getByRole('row', { name: /nebulae/ })
      .getByRole('cell', { name: '120', exact: true })
      .waitFor();
    await page.goto('/games?search=nebula%20110');
    await page.getByRole('link', { name: 'Nebula 110' }).click();
    await page.getByText('rule: nebulae').waitFor();
    await page.getByRole('button', { name: 'why?' }).last().click();
    await page.getByText('All nebulae are far away.').waitFor();
  });

  test('a broken stream is said, and mends itself', async () => {
    const other = await context.newPage();
    await other.route('**/api/live', (route) => route.abort());
    await other.goto('/events');
    await other.locator('[data-live=reconnecting]').first().waitFor();
    await other.unroute('**/api/live');
    await other.locator('[data-live=live]').first().waitFor({ timeout: 15_000 });
    await other.close();
  });

  test('a problem is the sentence of the server, with another try', async () => {
    await page.goto('/games/00000000-0000-7000-8000-000000000000');
    await page.getByText('There is no game 00000000').waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    troubles = troubles.filter((text) => !text.includes('404'));
  });

  test.each([
    ['light, English, wide', { colorScheme: 'light', locale: 'en-GB', viewport: { width: 1280, height: 900 } }],
    ['dark, Russian, 360 pixels', { colorScheme: 'dark', locale: 'ru-RU', viewport: { width: 360, height: 740 } }],
  ] as const)('no page has a serious fault of accessibility or scrolls sideways: %s', async (_name, options) => {
    const one = await newContext(options);
    await one.addCookies(await context.cookies());
    const each = await watched(one);
    const { rows } = await world.app.pool.query<{ path: string }>(
      `select '/games/' || game_id as path from game where name = 'Маяк' union all (select '/runs/' || run_id from run limit 1)
         union all (select '/pages?page=' || page_id from page where source = 'alpha' order by page_id limit 1)`,
    );
    const fixed = ['/', '/sources', '/sources/alpha', '/games', '/reviews', '/rules', '/events', '/nowhere'];
    for (const path of [...fixed, ...rows.map((row) => row.path)]) {
      await each.goto(path);
      await each.locator('h1').waitFor();
      await each.locator('[role=status][aria-label]').waitFor({ state: 'detached' });
      expect({ path, faults: await seriousFaults(each) }).toEqual({ path, faults: [] });
      const wider = await each.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect({ path, wider }).toEqual({ path, wider: 0 });
    }
    await one.close();
  });

  test('nothing complained in all this, and nothing went elsewhere', () => {
    // A page as it was stored tries what it tried before, and gets nowhere.
    expect(troubles.filter((text) => !/document's frame is sandboxed|"default-src 'none'"/.test(text))).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);
  });

  test('signing out closes the door', async () => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in');
    await page.goto('/events?type=RunStarted');
    await page.waitForURL(/sign-in\?next=/);
  });
});
