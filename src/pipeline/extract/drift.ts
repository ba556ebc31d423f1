/**
 * When does a source's layout seem to have changed? Records that gave a field when they were read last suddenly lack it.
 * Each page is weighed by how much likelier it is under "a field is kept by one record in five" than under "as usual, by
 * nearly all"; the sum since it last stood at zero is a CUSUM of log likelihood ratios (E. S. Page, Continuous Inspection
 * Schemes, 1954). Four records in a row that lost a field raise the alarm. Records that are new, or never had the field,
 * say nothing: old games may well lack what new ones have.
 */
import type { GameRecord } from '../../domain/record.ts';

/** Of the records of a page that had a field: how many still give it, and how many lost it. */
export type Sighting = { kept: number; lost: number };
export type Fall = { recent: number; pages: number /** The first page of the fall. */; from: number };

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

/** Even where nothing changed, one record in twenty may lose a field. */
const usuallyKept = 0.95;
const keptAfterAFall = usuallyKept / 5;
const given = Math.log(keptAfterAFall / usuallyKept);
const gone = Math.log((1 - keptAfterAFall) / (1 - usuallyKept));
/** A false alarm about once in so many records. */
const alarm = Math.log(10_000);
/** So many records must be read well again before a drift counts as over, and this share of the newest. */
const leastRecovered = 10;
const recoveredShare = 0.8;

export const shareOf = ({ kept, lost }: Sighting): number => (kept + lost === 0 ? 0 : kept / (kept + lost));

/** The fall that the pages end in, or null; they are in the order in which they were read. */
export function findFall(pages: readonly Sighting[]): Fall | null {
  let sum = 0;
  let from = 0;
  for (const [index, { kept, lost }] of pages.entries()) {
    if (sum === 0) from = index;
    sum = Math.max(0, sum + kept * given + lost * gone);
    if (sum < alarm) continue;
    const fallen = pages.slice(from, index + 1);
    return { recent: shareOf(total(fallen)), pages: fallen.length, from };
  }
  return null;
}

/** Whether the newest of the pages read since the drift give the field again. */
export function hasRecovered(pages: readonly Sighting[]): boolean {
  let recent: Sighting = { kept: 0, lost: 0 };
  for (const page of pages.toReversed()) {
    recent = total([recent, page]);
    if (recent.kept + recent.lost >= leastRecovered) return shareOf(recent) >= recoveredShare;
  }
  return false;
}

export const total = (sightings: readonly Sighting[]): Sighting => ({
  kept: sightings.reduce((sum, { kept }) => sum + kept, 0),
  lost: sightings.reduce((sum, { lost }) => sum + lost, 0),
});

/** Whether a record gives a field. */
export function gives(record: GameRecord, field: string): boolean {
  const value = record[field as keyof GameRecord];
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
}

export type Sightings = {
  /** Records of the page that give the field; every record gives a title. */
  filled: Record<string, number>;
  kept: Record<string, number>;
  lost: Record<string, number>;
};

/** What a page said of each field, given its records and which fields each gave when it was read last (null: never read). */
export function sightings(records: readonly { now: GameRecord; before: readonly string[] | null }[]): Sightings {
  const said: Sightings = { filled: { title: records.length }, kept: {}, lost: {} };
  for (const field of watchedFields) {
    const note = (kind: keyof Sightings, count: number) => {
      if (count > 0) said[kind][field] = count;
    };
    const had = records.filter(({ before }) => before?.includes(field));
    note('filled', records.filter(({ now }) => gives(now, field)).length);
    note('kept', had.filter(({ now }) => gives(now, field)).length);
    note('lost', had.filter(({ now }) => !gives(now, field)).length);
  }
  return said;
}
