/**
 * Real series of games, as a test set: facts written down, one series a line. A line holds the series' name and its games,
 * separated by ` | `; ` = ` stands before another spelling of the same game, ` ~ ` before another title of the record, and
 * braces hold year, author and platform: `Prey {2006; Human Head} | Prey {2017; Arkane}`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Matchable } from '../src/pipeline/match/traits.ts';

export type SeriesGame = { record: Matchable; spellings: Matchable[] };
export type Series = { name: string; games: SeriesGame[] };

const folder = new URL('../src/pipeline/match/series/', import.meta.url);

export function readSeries(): Series[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').trim().split('\n'))
    .map((line) => {
      const [name = '', ...games] = line.split(' | ');
      return { name, games: games.map(gameOf) };
    });
}

function gameOf(written: string): SeriesGame {
  const [first = '', ...others] = written.split(' = ');
  const record = recordOf(first, 'a');
  // What is known of the game holds for every spelling of it.
  return { record, spellings: others.map((other) => ({ ...record, ...recordOf(other, 'b') })) };
}

function recordOf(written: string, source: string): Matchable {
  const braces = written.match(/\{(.*)\}/)?.[1] ?? '';
  const said = braces.split('; ').filter(Boolean);
  const year = said.find((word) => /^\d{4}$/.test(word));
  const [author, platform] = said.filter((word) => word !== year);
  return {
    source,
    key: written,
    titles: written
      .replace(/\{.*\}/, '')
      .trim()
      .split(' ~ '),
    ...(year ? { releaseDate: year } : {}),
    ...(author && !isPlatform(author) ? { authors: [author] } : {}),
    ...(platform ? { platforms: [platform] } : author && isPlatform(author) ? { platforms: [author] } : {}),
  };
}

const isPlatform = (word: string): boolean => /^[A-Z0-9]{2,4}$|^(Genesis|Dreamcast)$/.test(word);
