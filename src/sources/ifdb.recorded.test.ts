import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ifdb } from './ifdb.ts';
import { faultsOf } from './load-fixtures.ts';

const folder = join(import.meta.dirname, '../../../shared/data/recorded');
const present = existsSync(folder);
if (!present && process.env.VARIORUM_SKIP_NOTHING)
  throw new Error(`${folder} is not here, and nothing may be skipped.`);
if (!present) console.log('Skipped: the recorded iFiction of IFDB (../shared/data/recorded) is not here.');

describe.skipIf(!present)('the recorded iFiction of IFDB', () => {
  it('is read as its JSON would be, and nothing of it is unread', () => {
    const text = readFileSync(join(folder, 'ifiction/ifdb-viewgame-ifiction-zork1-reassembled.xml'), 'utf8');
    const read = ifdb.extract({ url: 'https://ifdb.org/viewgame?ifiction&id=0dbnusxunq7fw5ro', text });
    if (read.kind !== 'records') throw new Error(JSON.stringify(read));
    const [game, ...others] = read.records;
    expect(others).toEqual([]);
    expect(read.unread).toEqual([]);
    expect(read.records.flatMap(faultsOf)).toEqual([]);
    expect(game).toMatchObject({
      key: '0dbnusxunq7fw5ro',
      url: 'https://ifdb.org/viewgame?id=0dbnusxunq7fw5ro',
      title: 'Zork I',
      releaseDate: '1980',
      credits: [
        { role: 'author', name: 'Marc Blank' },
        { role: 'author', name: 'Dave Lebling' },
      ],
      languages: ['en', 'es'],
    });
    expect(game?.tags?.map(({ name }) => name)).toEqual(['Hugo', 'zorkian', 'cave crawl', 'zork', 'cruel']);
    expect(game?.identifiers?.filter(({ scheme }) => scheme === 'ifid')).toHaveLength(4);
    expect(game?.urls?.map(({ category }) => category)).toEqual(['game_page', 'poster']);
  });
});
