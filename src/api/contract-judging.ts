/** What the API answers about questions on matches: the records of both sides, and questions alike. contract.ts has the rest. */
import { z } from 'zod';
import { name, ReviewRow, time } from './contract.ts';

/** A record as a curator compares it. */
export const SideRecord = z
  .object({
    recordId: z.string(),
    source: name,
    url: z.string(),
    at: time,
    title: z.string(),
    otherTitles: z.array(z.string()),
    authors: z.array(z.string()),
    releaseDate: z.string().nullable(),
    /** Words of the domain, or names where there is none. */
    platforms: z.array(z.string()),
    publishers: z.array(z.string()),
    languages: z.array(z.string()),
    /** `scheme: value`. */
    identifiers: z.array(z.string()),
    tags: z.array(z.string()),
    /** The beginning of one. */
    description: z.object({ language: z.string().nullable(), text: z.string() }).nullable(),
    links: z.array(z.string()),
  })
  .meta({ id: 'SideRecord' });

export const Side = z
  .object({
    /** Null: the record has no game yet. */
    gameId: z.string().nullable(),
    /** The record that is asked about first. */
    records: z.array(SideRecord),
    /** How many more the game has. */
    more: z.number().int(),
  })
  .meta({ id: 'Side' });

export const AlikeReview = z
  .object({
    reviewId: z.string(),
    title: z.string(),
    source: name,
    otherTitle: z.string(),
    otherSource: name,
    probability: z.number(),
  })
  .meta({ id: 'AlikeReview' });

export const ReviewDetail = z
  .object({
    review: ReviewRow,
    /** First what is asked about, then the candidates in their order. Empty for a draft at the gate. */
    sides: z.array(Side),
    /** Other open questions that the same was found for, between the same two sources. */
    alike: z.array(AlikeReview),
  })
  .meta({ id: 'ReviewDetail' });

const reason = z.string().max(2000).optional();
const preview = z.boolean().optional();
const ids = z.array(z.string().max(100)).min(1).max(500);

export const Judgements = z.object({ reviews: ids, judgement: z.enum(['same', 'different']), reason, preview }).meta({
  id: 'Judgements',
  description: 'One word on many questions about matches, for the first candidate of each.',
});

export const Judged = z
  .object({
    ok: z.literal(true),
    /** What undoes it; null when nothing does. */
    arrangementId: z.string().nullable(),
  })
  .meta({ id: 'Judged' });

export type SideRecord = z.infer<typeof SideRecord>;
export type Side = z.infer<typeof Side>;
export type AlikeReview = z.infer<typeof AlikeReview>;
export type ReviewDetail = z.infer<typeof ReviewDetail>;
export type Judgements = z.infer<typeof Judgements>;
export type Judged = z.infer<typeof Judged>;
