import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Extraction, Source } from '../domain/source.ts';

const doc = readFileSync(join(import.meta.dirname, '../../docs/writing-a-source.md'), 'utf8');

/** The only block of code in that language. */
function block(language: string): string {
  const found = [...doc.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(
    ([, code]) => code ?? '',
  );
  expect(found).toHaveLength(1);
  return found[0] ?? '';
}

const folder = mkdtempSync(join(tmpdir(), 'writing-a-source-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The example as if it stood among the sources. */
async function example(): Promise<Source> {
  const here = pathToFileURL(`${import.meta.dirname}/`).href;
  const code = block('ts').replace(/ from '(\.[^']+)'/g, (_, path: string) => ` from '${new URL(path, here).href}'`);
  const file = join(folder, 'quests-example.ts');
  writeFileSync(file, code);
  const { questsExample } = (await import(/* @vite-ignore */ file)) as { questsExample: Source };
  return questsExample;
}

describe('docs/writing-a-source.md', () => {
  const page = block('html');
  const expected = JSON.parse(block('json')) as { url: string; expect: Extraction };

  it('shows a source that reads its page as it says', async () => {
    const source = await example();
    expect(source.extract({ url: expected.url, text: page })).toEqual(expected.expect);
    expect([source.claims(expected.url), source.claims('https://quests.example/')]).toEqual([true, false]);
  });

  it('shows a source that knows a page and a listing it cannot read', async () => {
    const source = await example();
    const url = source.seeds({})[0]?.url ?? '';
    expect(
      source.list({ url, text: '<p class="games"><a href="/game/a">A</a> <a href="/about">About</a></p>' }),
    ).toMatchObject({
      kind: 'listed',
      pages: ['https://quests.example/game/a'],
    });
    expect(source.list({ url, text: '' }).kind).toBe('broken');
    expect(source.extract({ url: expected.url, text: '<h2>Gone</h2>' }).kind).toBe('broken');
  });

  it('stays short: under 60 lines of code', () => expect(block('ts').split('\n').length).toBeLessThan(61));

  it.each(
    [...doc.matchAll(/`([\w-]+\.ts)`|\]\(\.\.\/(src\/[\w/-]+\.ts)\)/g)].map(
      ([, name, path]) => path ?? `src/sources/reading/${name}`,
    ),
  )('names a file that is there: %s', (path) =>
    expect(readFileSync(join(import.meta.dirname, '../..', path), 'utf8')).not.toBe(''),
  );
});
