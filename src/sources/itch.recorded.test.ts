import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { itch } from './itch.ts';
import { faultsOf } from './load-fixtures.ts';

const folder = join(import.meta.dirname, '../../../shared/data/recorded/itch');
const present = existsSync(folder);
if (!present && process.env.VARIORUM_SKIP_NOTHING)
  throw new Error(`${folder} is not here, and nothing may be skipped.`);
if (!present) console.log('Skipped: the recorded pages of itch.io (../shared/data/recorded/itch) are not here.');
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');

describe.skipIf(!present)('recorded pages of itch.io', () => {
  it('a game, and nothing of it unread', () => {
    const url = 'https://terrycavanagh.itch.io/dicey-dungeons';
    const read = itch.extract({ url, text: textOf('game-page-dicey-dungeons.html') });
    if (read.kind !== 'records') throw new Error(JSON.stringify(read));
    const [game] = read.records;
    expect(game).toMatchObject({
      key: 'terrycavanagh/dicey-dungeons',
      title: 'Dicey Dungeons',
      identifiers: [{ scheme: 'itch', value: '276085' }],
      languages: ['de', 'en', 'es', 'fr', 'it', 'ko', 'pl', 'pt', 'ru', 'zh-Hans'],
    });
    expect(game?.credits).toEqual([
      { role: 'author', name: 'Terry Cavanagh', url: 'https://terrycavanagh.itch.io/' },
      { role: 'author', name: 'chipzel', url: 'https://chipzel.itch.io/' },
      { role: 'author', name: 'Marlowe Dobbe', url: 'https://marlowedobbe.itch.io/' },
    ]);
    expect(game?.tags).toEqual(
      expect.arrayContaining([
        { category: 'state', slug: 'released' },
        { category: 'platform', name: 'Windows' },
        { category: 'os', slug: 'os_macos' },
        { category: 'tag', name: 'Roguelike' },
        { category: 'version', name: '1.6.1' },
      ]),
    );
    const count = (category: string) => game?.urls?.filter((link) => link.category === category).length;
    expect([count('screenshot'), count('video'), count('poster'), count('download_landing')]).toEqual([8, 1, 1, 1]);
    expect(game?.descriptions?.[0]?.text).toMatch(/^Become a giant walking dice[\s\S]+\n\* _Six wildly different/);
    expect(read.unread).toEqual([]);
    expect(read.records.flatMap(faultsOf)).toEqual([]);
  });

  it('a bundle’s page names its games, and no other page', () => {
    const url = 'https://itch.io/s/80723/horror-worlds-bundle';
    const read = itch.list({ url, text: textOf('bundle-sale-page.html') });
    if (read.kind !== 'listed') throw new Error(read.reason);
    expect(read.pages).toHaveLength(18);
    expect(read.next).toEqual([]);
  });

  it('a bundle’s data names its games', () => {
    const url = 'https://itch.io/bundle/2430/games.json';
    const read = itch.list({ url, text: textOf('bundle-sale-content.json') });
    if (read.kind !== 'listed') throw new Error(read.reason);
    expect(read.pages.length).toBeGreaterThan(95);
    expect(read.unread).toEqual([]);
  });
});
