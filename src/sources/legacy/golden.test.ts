/**
 * The invented pages with what the old importer returned for each when it was run, compared field by field.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LegacyReading, LookUp } from './legacy-record.ts';
import { legacySources } from './legacy-sources.ts';
import { readRilarhivListing } from './rilarhiv.ts';

type Golden = {
  id: string;
  source: string;
  kind: 'game' | 'author' | 'listing';
  url: string;
  raw: string;
  aux_pages?: Record<string, string>;
  expected: LegacyReading;
};

const file = readFileSync(new URL('golden.json', import.meta.url), 'utf8');
const { fixtures } = JSON.parse(file) as { fixtures: Golden[] };

function readGolden({ source: name, kind, url, raw, aux_pages: beside = {} }: Golden): unknown {
  const source = legacySources.find((candidate) => candidate.name === name);
  const lookUp: LookUp = (address) => (address === url ? raw : (beside[address] ?? null));
  if (kind === 'game') return source?.read(url, raw, lookUp);
  if (kind === 'author') return source?.people?.read(url, raw, lookUp);
  return name === 'rilarhiv' ? readRilarhivListing(url, raw) : source?.list(lookUp);
}

it('there are twenty-one of them, of all eight sources', () => {
  expect(fixtures).toHaveLength(21);
  expect(new Set(fixtures.map(({ source }) => source)).size).toBe(8);
});

describe.each(fixtures)('$id', (golden) => {
  const read = readGolden(golden) as Record<string, unknown>;

  it.each(Object.entries(golden.expected))('%s', (field, expected) => expect(read[field]).toEqual(expected));

  it('and nothing else', () => expect(read).toEqual(golden.expected));
});

it('each page is claimed by its own source alone', () => {
  for (const { source, kind, url } of fixtures) {
    if (kind !== 'game') continue;
    expect(legacySources.filter((each) => each.claims(url)).map(({ name }) => name)).toEqual([source]);
  }
});
