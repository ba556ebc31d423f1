import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gog } from './gog.ts';
import { faultsOf } from './load-fixtures.ts';

const folder = join(import.meta.dirname, '../../../shared/data/recorded/gog');
const present = existsSync(folder);
if (!present && process.env.VARIORUM_SKIP_NOTHING)
  throw new Error(`${folder} is not here, and nothing may be skipped.`);
if (!present) console.log('Skipped: the recorded answers of GOG (../shared/data/recorded/gog) are not here.');

const read = (url: string, file: string) => gog.extract({ url, text: readFileSync(join(folder, file), 'utf8') });

describe.skipIf(!present)('recorded answers of GOG', () => {
  it.each([
    ['1207659235', 'Project Eden', 'api-products-1207659235.json', ['en', 'fr'], ['Windows']],
    [
      '1676910822',
      'Serial Cleaners',
      'api-products-1676910822.json',
      ['pt-BR', 'zh-Hans', 'de', 'en', 'es', 'fr', 'it', 'ja', 'ko', 'zh-Hant'],
      [],
    ],
    [
      '1207659026',
      'Theme Hospital',
      'api-products-innoextract-products.json',
      ['de', 'en', 'es', 'fr', 'it', 'sv'],
      ['Windows', 'macOS'],
    ],
  ])('%s: %s, and nothing of it unread', (key, title, file, languages, platforms) => {
    const reading = read(`https://api.gog.com/products/${key}?expand=description`, file);
    if (reading.kind !== 'records') throw new Error(JSON.stringify(reading));
    const [game] = reading.records;
    expect(game).toMatchObject({ key, title, languages, identifiers: [{ scheme: 'gog', value: key }] });
    expect(game?.url).toMatch(/^https:\/\/www\.gog\.com\/en\/game\/\w+$/);
    expect(game?.tags?.filter(({ category }) => category === 'platform').map(({ name }) => name)).toEqual(platforms);
    expect(game).not.toHaveProperty('releaseDate');
    expect(reading.unread).toEqual([]);
    expect(reading.records.flatMap(faultsOf)).toEqual([]);
  });

  it('the product is read under the name of its shop page too', () => {
    const reading = read('https://www.gog.com/en/game/project_eden', 'api-products-1207659235.json');
    expect(reading).toMatchObject({ kind: 'records', records: [{ key: '1207659235', title: 'Project Eden' }] });
  });

  it('another product’s answer is refused', () => {
    expect(read('https://api.gog.com/products/1', 'api-products-1207659235.json').kind).toBe('broken');
  });
});
