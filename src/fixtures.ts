/**
 * A source's saved pages: `src/sources/fixtures/SOURCE/CASE.page.EXT` with `CASE.expected.json` beside it. They are its
 * tests, and what `variorum sources test` and the dashboard say of its health.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { canonical } from './domain/canonical.ts';
import type { Extraction, Listing, Page, PersonReading, Source } from './domain/source.ts';

export type Reading = Extraction | Listing | PersonReading;
export type Fixture = {
  /** `instead-games/good`. */
  name: string;
  source: Source;
  as: 'page' | 'listing' | 'person';
  page: Page;
  expect: Reading;
};
export type Difference = { field: string; expected: unknown; read: unknown };
export type FixtureState = { name: string; passes: boolean; differences: Difference[] };

export const fixturesFolder = join(import.meta.dirname, 'sources/fixtures');

/** `beside`: by address, the files that hold what those addresses answered. */
const Expected = z.object({
  url: z.string(),
  as: z.enum(['page', 'listing', 'person']),
  asked: z.string().optional(),
  beside: z.record(z.string(), z.string()).optional(),
  expect: z.looseObject({ kind: z.string() }),
});

/** The fixtures of a source, by name; empty when it has none. Throws one sentence about a file that cannot be used. */
export function loadFixtures(source: Source, folder = fixturesFolder): Fixture[] {
  const own = join(folder, source.name);
  if (!existsSync(own)) return [];
  return readdirSync(own)
    .sort()
    .flatMap((file) => {
      const [, label] = /^(.+)\.page\.\w+$/.exec(file) ?? [];
      return label === undefined ? [] : [load(source, own, label, file)];
    });
}

function load(source: Source, own: string, label: string, file: string): Fixture {
  const path = join(own, `${label}.expected.json`);
  const text = (name: string) => readFileSync(join(own, name), 'utf8');
  const { url, as, asked, beside, expect } = read(path);
  const pages = Object.entries(beside ?? {}).map(
    ([address, name]) => [address, { url: address, text: text(name) }] as const,
  );
  const page: Page = { url, text: text(file), ...(asked && { asked }), ...(beside && { beside: new Map(pages) }) };
  return { name: `${source.name}/${label}`, source, as, page, expect: expect as Reading };
}

function read(path: string): z.infer<typeof Expected> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(
      `${path} is missing or no JSON (${error instanceof Error ? error.message : error}): write what the page should give.`,
    );
  }
  const expected = Expected.safeParse(value);
  if (expected.success) return expected.data;
  const [issue] = expected.error.issues;
  throw new Error(
    `${path}: ${issue?.path.join('.')} ${issue?.message}: it needs url, as (page, listing or person) and expect.`,
  );
}

/** What the source makes of the fixture's page, or of another text in its place. */
export function readFixture({ source, as, page }: Fixture, text = page.text): Reading {
  if (as === 'listing') return source.list({ ...page, text });
  if (as === 'page') return source.extract({ ...page, text });
  return source.people?.extract({ ...page, text }) ?? { kind: 'broken', reason: `${source.name} reads no people.` };
}

/** Writes what is read now into the expected files; whoever asks for it looks the changes through. */
export function acceptFixtures(source: Source, folder = fixturesFolder): void {
  for (const fixture of loadFixtures(source, folder)) {
    const path = join(folder, `${fixture.name}.expected.json`);
    const expected = { ...read(path), expect: readFixture(fixture) };
    writeFileSync(path, `${JSON.stringify(expected, null, 2)}\n`);
  }
}

/** Reads every fixture of a source and compares; a source that throws fails that fixture. */
export function checkFixtures(source: Source): FixtureState[] {
  return loadFixtures(source).map((fixture) => {
    const differences = compareFixture(fixture);
    return { name: fixture.name, passes: differences.length === 0, differences };
  });
}

function compareFixture(fixture: Fixture): Difference[] {
  try {
    const { source, as, page } = fixture;
    const address = page.asked ?? page.url;
    const claimed = as === 'listing' || (as === 'person' ? source.people?.claims(address) : source.claims(address));
    if (!claimed && fixture.expect.kind !== 'broken') {
      return [
        {
          field: 'claims',
          expected: `${address} is claimed`,
          read: 'it is not: nobody would give the page to the source',
        },
      ];
    }
    return differencesOf(fixture.expect, readFixture(fixture));
  } catch (error) {
    return [{ field: 'throws', expected: null, read: error instanceof Error ? error.message : String(error) }];
  }
}

/** Field by field: `records[0].title`. A list is compared item by item, for an order that changed is a difference too. */
export function differencesOf(expected: unknown, found: unknown, field = ''): Difference[] {
  if (canonical(expected) === canonical(found)) return [];
  const [left, right] = [parts(expected), parts(found)];
  if (left === null || right === null || left.list !== right.list) {
    return [{ field: field || 'reading', expected: expected ?? null, read: found ?? null }];
  }
  if (field.endsWith('unread')) {
    // Sentences, not places: what is gone and what is new says more than what moved.
    const [before, now] = [[...left.items.values()], [...right.items.values()]];
    const gone = before.filter((what) => !now.includes(what)).map((what) => ({ field, expected: what, read: null }));
    const fresh = now.filter((what) => !before.includes(what)).map((what) => ({ field, expected: null, read: what }));
    if (gone.length + fresh.length > 0) return [...gone, ...fresh];
  }
  const keys = [...new Set([...left.items.keys(), ...right.items.keys()])];
  return keys.flatMap((key) =>
    differencesOf(
      left.items.get(key),
      right.items.get(key),
      left.list ? `${field}[${key}]` : field ? `${field}.${key}` : key,
    ),
  );
}

function parts(value: unknown): { list: boolean; items: Map<string, unknown> } | null {
  if (value === null || typeof value !== 'object') return null;
  return { list: Array.isArray(value), items: new Map(Object.entries(value)) };
}
