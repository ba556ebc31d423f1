/**
 * For tests: the saved pages of every source under `fixtures/`, and what must hold of any record whatever page it came from.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { GameRecord } from '../domain/record.ts';
import type { Source } from '../domain/source.ts';
import { type Fixture, fixturesFolder, loadFixtures as fixturesOf } from '../fixtures.ts';

export { readFixture as read } from '../fixtures.ts';

/** Loads all fixtures, in order of their names. */
export async function loadFixtures(): Promise<Fixture[]> {
  const sources = await Promise.all(readdirSync(fixturesFolder).sort().map(sourceOfFolder));
  return sources.flatMap((source) => fixturesOf(source));
}

async function sourceOfFolder(name: string): Promise<Source> {
  const exported: Record<string, unknown> = await import(/* @vite-ignore */ join(import.meta.dirname, `${name}.ts`));
  const source = Object.values(exported).find((value) => (value as Partial<Source>).name === name);
  if (!source)
    throw new Error(
      `src/sources/${name}.ts exports no source named ${name}, as src/sources/fixtures/${name} asks for.`,
    );
  return source as Source;
}

/** What is wrong with a record, whatever page it came from; empty when it may be kept. */
export function faultsOf(record: GameRecord): string[] {
  const faults: string[] = [];
  if (record.title.trim() === '') faults.push('no title');
  let illFormed = false;
  JSON.stringify(record, (_, value) => {
    if (typeof value === 'string') illFormed ||= value.includes('\0') || !value.isWellFormed();
    return value;
  });
  if (illFormed) faults.push('ill-formed text');
  for (const url of [record.url, ...(record.urls ?? []).map((link) => link.url)]) {
    if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url) || url.length >= 2000) faults.push(`address ${url}`);
  }
  for (const { text } of record.descriptions ?? []) if (text.includes('<')) faults.push('HTML in a description');
  const empty = Object.entries(record).filter(
    ([, value]) => value === '' || (Array.isArray(value) && value.length === 0),
  );
  faults.push(...empty.map(([field]) => `${field} is empty and should be left out`));
  return faults;
}
