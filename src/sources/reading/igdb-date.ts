/**
 * IGDB's first release: a moment, of which the release dates say how exactly it is known. A year alone is stored as its last day.
 */
import type { Account } from './account.ts';
import { unixDay } from './unix-day.ts';

/** By `date_format`, and by `category`, its former name: day, month, year, four quarters, to be determined. */
const precision = [10, 7, 4, 4, 4, 4, 4, 0];

/** The day, month or year in EDTF; null when it is not known. */
export function igdbDate(game: Account, reject: (what: string, value: string) => void): string | null {
  const first = game.text('first_release_date');
  const exact = game.objects('release_dates').flatMap((release) => {
    release.ignore('id', 'platform', 'region', 'human', 'y', 'm', 'd', 'status', 'release_region', 'checksum');
    release.ignore('game', 'created_at', 'updated_at');
    const format = release.text('date_format') ?? release.object('date_format').text('id') ?? release.text('category');
    return release.text('date') === first && format !== undefined ? (precision[Number(format)] ?? 10) : [];
  });
  if (first === undefined) return null;
  const day = unixDay(first);
  if (day === null) reject('first_release_date', first);
  const known = exact.length === 0 ? 10 : Math.max(...exact);
  return day?.slice(0, known) || null;
}
