/** What the API answers about questions on matches and about arranging games by hand. contract.ts has the rest. */
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
const records = z.array(z.string().max(3000)).min(1).max(200);

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

export const ArrangementRequest = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.enum(['merge', 'different']), games: ids.min(2), reason, preview }),
    z.object({ kind: z.enum(['split', 'move']), game: z.string().max(100), records, reason, preview }),
  ])
  .meta({ id: 'ArrangementRequest', description: '`game` of a move is the game the records go to.' });

export const GameState = z
  .object({
    gameId: z.string(),
    records: z.array(z.object({ recordId: z.string(), source: name, title: z.string() })),
  })
  .meta({ id: 'GameState' });

export const Arranged = z
  .object({
    /** Null for a preview. */
    arrangementId: z.string().nullable(),
    /** How many words on pairs of records it consists of. */
    pairs: z.number().int(),
    /** The games that change, as they were and as they are. */
    before: z.array(GameState),
    after: z.array(GameState),
    /** Questions on matches that it opens and closes. */
    opened: z.number().int(),
    closed: z.number().int(),
  })
  .meta({ id: 'Arranged' });

export const UndoArrangement = z.object({ reason, preview }).meta({ id: 'UndoArrangement' });

export const ArrangementRow = z
  .object({
    arrangementId: z.string(),
    kind: z.enum(['same', 'different', 'merge', 'split', 'move']),
    reason: z.string().nullable(),
    reviewId: z.string().nullable(),
    madeAt: time,
    madeBy: z.string(),
    undoneAt: time.nullable(),
    undoneBy: z.string().nullable(),
    undoneBecause: z.string().nullable(),
    /** The words on pairs, at most ten, and how many there are. */
    words: z.array(z.object({ a: z.string(), b: z.string(), judgement: z.enum(['same', 'different']) })),
    pairs: z.number().int(),
  })
  .meta({ id: 'ArrangementRow' });

export const ArrangementsQuery = z.object({
  game: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const Arrangements = z
  .object({ arrangements: z.array(ArrangementRow) })
  .meta({ id: 'Arrangements', description: 'Newest first.' });

export type SideRecord = z.infer<typeof SideRecord>;
export type Side = z.infer<typeof Side>;
export type AlikeReview = z.infer<typeof AlikeReview>;
export type ReviewDetail = z.infer<typeof ReviewDetail>;
export type Judgements = z.infer<typeof Judgements>;
export type Judged = z.infer<typeof Judged>;
export type ArrangementRequest = z.infer<typeof ArrangementRequest>;
export type GameState = z.infer<typeof GameState>;
export type Arranged = z.infer<typeof Arranged>;
export type ArrangementRow = z.infer<typeof ArrangementRow>;
