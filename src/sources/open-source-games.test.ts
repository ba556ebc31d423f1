import { describe, expect, it } from 'vitest';
import { openSourceGames } from './open-source-games.ts';
import { osgameclones } from './osgameclones.ts';

const entry = 'https://github.com/Trilarion/opensourcegames/blob/master/entries/0_ad.md';
const raw = 'https://raw.githubusercontent.com/Trilarion/opensourcegames/master/entries/0_ad.md';
const letter = 'https://github.com/opengaming/osgameclones/blob/master/games/a.yaml';

describe('the list of open source games', () => {
  it.each([
    entry,
    raw,
    entry.replace('https', 'http'),
    raw.replace('master', 'refs/heads/master'),
    `${entry}?plain=1#L3`,
  ])('claims %s as one entry', (url) => {
    expect([openSourceGames.claims(url), openSourceGames.key(url)]).toEqual([true, '0_ad']);
    expect(osgameclones.claims(url)).toBe(false);
  });

  it.each([
    entry.replace('0_ad', 'README'),
    entry.replace('entries/', 'entries/tocs/'),
    entry.replace('Trilarion', 'somebody'),
    entry.replace('blob', 'tree'),
    `${entry}.png`,
    entry.replace('0_ad', '%E0%A4%A'),
  ])('leaves %s to others', (url) => expect(openSourceGames.claims(url)).toBe(false));

  it('asks for the bytes where they are not counted, and keeps the page for people', () => {
    expect(openSourceGames.request?.(entry, {}).url).toBe(raw);
    const read = openSourceGames.extract({ url: raw, asked: entry, text: '# 0 A.D.\n\n- State: beta\n' });
    expect(read.kind === 'records' && read.records.map(({ url, key }) => [url, key])).toEqual([[entry, '0_ad']]);
  });

  it('asks for the listing as it is', () => {
    const [seed] = openSourceGames.seeds({});
    expect(openSourceGames.request?.(seed?.url ?? '', {}).url).toBe(seed?.url);
  });
});

describe('the list of clones', () => {
  it('claims its files, and not those of the originals', () => {
    expect([osgameclones.claims(letter), osgameclones.key(letter)]).toEqual([true, 'games/a.yaml']);
    expect(osgameclones.claims(letter.replace('games/', 'originals/'))).toBe(false);
    expect(osgameclones.claims(letter.replace('games/', 'games/clones/'))).toBe(false);
  });

  it('never makes the original a title or an address of the clone', () => {
    const text = `- name: Lantern\n  originals: [Oil Lamp, 'https://oil.example/']\n  type: remake\n`;
    const read = osgameclones.extract({ url: letter, text });
    if (read.kind !== 'records') throw new Error(read.kind);
    const [game] = read.records;
    expect([game?.title, game?.alternativeTitles, game?.urls]).toEqual(['Lantern', undefined, undefined]);
    expect(game?.tags).toContainEqual({ category: 'tag', name: 'remake of Oil Lamp' });
  });
});
