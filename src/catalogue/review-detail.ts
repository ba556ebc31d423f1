/** One question with all a curator needs to answer it: the records of both sides, and the questions that are alike. */
import type { GameRecord } from '../domain/record.ts';
import type { Db } from '../platform/postgres.ts';
import { type AlikeReview, readAlike } from './alike.ts';
import { type ReviewRow, readReview } from './reviews.ts';

export type SideRecord = {
  recordId: string;
  source: string;
  url: string;
  at: string;
  title: string;
  otherTitles: string[];
  authors: string[];
  releaseDate: string | null;
  platforms: string[];
  publishers: string[];
  languages: string[];
  identifiers: string[];
  tags: string[];
  description: { language: string | null; text: string } | null;
  links: string[];
};
export type Side = { gameId: string | null; records: SideRecord[]; more: number };
export type ReviewDetail = { review: ReviewRow; sides: Side[]; alike: AlikeReview[] };

/** Of a game of many records the first suffice to see what it is. */
const mostRecords = 4;
const mostText = 400;
const mostLinks = 12;

type Row = { record_id: string; game_id: string | null; extracted_at: Date; record: GameRecord };

export async function readReviewDetail(db: Db, reviewId: string, curator: string): Promise<ReviewDetail | null> {
  const review = await readReview(db, reviewId, curator);
  if (!review) return null;
  if (review.kind === 'gate') return { review, sides: [], alike: [] };
  const asked = [review.recordId, ...review.candidates.map(({ recordId }) => recordId)].filter((id) => id != null);
  const { rows } = await db.query<Row>({
    name: 'review-records',
    text: `select r.record_id, r.game_id::text, r.extracted_at, r.record from source_record r
            where r.record_id = any($1) or r.game_id = any($2::uuid[])
               or r.game_id in (select game_id from source_record where record_id = any($1))
            order by r.record_id limit 400`,
    values: [asked, review.candidates.map(({ gameId }) => gameId)],
  });
  const own = sideOf(rows, review.recordId, review.gameId);
  const sides = review.candidates.map(({ recordId, gameId }) => sideOf(rows, recordId ?? null, gameId));
  return { review, sides: [own, ...sides], alike: review.status === 'open' ? await readAlike(db, review) : [] };
}

/** The record that is asked about, and the others of its game as it is now. */
function sideOf(rows: readonly Row[], recordId: string | null, asked: string | null): Side {
  const first = rows.find(({ record_id }) => record_id === recordId);
  const gameId = first?.game_id ?? asked;
  const others = rows.filter((row) => row !== first && gameId !== null && row.game_id === gameId);
  const all = first ? [first, ...others] : others;
  return { gameId, records: all.slice(0, mostRecords).map(shown), more: Math.max(0, all.length - mostRecords) };
}

function shown({ record_id: recordId, extracted_at, record }: Row): SideRecord {
  const named = (role: string) => [
    ...new Set((record.credits ?? []).flatMap((credit) => (credit.role === role ? [credit.name] : []))),
  ];
  const tagged = (isWanted: (category: string) => boolean) => [
    ...new Set(
      (record.tags ?? []).flatMap(({ category, name, slug }) => (isWanted(category) ? [name ?? slug ?? ''] : [])),
    ),
  ];
  const isPlatform = (category: string) => category === 'platform' || category === 'os';
  const text = record.descriptions?.[0];
  return {
    recordId,
    source: record.source,
    url: record.url,
    at: extracted_at.toISOString(),
    title: record.title,
    otherTitles: [...new Set((record.alternativeTitles ?? []).map(({ title }) => title))],
    authors: named('author'),
    releaseDate: record.releaseDate ?? null,
    platforms: tagged(isPlatform),
    publishers: named('publisher'),
    languages: record.languages ?? [],
    identifiers: (record.identifiers ?? []).map(({ scheme, value }) => `${scheme}: ${value}`),
    tags: tagged((category) => !isPlatform(category)),
    description: text ? { language: text.language, text: beginning(text.text) } : null,
    links: [...new Set((record.urls ?? []).map(({ url }) => url))].slice(0, mostLinks),
  };
}

function beginning(text: string): string {
  if (text.length <= mostText) return text;
  const cut = text.slice(0, mostText);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), mostText - 40))}…`;
}
