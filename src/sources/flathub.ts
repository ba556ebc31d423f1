/**
 * Flathub: programs packed for any Linux. One AppStream catalogue in XML holds them all, several thousand of which about
 * six hundred are games; a single one is read through the API. Written from the AppStream specification
 * (https://www.freedesktop.org/software/appstream/docs/) and the API's own description (https://flathub.org/api/v2/docs).
 */
import type { Extraction, Page, Source } from '../domain/source.ts';
import { type Catalogue, readComponent } from './reading/appstream-component.ts';
import { gatherGames, type PlacedReading } from './reading/appstream-games.ts';
import { componentFromXml, xmlComponents } from './reading/appstream-xml.ts';
import { componentFromApi } from './reading/flathub-app.ts';
import { noListing } from './reading/no-listing.ts';
import { line } from './reading/text.ts';

const catalogueForm = /^https?:\/\/(?:dl\.)?flathub\.org\/repo\/appstream\/(\w+)\/appstream\.xml(?:\.gz)?(?:[?#].*)?$/;
const appForm =
  /^https?:\/\/(?:www\.)?flathub\.org\/(?:[\w-]+\/)?(?:apps\/(?:details\/)?|api\/v2\/appstream\/)([\w-]+(?:\.[\w-]+)+)(?:[?#].*)?$/;

const architectureOf = (url: string) => catalogueForm.exec(url)?.[1] ?? null;
const appOf = (url: string) => appForm.exec(url)?.[1] ?? null;
const pageOf = (key: string) => `https://flathub.org/apps/${encodeURIComponent(key)}`;

function keyOf(url: string): string | null {
  const architecture = architectureOf(url);
  return architecture === null ? appOf(url) : `appstream/${architecture}`;
}

export const flathub: Source = {
  name: 'flathub',
  title: 'Flathub',
  homepage: 'https://flathub.org/',
  rank: 45,
  hostDelayMs: 2000,
  terms: 'The catalogue is public; the API names no limit and may change without notice.',
  provenBy: null,
  claims: (url) => keyOf(url) !== null,
  key: (url) => keyOf(url) ?? url,
  request: (url) => {
    const app = appOf(url);
    return { url: app === null ? url : `https://flathub.org/api/v2/appstream/${app}` };
  },
  seeds: () => [{ as: 'page', url: 'https://dl.flathub.org/repo/appstream/x86_64/appstream.xml.gz' }],
  list: noListing,
  extract,
};

function extract(page: Page): Extraction {
  const named = page.asked ?? page.url;
  const app = appOf(named) ?? appOf(page.url);
  return app === null ? readCatalogue(named, page.text) : readApp(pageOf(app), page.text);
}

const catalogueOf = (url: string, mediaBase?: string): Catalogue => ({
  source: flathub.name,
  attribution: flathub.title,
  url,
  mediaBase,
  pageOf,
  withoutTools: true,
});

function readCatalogue(url: string, text: string): Extraction {
  const root = /<components\b([^>]{0,2000})>/.exec(text.slice(0, 10_000));
  if (root === null) {
    const advice = 'check that the address leads to a file appstream.xml';
    return { kind: 'broken', reason: `${url} does not begin with <components>: ${advice}.` };
  }
  const mediaBase = /\smedia_baseurl\s*=\s*["']([^"'<]{1,1000})["']/.exec(root[1] ?? '')?.[1];
  const cut = text.trimEnd().endsWith('</components>') ? [] : ['the document ends without </components>'];
  const games = gatherGames(url, readComponents(text, catalogueOf(url, mediaBase)), cut);
  if (games.kind !== 'records' || games.records.length > 0) return games;
  return {
    kind: 'broken',
    reason: `The catalogue ${url} holds no game: look whether it names its categories otherwise.`,
  };
}

const isGame = /<category>\s*Game\s*<\/category>/;
/** Additions to a program carry its categories. */
const isProgram =
  /^<component[^>]{0,500}\stype\s*=\s*["'](?:desktop|desktop-application|console-application|web-application)["']/;

function* readComponents(text: string, catalogue: Catalogue): Generator<PlacedReading> {
  for (const { number, text: part } of xmlComponents(text)) {
    if (!isProgram.test(part) || !isGame.test(part)) continue;
    const component = componentFromXml(part);
    yield {
      place: `component ${number}`,
      reading: component
        ? readComponent(component, catalogue)
        : { kind: 'unusable', reason: 'it nests elements too deep' },
    };
  }
}

function readApp(url: string, text: string): Extraction {
  const app = parse(text);
  if (app === null) {
    return { kind: 'broken', reason: `The API's answer about ${url} is no JSON object: open the page in a browser.` };
  }
  const reading = readComponent(componentFromApi(app), catalogueOf(url));
  if (reading.kind === 'game') return { kind: 'records', records: [reading.record], unread: reading.unread };
  const because = reading.kind === 'unusable' ? reading.reason : 'its categories name no game';
  const said = typeof app.detail === 'string' ? ` (the API says: ${line(app.detail, 100)})` : '';
  return { kind: 'broken', reason: `No game can be read from ${url}, for ${because}${said}: give the page of a game.` };
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
