/** What the API answers about matching: how good it is by what curators judged, and its models. contract.ts has the rest. */
import { z } from 'zod';
import { time } from './contract.ts';

const share = z.number().min(0).max(1);
const count = z.number().int().min(0);

/** Judged pairs that the model in force has not learnt from, and to which it gives a probability from `from` to `to`. */
export const MatchBin = z.object({
  from: share,
  to: share,
  count,
  /** The mean of what the model says of them; 0 when there are none. */
  mean: share,
  /** The share of them that curators called one game; 0 when there are none. */
  same: share,
});

/** What was judged in one week; and, where the model in force has not learnt from it, what it would decide by itself. */
export const MatchWeek = z.object({
  /** The Monday the week begins with, `2026-10-05`. */
  week: z.iso.date(),
  judged: count,
  /** Of the pairs the model would join by itself, the share that is one game; null when there are none. */
  precision: share.nullable(),
  /** Of the pairs that are one game, the share the model would join by itself; null when there are none. */
  recall: share.nullable(),
  /** Questions on matches that were opened. */
  asked: count,
});

export const MatchModel = z.object({
  /** 0 is the model Variorum ships with. */
  version: count,
  /** Null for version 0. */
  trainedAt: time.nullable(),
  /** Judged pairs it was trained from and compared on. */
  pairs: count,
  inForce: z.boolean(),
  /** Beside the model that was in force then; `shipped` for version 0. */
  verdict: z.enum(['shipped', 'better', 'worse', 'too few']),
  /** Expected calibration error and log loss (nats) on the judgements held back; null when there were none. */
  ece: z.number().nullable(),
  logLoss: z.number().nullable(),
  /** At the threshold for joining, on the judgements held back. */
  precision: share.nullable(),
  recall: share.nullable(),
});

export const MatchQuality = z
  .object({
    bins: z.array(MatchBin),
    weeks: z.array(MatchWeek),
    /** Of all records, the share about which a curator was asked whether they are another game's. */
    askedShare: share,
    /** Judged pairs of records that stand, in all. */
    judged: count,
    /** Expected calibration error of the model in force over `bins`; null when they are empty. */
    ece: z.number().nullable(),
    /** Records are still being compared anew after the model changed. */
    recomparing: z.boolean(),
    /** Newest first; the last is version 0. */
    models: z.array(MatchModel),
  })
  .meta({ id: 'MatchQuality', description: 'How good matching is, by what curators judged.' });

/** Why the model is used; going back is using an older one. */
export const UseModel = z.object({ reason: z.string().trim().min(1).max(500) }).meta({ id: 'UseModel' });

export type MatchBin = z.infer<typeof MatchBin>;
export type MatchWeek = z.infer<typeof MatchWeek>;
export type MatchModel = z.infer<typeof MatchModel>;
export type MatchQuality = z.infer<typeof MatchQuality>;
export type UseModel = z.infer<typeof UseModel>;
