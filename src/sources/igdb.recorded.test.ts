import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { igdb } from './igdb.ts';
import { faultsOf } from './load-fixtures.ts';

const folder = join(import.meta.dirname, '../../../shared/data/recorded/igdb');
const present = existsSync(folder);
if (!present && process.env.VARIORUM_SKIP_NOTHING)
  throw new Error(`${folder} is not here, and nothing may be skipped.`);
if (!present) console.log('Skipped: the recorded answers of IGDB (../shared/data/recorded/igdb) are not here.');

const read = (slug: string, file: string) =>
  igdb.extract({
    url: 'https://api.igdb.com/v4/games',
    asked: `https://www.igdb.com/games/${slug}`,
    text: readFileSync(join(folder, file), 'utf8'),
  });

describe.skipIf(!present)('recorded answers of IGDB', () => {
  it('a game with its details in words', () => {
    const reading = read('paper-mario', 'vcr-scan_rom-2.json');
    if (reading.kind !== 'records') throw new Error(JSON.stringify(reading));
    const [game] = reading.records;
    expect(game).toMatchObject({
      source: 'igdb',
      key: 'paper-mario',
      title: 'Paper Mario',
      releaseDate: '2000-08-11',
      identifiers: [{ scheme: 'igdb', value: '3340' }],
    });
    expect(game?.alternativeTitles).toContainEqual({ title: 'Mario Story' });
    expect(game?.tags).toContainEqual({ category: 'platform', name: 'Nintendo 64' });
    expect(game?.urls?.filter(({ category }) => category === 'video')).toHaveLength(4);
    expect(reading.unread.filter((line) => !line.startsWith('involved_companies'))).toEqual([]);
    expect(reading.records.flatMap(faultsOf)).toEqual([]);
  });

  it('a game whose details are numbers: they are told as unread', () => {
    const reading = read('the-legend-of-zelda-breath-of-the-wild', 'v4-go/game_get.json');
    if (reading.kind !== 'records') throw new Error(JSON.stringify(reading));
    expect(reading.records[0]).toMatchObject({ releaseDate: '2017-03-03', title: expect.stringMatching(/Zelda/) });
    expect(reading.unread).toEqual(expect.arrayContaining([expect.stringMatching(/^genres\[\]/)]));
    expect(reading.records.flatMap(faultsOf)).toEqual([]);
  });

  it('a list of games names their pages', () => {
    const text = readFileSync(join(folder, 'v4-go/game_list.json'), 'utf8');
    const listing = igdb.list({
      url: 'https://api.igdb.com/v4/games',
      asked: 'https://api.igdb.com/v4/games?after=0',
      text,
    });
    if (listing.kind !== 'listed') throw new Error(listing.reason);
    expect(listing.pages.length).toBeGreaterThan(0);
    expect(listing.next).toEqual([]);
  });

  it('missing keys are said in the API’s words', () => {
    const reading = read('paper-mario', 'vcr-scan_platform-0.json');
    expect(reading).toEqual({ kind: 'broken', reason: expect.stringMatching(/Authorization Failure.*\.$/) });
  });

  it('nothing found is a game IGDB does not know', () => {
    expect(read('paper-mario', 'vcr-scan_platform-5.json')).toEqual({
      kind: 'broken',
      reason: expect.stringMatching(/is unknown to IGDB/),
    });
  });
});
