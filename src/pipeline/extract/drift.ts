/**
 * When does a source's layout seem to have changed? A field that its pages usually give is suddenly missing. Each page
 * is weighed by how much likelier it is under "the field is now given a fifth as often" than under "as usual"; the sum
 * since it last stood at zero is a CUSUM of log likelihood ratios (E. S. Page, Continuous Inspection Schemes, 1954). A
 * field that nearly all pages give raises the alarm after four pages in a row without it, a rarer one later.
 */
import type { GameRecord } from '../../domain/record.ts';

/** What one page said of a field: in how many of its records it stood, and in how many it was missing though expected. */
export type Sighting = { filled: number; absent: number };
export type Fall = { usual: number; recent: number; pages: number /** The first page of the fall. */; from: number };

/** Every field a record may lack. */
export const watchedFields = [
  'alternativeTitles',
  'descriptions',
  'releaseDate',
  'credits',
  'tags',
  'urls',
  'identifiers',
  'languages',
] as const satisfies (keyof GameRecord)[];

/** Fewer sightings tell nothing of what is usual. */
const leastUsual = 30;
/** A field given more rarely is not watched: its absence says nothing. */
const rarest = 0.2;
/** Even a field that no page ever lacked may be missing on one. */
const mostUsual = 0.95;
const fallsTo = 1 / 5;
/** A false alarm about once in so many pages. */
const alarm = Math.log(10_000);
/** Pages read well again before a drift counts as over, and the share of the usual they must reach. */
const recoveredPages = 20;
const recoveredShare = 0.8;

export const shareOf = ({ filled, absent }: Sighting): number =>
  filled + absent === 0 ? 0 : filled / (filled + absent);

/**
 * The fall that the pages end in, or null. `pages` are in the order in which they were read, `before` is what all pages
 * before them said. What is usual at a page is what stood before it, and before the fall it may be part of.
 */
export function findFall(before: Sighting, pages: readonly Sighting[]): Fall | null {
  let usual = before;
  let sum = 0;
  let from = 0;
  for (const [index, page] of pages.entries()) {
    if (sum === 0) {
      usual = total([usual, ...pages.slice(from, index)]);
      from = index;
    }
    const share = Math.min(shareOf(usual), mostUsual);
    if (usual.filled + usual.absent < leastUsual || share < rarest) continue;
    sum = Math.max(
      0,
      sum + page.filled * Math.log(fallsTo) + page.absent * Math.log((1 - share * fallsTo) / (1 - share)),
    );
    if (sum < alarm) continue;
    const fallen = pages.slice(from, index + 1);
    return { usual: shareOf(usual), recent: shareOf(total(fallen)), pages: fallen.length, from };
  }
  return null;
}

/** Whether the pages read since the drift give the field again about as often as before. */
export function hasRecovered(usual: number, pages: readonly Sighting[]): boolean {
  const recent = pages.filter(({ filled, absent }) => filled + absent > 0).slice(-recoveredPages);
  return recent.length >= recoveredPages && shareOf(total(recent)) >= recoveredShare * usual;
}

export const total = (sightings: readonly Sighting[]): Sighting => ({
  filled: sightings.reduce((sum, { filled }) => sum + filled, 0),
  absent: sightings.reduce((sum, { absent }) => sum + absent, 0),
});

/** Whether a record gives a field. */
export function gives(record: GameRecord, field: string): boolean {
  const value = record[field as keyof GameRecord];
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
}

/** What a page said of each field, given its records and which fields each gave when it was read last (null: never read). */
export function sightings(records: readonly { now: GameRecord; before: readonly string[] | null }[]): {
  filled: Record<string, number>;
  absent: Record<string, number>;
} {
  const filled: Record<string, number> = { title: records.length };
  const absent: Record<string, number> = {};
  for (const field of watchedFields) {
    const giving = records.filter(({ now }) => gives(now, field)).length;
    if (giving > 0) filled[field] = giving;
    const lacking = records.filter(
      ({ now, before }) => !gives(now, field) && (before === null || before.includes(field)),
    ).length;
    if (lacking > 0) absent[field] = lacking;
  }
  return { filled, absent };
}
