import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { appstream } from './appstream.ts';

const folder = join(import.meta.dirname, '../../../shared/data/recorded/appstream');
const present = existsSync(folder);
if (!present && process.env.VARIORUM_SKIP_NOTHING)
  throw new Error(`${folder} is not here, and nothing may be skipped.`);
if (!present) console.log('Skipped: the recorded catalogues (../shared/data/recorded/appstream) are not here.');

describe.skipIf(!present)('two editions of a real catalogue', () => {
  it.each([
    ['bookworm', 461],
    ['sid', 490],
  ])('%s: %i games, each with a title, texts and valid languages', (edition, games) => {
    const text = gunzipSync(readFileSync(join(folder, `dep11-games-${edition}.yml.gz`))).toString();
    const start = performance.now();
    const read = appstream.extract({
      url: `https://archive.example/dists/${edition}/main/dep11/Components-amd64.yml`,
      text,
    });
    const seconds = (performance.now() - start) / 1000;
    if (read.kind !== 'records') throw new Error(JSON.stringify(read));
    console.log(
      `${edition}: ${read.records.length} games in ${seconds.toFixed(2)} s, ${Math.round(games / seconds)} a second, ` +
        `${Math.round(process.memoryUsage().rss / 1e6)} MB; unread: ${read.unread.join('; ')}`,
    );

    expect(read.records).toHaveLength(games);
    expect(new Set(read.records.map((record) => record.key)).size).toBe(games);
    for (const record of read.records) {
      expect(record.title).toMatch(/\S/);
      expect(record.descriptions?.some((description) => description.language === 'en')).toBe(true);
      const tags = [...(record.descriptions ?? []), ...(record.alternativeTitles ?? [])].map((each) => each.language);
      for (const language of [...tags, ...(record.languages ?? [])]) {
        expect(Intl.getCanonicalLocales(language ?? 'none')).toEqual([language]);
      }
      expect(record.releaseDate ?? '2000-01-01').toMatch(/^(19|20)\d\d-\d\d-\d\d$/);
      expect(record.descriptions?.map((description) => description.text).join(' ')).not.toMatch(/<\/?(p|ul|li|em)>/);
    }
  });
});
