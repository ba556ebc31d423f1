/** What the API answers and takes about the rules that are applied to every game; contract.ts has the rest. */
import { z } from 'zod';
import { name, time } from './contract.ts';

const text = z.string().max(2000);
const short = z.string().max(200);
const tagCategory = z.enum([
  'state',
  'genre',
  'platform',
  'country',
  'control',
  'os',
  'competition',
  'tag',
  'version',
  'license',
]);
const urlCategory = z.enum([
  'game_page',
  'download_direct',
  'download_landing',
  'play_in_interpreter',
  'play_online',
  'poster',
  'screenshot',
  'forum',
  'review',
  'video',
  'source_code',
  'bug_tracker',
  'translate',
  'donate',
  'help',
  'contact',
  'other',
  'unknown',
]);
/** A text as it stands, or a CEL expression that makes one. */
const Text = z.union([text, z.strictObject({ cel: text })]);
const each = text.exactOptional();

export const RuleAction = z.discriminatedUnion('add', [
  z.strictObject({
    add: z.literal('tag'),
    each,
    category: tagCategory,
    slug: Text.exactOptional(),
    name: Text.exactOptional(),
  }),
  z.strictObject({
    add: z.literal('url'),
    each,
    category: urlCategory,
    url: Text,
    description: Text.exactOptional(),
  }),
  z.strictObject({ add: z.literal('language'), each, language: Text }),
]);

export const Rule = z.strictObject({
  name: short,
  /** CEL, true or false. */
  when: text,
  do: z.array(RuleAction).max(20),
  why: z.string().max(500),
});

export const RuleBook = z
  .strictObject({
    rules: z.array(Rule).max(200),
    lowerCase: z.array(tagCategory).max(20),
    genres: z.array(z.strictObject({ tag: short, genre: short, replace: z.boolean() })).max(2000),
    tagNames: z.array(z.strictObject({ category: tagCategory, from: short, to: short })).max(2000),
    people: z.strictObject({
      redirects: z.record(short, short),
      ignored: z.array(short).max(10_000),
    }),
  })
  .meta({ id: 'RuleBook', description: 'All rules, whole.' });

export const Rules = z
  .object({
    book: RuleBook,
    hash: z.string(),
    /** Whether they are those that come with the program. */
    shipped: z.boolean(),
    reason: z.string(),
    changedBy: z.string(),
    changedAt: time,
    version: z.number().int(),
    /** Games are still being drafted anew after the last change. */
    redrafting: z.boolean(),
    /** At how many games each rule did something, or failed. */
    uses: z.array(
      z.object({ rule: z.string(), games: z.number().int(), failed: z.number().int(), failure: z.string().nullable() }),
    ),
  })
  .meta({ id: 'Rules' });

export const SetRules = z
  .object({
    book: RuleBook,
    reason: z.string().max(500),
    /** The version that was changed; another one standing means that somebody was faster. */
    version: z.number().int().optional(),
  })
  .meta({ id: 'SetRules' });

const parts = z.array(z.string());
export const RulesPreview = z
  .object({
    looked: z.number().int(),
    games: z.number().int(),
    changed: z.number().int(),
    failing: z.number().int(),
    examples: z.array(z.object({ gameId: z.string(), title: z.string(), adds: parts, takes: parts })),
  })
  .meta({ id: 'RulesPreview', description: 'What rules would change, seen at the newest games.' });

export const RuleTrial = z
  .object({ rule: name, why: z.string(), failed: z.string().nullable(), adds: parts, takes: parts })
  .meta({ id: 'RuleTrial', description: 'What one rule does for one game.' });

export type RuleAction = z.infer<typeof RuleAction>;
export type Rule = z.infer<typeof Rule>;
export type RuleBook = z.infer<typeof RuleBook>;
export type Rules = z.infer<typeof Rules>;
export type SetRules = z.infer<typeof SetRules>;
export type RulesPreview = z.infer<typeof RulesPreview>;
export type RuleTrial = z.infer<typeof RuleTrial>;
