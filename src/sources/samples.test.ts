import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { appstream } from './appstream.ts';
import { debianPackages } from './debian-packages.ts';
import { ifdb } from './ifdb.ts';
import { insteadGames } from './instead-games.ts';

type Exchange = { url: string; status: number; headers: Record<string, string>; file: string; from?: string };

const folder = join(import.meta.dirname, '../../samples/web');
const exchanges: Exchange[] = readFileSync(join(folder, 'web.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));

/** What the sample web answers on a day; 404 for what it does not know. */
function ask(url: string, day: string): { status: number; text: string } {
  const answer = exchanges.filter((each) => each.url === url && (each.from ?? '') <= day).at(-1);
  if (!answer) return { status: 404, text: '' };
  const bytes = readFileSync(join(folder, answer.file));
  const charset = /charset=([\w-]+)/.exec(answer.headers['content-type'] ?? '')?.[1];
  const text = new TextDecoder(charset).decode(answer.file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  return { status: answer.status, text };
}

/** Walks a source's seeds as an import would, without its politeness. */
function walk(source: typeof ifdb, day: string) {
  const titles: string[] = [];
  const broken: string[] = [];
  const missing: string[] = [];
  const waiting = source.seeds({ VARIORUM_DEBIAN_ARCHIVE: 'http://archive.example/debian' });
  for (const { as, url } of waiting) {
    const { status, text } = ask(source.request?.(url, {}).url ?? url, day);
    const read =
      status !== 200 ? undefined : as === 'page' ? source.extract({ url, text }) : source.list({ url, text });
    if (read === undefined) missing.push(`${status} ${url}`);
    else if (read.kind === 'broken') broken.push(url);
    else if (read.kind === 'records') titles.push(...read.records.map((record) => record.title));
    else if (read.kind === 'moved') waiting.push({ as: 'page', url: read.to });
    else {
      waiting.push(...read.next.map((next) => ({ as: 'listing' as const, url: next })));
      waiting.push(...read.pages.map((page) => ({ as: 'page' as const, url: page })));
    }
  }
  return { titles, broken, missing };
}

describe('the sample web', () => {
  it('keeps every body it names', () => {
    expect(exchanges.filter((each) => !existsSync(join(folder, each.file)))).toEqual([]);
  });

  it('shows 25 games of instead-games.ru and a broken page', () => {
    const { titles, broken, missing } = walk(insteadGames, '2026-05-31');
    expect(titles).toHaveLength(25);
    expect(titles).toContain('Горький мёд');
    expect(titles.filter((title) => title === 'Тихий дом')).toHaveLength(2);
    expect(broken).toEqual(['http://instead-games.ru/game.php?ID=912']);
    expect(missing).toEqual([]);
  });

  it('shows another instead-games.ru from June 2026: one game new, one gone, one changed', () => {
    const { titles } = walk(insteadGames, '2026-06-01');
    expect(titles).toHaveLength(25);
    expect(titles).toContain('Вечерний паром');
    expect(titles).not.toContain('Последний трамвай');
    expect(ask('http://instead-games.ru/game.php?ID=913', '2026-06-01').status).toBe(404);
    expect(ask('http://instead-games.ru/game.php?ID=911', '2026-06-01').text).toContain('вагон-ресторан');
  });

  it('shows 15 games of IFDB, and from June 2026 an IFDB that is down', () => {
    expect(walk(ifdb, '2026-05-31')).toMatchObject({ titles: { length: 15 }, broken: [], missing: [] });
    expect(walk(ifdb, '2026-06-01').missing).toEqual([expect.stringContaining('503')]);
  });

  it('shows two editions of a catalogue and the package index beside it', () => {
    expect(walk(appstream, '2026-05-31')).toMatchObject({ titles: { length: 59 }, broken: [], missing: [] });
    expect(walk(appstream, '2026-06-01')).toMatchObject({ titles: { length: 64 }, broken: [], missing: [] });
    expect(walk(debianPackages, '2026-06-01')).toMatchObject({ titles: { length: 56 }, broken: [], missing: [] });
  });
});
