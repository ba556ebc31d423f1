import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ifwiki } from './ifwiki.ts';

const folder = join(import.meta.dirname, '../../../shared/data/recorded/ifwiki');
const present = existsSync(folder);
if (!present && process.env.VARIORUM_SKIP_NOTHING)
  throw new Error(`${folder} is not here, and nothing may be skipped.`);
if (!present)
  console.log('Skipped: the recorded addresses of ifwiki.ru (../shared/data/recorded/ifwiki) are not here.');
const lines = (name: string) => readFileSync(join(folder, name), 'utf8').trim().split(/\s*\n/);
const rows = (name: string) => lines(name).map((row) => JSON.parse(row) as { id: string; title_from_url: string });

describe.skipIf(!present)('recorded addresses of games on ifwiki.ru', () => {
  it('are each claimed, with a key of its own that is its title and that no spelling changes', () => {
    const games = rows('ifwiki-titles-2025.jsonl');
    const wrong = games.filter(({ id, title_from_url: title }) => {
      const spellings = [id, id.replace('https:', 'http:'), decodeURI(id), ifwiki.request?.(id, {}).url ?? ''];
      return spellings.some((url) => !ifwiki.claims(url) || ifwiki.key(url) !== title);
    });
    expect(wrong).toEqual([]);
    expect(new Set(games.map(({ id }) => ifwiki.key(id))).size).toBe(games.length);
  });

  it('come back from a reading as the wiki itself spells them', () => {
    const changed = lines('ifwiki_urls_all-2025-06.txt').filter((url) => {
      const read = ifwiki.extract({ url: ifwiki.request?.(url, {}).url ?? '', text: 'Текст.' });
      return read.kind !== 'records' || read.records[0]?.url !== url;
    });
    expect(changed).toEqual([]);
  });

  it('of 2017 are claimed too, but for categories', () => {
    const refused = rows('ifwiki-external-links-2017.jsonl').filter(({ id }) => !ifwiki.claims(id));
    expect(refused.filter(({ title_from_url: title }) => !title.startsWith('Категория:'))).toEqual([]);
  });
});
