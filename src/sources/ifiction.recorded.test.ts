import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ifiction } from './ifiction.ts';
import { faultsOf } from './load-fixtures.ts';

const folder = join(import.meta.dirname, '../../../shared/data/recorded/ifiction');
const present = existsSync(folder);
if (!present && process.env.VARIORUM_SKIP_NOTHING)
  throw new Error(`${folder} is not here, and nothing may be skipped.`);
if (!present) console.log('Skipped: the recorded iFiction documents (../shared/data/recorded) are not here.');
const files = present ? readdirSync(folder).filter((file) => file.endsWith('.iFiction')) : [];
const read = (file: string) =>
  ifiction.extract({ url: `https://recorded.example/${file}`, text: readFileSync(join(folder, file), 'utf8') });

describe.skipIf(!present)('recorded iFiction documents', () => {
  it.each(files.filter((file) => !file.includes('sparse')))(
    '%s: every story is a game, and nothing of it is unread',
    (file) => {
      const reading = read(file);
      if (reading.kind !== 'records') throw new Error(reading.kind);
      const text = readFileSync(join(folder, file), 'utf8');
      expect(reading.records).toHaveLength(text.match(/<story>/g)?.length ?? 0);
      expect(reading.unread).toEqual([]);
      expect(reading.records.flatMap(faultsOf)).toEqual([]);
      const names = text.match(/<author>[^<]+</g)?.length ?? 0;
      expect(reading.records.filter(({ credits }) => credits)).toHaveLength(names);
      expect(reading.records.every(({ tags }) => tags?.some(({ category }) => category === 'platform'))).toBe(true);
    },
  );

  it('a record without its IFID, which the Treaty demands, is no game yet', () => {
    expect(read('babel-tool-bronze-sparse.iFiction')).toMatchObject({
      kind: 'broken',
      reason: expect.stringContaining('IFID'),
    });
  });
});
