import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultsOf } from './load-fixtures.ts';
import { steam } from './steam.ts';

const folder = join(import.meta.dirname, '../../../shared/data/recorded/steam');
const present = existsSync(folder);
if (!present && process.env.VARIORUM_SKIP_NOTHING)
  throw new Error(`${folder} is not here, and nothing may be skipped.`);
if (!present) console.log('Skipped: the recorded answers of Steam (../shared/data/recorded/steam) are not here.');
const files = present ? readdirSync(folder) : [];
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');

describe.skipIf(!present)('recorded answers of Steam', () => {
  type Answer = Record<string, { data: { name: string; developers: string[] } }>;

  it.each(files.filter((file) => file.startsWith('appdetails-')))('%s: one game, and nothing of it unread', (file) => {
    const key = /\d+/.exec(file)?.[0] ?? '';
    const read = steam.extract({ url: `https://store.steampowered.com/app/${key}/`, text: textOf(file) });
    if (read.kind !== 'records') throw new Error(JSON.stringify(read));
    const { data } = (JSON.parse(textOf(file)) as Answer)[key] ?? { data: { name: '', developers: [] } };
    const [game] = read.records;
    expect([game?.key, game?.title]).toEqual([key, data.name]);
    expect(game?.releaseDate).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(game?.credits?.[0]?.name).toBe(data.developers[0]);
    expect(game?.languages?.length).toBeGreaterThan(7);
    expect(game?.languages).toEqual(expect.arrayContaining(['en', 'ru', 'pt-BR', 'zh-Hans', 'es']));
    expect(game?.descriptions?.[0]?.text).not.toMatch(/linkfilter|\?t=\d/);
    expect(game?.tags).toContainEqual({ category: 'os', slug: 'os_win' });
    expect(read.unread).toEqual([]);
    expect(read.records.flatMap(faultsOf)).toEqual([]);
  });

  it('a search that is scrolled names each game once and ends with its last', () => {
    const url = (start: number) =>
      `https://store.steampowered.com/search/results/?query&start=${start}&count=50&infinite=1`;
    const named = ['football000.json', 'football050.json', 'football100.json'].map((file, index) => {
      const read = steam.list({ url: url(index * 50), text: textOf(file) });
      if (read.kind !== 'listed') throw new Error(read.reason);
      const next = index < 2 ? [url((index + 1) * 50).replace('?query&', '?query=&')] : [];
      expect(read.next).toEqual(next);
      expect(read.unread).toEqual([]);
      return read.pages;
    });
    expect(new Set(named.flat()).size).toBeGreaterThan(90);
  });

  it('the search page names games and the page after it', () => {
    const read = steam.list({ url: 'https://store.steampowered.com/search/', text: textOf('search.html') });
    if (read.kind !== 'listed') throw new Error(read.reason);
    expect(read.pages.length).toBeGreaterThan(40);
    expect(read.next).toEqual([expect.stringMatching(/[?&]page=2$/)]);
  });

  it('the list of everything names apps', () => {
    const url = 'https://api.steampowered.com/ISteamApps/GetAppList/v2/';
    const read = steam.list({ url, text: textOf('applist.json') });
    if (read.kind !== 'listed') throw new Error(read.reason);
    expect(read.pages).toContain('https://store.steampowered.com/app/220');
    expect(read.unread).toEqual([]);
  });

  it('a page that is no answer of the API is broken', () => {
    const read = steam.extract({ url: 'https://store.steampowered.com/app/220/', text: textOf('hl2.html') });
    expect(read.kind).toBe('broken');
  });
});
