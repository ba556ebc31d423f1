/**
 * A trained matcher as a file: which fields it reads, how rare words are, what it learned of words, its trees, its
 * calibration and thresholds, and how well it did on pairs it had not seen. Reading one checks it from end to end.
 */
import * as z from 'zod';
import { featureProbe } from './feature-probe.ts';
import { roleNames } from './pair-record.ts';
import { featureNames } from './stack.ts';

export const modelKind = 'variorum-pair-model';
export const modelVersion = 1;

const number = z.number();
const share = number.min(0).max(1);
const node = z.int().min(0);

const tree = z
  .strictObject({
    feature: z.array(z.int().min(-1)).min(1),
    threshold: z.array(number),
    low: z.array(node),
    high: z.array(node),
    missingLow: z.array(z.int().min(0).max(1)),
    value: z.array(number),
  })
  .refine(({ feature, ...lists }) => Object.values(lists).every((list) => list.length === feature.length), {
    error: 'a tree has lists of unequal length',
  })
  .refine(
    ({ feature, low, high }) =>
      feature.every(
        (column, at) => column < 0 || [low[at] ?? 0, high[at] ?? 0].every((to) => to > at && to < feature.length),
      ),
    { error: 'a tree does not lead on to its leaves' },
  );

const figures = z.strictObject({
  f1: share,
  precision: share,
  recall: share,
  calibrationError: share,
  reliability: z.array(z.strictObject({ from: share, to: share, said: share, was: share, pairs: z.int().min(1) })),
});

const model = z.strictObject({
  kind: z.literal(modelKind),
  version: z.literal(modelVersion),
  /** In which role each field is read. */
  fields: z.record(z.string(), z.enum(roleNames as [string, ...string[]])),
  features: z.array(z.string()),
  /** How the program compared that trained it. */
  probe: z.string(),
  /** In how many of so many records a word stood; words of one record are left out. */
  words: z.strictObject({ records: z.int().min(1), counts: z.record(z.string(), z.int().min(1)) }),
  lessons: z.record(z.string(), number),
  forest: z.strictObject({ start: number, trees: z.array(tree) }),
  calibration: z.strictObject({ slope: number.min(0), shift: number }),
  /** `same`: joined from this probability on, for the best F1; `sure`: 99 of 100 joined are right; null: never so sure. */
  thresholds: z.strictObject({ same: share, sure: share.nullable() }),
  trained: z.strictObject({ pairs: z.int(), matches: z.int(), folds: z.int(), figures }),
});

export type TrainedModel = Omit<z.infer<typeof model>, 'fields'> & {
  fields: Record<string, (typeof roleNames)[number]>;
};

/** The model in a parsed file, or in one sentence why it is none. */
export function readModel(value: unknown): TrainedModel | { wrong: string } {
  const { kind, version, features, probe } = (value ?? {}) as Record<string, unknown>;
  if (kind !== modelKind) return { wrong: 'It is no model that `variorum link train` wrote.' };
  if (version !== modelVersion)
    return {
      wrong: `It is a model of version ${String(version)}, and this program reads version ${modelVersion}: train it anew.`,
    };
  if (
    !Array.isArray(features) ||
    features.length !== featureNames.length ||
    features.some((name, at) => name !== featureNames[at])
  )
    return { wrong: 'It was trained on other features than this program compares: train it anew.' };
  if (typeof probe === 'string' && probe !== featureProbe())
    return { wrong: 'It was trained when this program compared records otherwise: train it anew.' };
  const read = model.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    return {
      wrong: `Its ${issue?.path.join('.') || 'content'} is damaged (${issue?.message ?? 'unreadable'}): train it anew.`,
    };
  }
  if (read.data.forest.trees.some(({ feature }) => feature.some((column) => column >= featureNames.length)))
    return { wrong: 'Its trees ask for features that do not exist: train it anew.' };
  return read.data as TrainedModel;
}
