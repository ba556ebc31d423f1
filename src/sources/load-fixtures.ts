/**
 * For tests: every saved page under `fixtures/<source>/` (`<case>.page.<ext>` with `<case>.expected.json` beside it)
 * with the source it belongs to, and what must hold of any record whatever page it came from.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GameRecord } from '../domain/record.ts';
import type { Extraction, Listing, Page, Source } from '../domain/source.ts';

export type Fixture = {
  /** `instead-games/good`. */
  name: string;
  source: Source;
  as: 'page' | 'listing';
  page: Page;
  expect: Extraction | Listing;
};

type Expected = { url: string; as: 'page' | 'listing'; expect: Extraction | Listing };

const folder = join(import.meta.dirname, 'fixtures');

/** Loads all fixtures, in order of their names. */
export async function loadFixtures(): Promise<Fixture[]> {
  const fixtures: Fixture[] = [];
  for (const name of readdirSync(folder).sort()) {
    const source = await sourceOfFolder(name);
    for (const file of readdirSync(join(folder, name)).sort()) {
      const [, label] = /^(.+)\.page\.\w+$/.exec(file) ?? [];
      if (label === undefined) continue;
      const text = readFileSync(join(folder, name, file), 'utf8');
      const expected = readFileSync(join(folder, name, `${label}.expected.json`), 'utf8');
      const { url, as, expect } = JSON.parse(expected) as Expected;
      fixtures.push({ name: `${name}/${label}`, source, as, page: { url, text }, expect });
    }
  }
  return fixtures;
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

/** What the source makes of the fixture's page, or of another text in its place. */
export const read = ({ source, as, page }: Fixture, text = page.text): Extraction | Listing =>
  as === 'page' ? source.extract({ ...page, text }) : source.list({ ...page, text });

/** What is wrong with a record, whatever page it came from; empty when it may be kept. */
export function faultsOf(record: GameRecord): string[] {
  const faults: string[] = [];
  if (record.title.trim() === '') faults.push('no title');
  const texts = JSON.stringify(record);
  if (texts.includes('\\u0000') || !texts.isWellFormed() || /\\ud[89a-f]/.test(texts)) faults.push('ill-formed text');
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
