import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ifdb } from './ifdb.ts';
import { insteadGames } from './instead-games.ts';
import { faultsOf } from './load-fixtures.ts';

const folder = join(import.meta.dirname, '../../../shared/data/recorded');
const present = existsSync(folder);
if (!present && process.env.VARIORUM_SKIP_NOTHING)
  throw new Error(`${folder} is not here, and nothing may be skipped.`);
if (!present) console.log('Skipped: the recorded answers of sites (../shared/data/recorded) are not here.');
const filesOf = (name: string) =>
  present ? readdirSync(join(folder, name)).map((file) => join(folder, name, file)) : [];

describe.skipIf(!present)('recorded answers of IFDB', () => {
  type Recording = { tuid: string; record: { bibliographic: { title: string } } };

  it.each(filesOf('ifdb'))('%s: one game, and nothing of it unread', (file) => {
    const { tuid, record } = JSON.parse(readFileSync(file, 'utf8')) as Recording;
    const read = ifdb.extract({ url: `https://ifdb.org/viewgame?json&id=${tuid}`, text: JSON.stringify(record) });
    if (read.kind !== 'records') throw new Error(JSON.stringify(read));
    const [game, ...others] = read.records;
    expect([game?.key, game?.title, others.length]).toEqual([tuid, record.bibliographic.title, 0]);
    expect(game?.releaseDate).toMatch(/^\d{4}(-\d\d-\d\d)?$/);
    expect(game?.languages?.length).toBeGreaterThan(0);
    expect(game?.identifiers?.map(({ scheme }) => scheme)).toEqual(expect.arrayContaining(['ifdb', 'ifid']));
    expect(read.unread).toEqual([]);
    expect(read.records.flatMap(faultsOf)).toEqual([]);
  });
});

describe.skipIf(!present)('recorded lists of instead-games.ru', () => {
  it.each(filesOf('instead-games').filter((file) => !file.includes('-test-')))('%s: each page once', (file) => {
    const text = readFileSync(file, 'utf8');
    const read = insteadGames.list({ url: 'http://instead-games.ru/xml.php', text });
    if (read.kind !== 'listed') throw new Error(read.reason);
    const named = new Set([...text.matchAll(/game\.php\?ID=(\d+)/g)].map(([, id]) => id));
    expect(new Set(read.pages.map(insteadGames.key))).toEqual(named);
    expect(read.pages).toHaveLength(named.size);
    expect(read.unread.filter((line) => !line.includes('not a page of this site'))).toEqual([]);
  });

  it.each(filesOf('instead-games').filter((file) => file.includes('-test-')))('%s names no page', (file) => {
    const read = insteadGames.list({ url: 'http://instead-games.ru/xml.php', text: readFileSync(file, 'utf8') });
    expect(read.kind).toBe('broken');
  });
});
