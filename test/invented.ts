/** Invented games as several sources tell of them: spelled otherwise, parts of series, namesakes, two pages of one source. */
import anyAscii from 'any-ascii';
import { random } from '../bench/pages.ts';
import type { GameRecord } from '../src/domain/record.ts';

const first = ['Amber', 'Broken', 'Silent', 'Iron', 'Hollow', 'Northern', 'Velvet', 'Salt', 'Copper', 'Winter'];
const second = ['Harbour', 'Orchard', 'Lantern', 'Meridian', 'Causeway', 'Ferry', 'Archive', 'Gallows', 'Orrery'];
const third = ['of Glass', 'of Thorns', 'in the Snow', 'at Noon', 'of Mirrors', '', '', ''];
const russian = ['Северный фонарь', 'Тихая гавань', 'Стеклянный сад', 'Медный переулок', 'Зимний архив'];
const people = ['Vera Lunina', 'Jan Novak', 'Ada Brand', 'Nils Holm', 'Mira Okafor', 'Т. Осокин'];
export const shelves = ['alpha', 'beta', 'gamma', 'delta'];

/** `games` games, each known to some of the sources; the same seed gives the same records. */
export function invent(games: number, seed: number): GameRecord[] {
  const next = random(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const records: GameRecord[] = [];
  for (let n = 0; n < games; n++) {
    const isRussian = next() < 0.2;
    const mark = n % 3 === 0 ? '' : ` ${one(first)}ia${Math.floor(n / 3)}`;
    const base = isRussian ? `${one(russian)}${mark}` : `${one(first)} ${one(second)} ${one(third)}${mark}`.trim();
    const number = next() < 0.3 ? 2 + Math.floor(next() * 4) : null;
    const author = one(people);
    const year = `${1990 + Math.floor(next() * 30)}`;
    for (const source of shelves.filter(() => next() < 0.6)) {
      records.push(page(source, `${n}`, spelled(base, number, next), author, year, next));
      // Now and then a source has a second page.
      if (next() < 0.04) records.push(page(source, `${n}-again`, spelled(base, number, next), author, year, next));
    }
  }
  return records;
}

function spelled(base: string, number: number | null, next: () => number): string {
  const roman = ['', 'I', 'II', 'III', 'IV', 'V'];
  const named = number === null ? base : `${base} ${next() < 0.5 ? number : roman[number]}`;
  const choice = next();
  if (choice < 0.5) return named;
  if (choice < 0.6) return named.toUpperCase();
  if (choice < 0.7) return `The ${named}`;
  if (choice < 0.8) return named.replace(' of ', ': of ');
  return anyAscii(named);
}

function page(
  source: string,
  key: string,
  title: string,
  author: string,
  year: string,
  next: () => number,
): GameRecord {
  return {
    source,
    key,
    url: `http://${source}.test/game/${key}`,
    title,
    ...(next() < 0.7 ? { credits: [{ role: 'author' as const, name: author }] } : {}),
    ...(next() < 0.6 ? { releaseDate: year } : {}),
  };
}
