/** A real browser for tests, where the machine has one; tests that want it say why they are skipped where it has none. */
import { existsSync, readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

export type OpenedBrowser = { browser: Browser; reason: null } | { browser: null; reason: string };

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

// Nothing of its own goes out: what a test sees on the network is the page's doing.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openBrowser(): Promise<OpenedBrowser> {
  const executablePath = places.find((place) => place !== undefined && existsSync(place));
  if (executablePath === undefined) {
    const reason = 'no Chromium is installed: `apt-get install chromium`, or name one in CHROMIUM_PATH';
    if (process.env.VARIORUM_SKIP_NOTHING) throw new Error(reason);
    console.log(`Skipped: the dashboard in a browser, for ${reason}.`);
    return { browser: null, reason };
  }
  try {
    return { browser: await chromium.launch({ executablePath, headless: true, args }), reason: null };
  } catch (error) {
    return { browser: null, reason: `Chromium did not start: ${error instanceof Error ? error.message : error}` };
  }
}

type Found = { violations: { id: string; impact: string; nodes: { html: string }[] }[] };

/** What axe finds on a page that would keep somebody from using it, one line a rule. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8'));
  const found = await page.evaluate<Found>(`axe.run(document, { resultTypes: ['violations'] })`);
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
