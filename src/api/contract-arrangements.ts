/** What the API takes and answers about arranging games by hand. */
import { z } from 'zod';
import { time } from './contract.ts';

const id = z.string().min(1).max(500);
const judgement = z.enum(['same', 'different']);
const asked = {
  reason: z.string().max(2000).optional(),
  /** Only say what would happen. */
  preview: z.boolean().default(false),
};

export const StartArrangement = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('merge'), games: z.array(id).min(2).max(20), ...asked }),
    z.object({ kind: z.literal('different'), games: z.array(id).length(2), ...asked }),
    z.object({ kind: z.literal('split'), game: id, records: z.array(id).min(1).max(500), ...asked }),
    z.object({ kind: z.literal('move'), game: id, records: z.array(id).min(1).max(500), ...asked }),
    /** The same word on many pairs of records. */
    z.object({
      kind: z.literal('pairs'),
      pairs: z
        .array(z.object({ a: id, b: id, judgement }))
        .min(1)
        .max(500),
      ...asked,
    }),
  ])
  .meta({ id: 'StartArrangement' });

export const UndoArrangement = z.object(asked).meta({ id: 'UndoArrangement' });

const Pair = z.object({ a: z.string(), b: z.string(), judgement });
const GameState = z
  .object({
    gameId: z.string(),
    records: z.array(z.object({ recordId: z.string(), source: z.string(), title: z.string() })),
  })
  .meta({ id: 'GameState' });

export const Arranged = z
  .object({
    /** Null for a preview of something new. */
    arrangementId: z.string().nullable(),
    /** What it says of records. */
    pairs: z.array(Pair),
    /** The games that change, as they were and as they are then. */
    before: z.array(GameState),
    after: z.array(GameState),
    /** Questions that it opens and closes. */
    opened: z.number().int(),
    closed: z.number().int(),
  })
  .meta({ id: 'Arranged' });

export const Arrangements = z
  .object({
    arrangements: z.array(
      z.object({
        arrangementId: z.string(),
        kind: z.enum(['same', 'different', 'merge', 'split', 'move']),
        pairs: z.array(Pair),
        games: z.array(z.string()),
        reason: z.string().nullable(),
        reviewId: z.string().nullable(),
        madeAt: time,
        madeBy: z.string(),
        undoneAt: time.nullable(),
        undoneBy: z.string().nullable(),
        undoneBecause: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Arrangements', description: 'Newest first.' });

export const ArrangementsQuery = z.object({
  /** Only what named this game, or says something of its records. */
  game: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export type StartArrangement = z.input<typeof StartArrangement>;
export type Arranged = z.infer<typeof Arranged>;
export type Arrangements = z.infer<typeof Arrangements>;
