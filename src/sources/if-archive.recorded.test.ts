import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ifArchive } from './if-archive.ts';
import { faultsOf } from './load-fixtures.ts';

const folder = join(import.meta.dirname, '../../../shared/data/recorded/ifarchive/indexes');
const present = existsSync(folder);
if (!present && process.env.VARIORUM_SKIP_NOTHING)
  throw new Error(`${folder} is not here, and nothing may be skipped.`);
if (!present) console.log('Skipped: the recorded indexes of the IF Archive (../shared/data/recorded) are not here.');
const recorded = (name: string) => readFileSync(join(folder, name), 'utf8');

describe.skipIf(!present)('the recorded indexes of the IF Archive', () => {
  it('hold three games, two packs of games, and nothing that nobody read', () => {
    const [seed] = ifArchive.seeds({});
    const read = ifArchive.extract({ url: seed?.url ?? '', text: recorded('Master-Index.xml') });
    if (read.kind !== 'records') throw new Error(JSON.stringify(read));
    expect(read.records.map(({ key, identifiers }) => [key, identifiers?.map(({ value }) => value)])).toEqual([
      ['if-archive/games/game1', ['xyz111']],
      ['if-archive/games/game2', ['xyz222']],
      ['if-archive/games/old/game1-v1', ['abc12345']],
    ]);
    expect(read.records.flatMap(faultsOf)).toEqual([]);
    expect(read.unread.filter((line) => !line.includes('a pack of 2 games'))).toEqual([]);
    expect(read.unread).toHaveLength(2);
  });

  it('are worth reading again by the recorded feed', () => {
    const [seed] = ifArchive.changes?.(new Date(0), {}) ?? [];
    const read = ifArchive.list({ url: seed?.url ?? '', text: recorded('archive.rss') });
    expect(read).toEqual({
      kind: 'listed',
      pages: ['https://ifarchive.org/indexes/Master-Index.xml'],
      next: [],
      unread: [],
    });
    expect(read.kind === 'listed' && read.pages.every(ifArchive.claims)).toBe(true);
  });
});
