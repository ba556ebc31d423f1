import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { qsp } from './qsp.ts';
import { urqPlut } from './urq-plut.ts';

const file = join(import.meta.dirname, '../../../shared/data/recorded/ifwiki/ifwiki-external-links-2017.jsonl');
const present = existsSync(file);
if (!present && process.env.VARIORUM_SKIP_NOTHING) throw new Error(`${file} is not here, and nothing may be skipped.`);
if (!present) console.log('Skipped: the recorded links of ifwiki.ru (../shared/data/recorded) are not here.');

type Row = { linked_source_pages: string[] };
const links = present
  ? readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .flatMap((row) => (JSON.parse(row) as Row).linked_source_pages)
  : [];

describe.skipIf(!present)('links from ifwiki.ru to games elsewhere, as recorded', () => {
  it.each([qsp, urqPlut])('to the site of $name are claimed', (source) => {
    const host = new URL(source.homepage).host;
    const here = links.filter((url) => new URL(url).host === host);
    expect(here.length).toBeGreaterThan(100);
    // The one listing among them.
    expect(here.filter((url) => !source.claims(url))).toEqual(source === qsp ? [] : ['http://urq.plut.info/soft']);
  });

  it('to qsp.su are one page for each number, whatever else the address says', () => {
    const here = links.filter((url) => qsp.claims(url));
    const numbers = new Set(here.map((url) => /sobi2Id=(\d+)/.exec(url)?.[1]));
    expect(new Set(here.map((url) => qsp.key(url))).size).toBe(numbers.size);
  });
});
