/**
 * What the reconciliation service takes and answers. Taken is what the W3C draft 1.0 says and what OpenRefine sends
 * (0.2), with room for the unexpected; answers hold what the draft names and nothing else.
 */
import { z } from 'zod';

/** Queries in one batch; more are refused with 413. */
export const batchSize = 50;
export const mostCandidates = 50;
const most = { values: 50, conditions: 50, ids: 500, properties: 30 };

const text = z.string({ error: 'must be a text' });
const isPositive = { error: 'must be a whole number from 1 on' };
export const Limit = z.coerce.number(isPositive).int(isPositive).min(1, isPositive);
const listOf = <T extends z.ZodType>(each: T, size: number) =>
  z.array(each, { error: 'must be a list' }).max(size, { error: `must have at most ${size} entries` });

const Value = z.union([z.string(), z.number(), z.boolean(), z.object({ id: z.string(), name: z.string().optional() })]);
export const Values = z.union([Value, z.array(Value).max(most.values)], {
  error: `must be a text, a number, true, false, an entity with an id, or a list of at most ${most.values} of these`,
});

export const Condition = z
  .object(
    {
      matchType: z.enum(['name', 'property'], { error: 'must be "name" or "property"' }),
      propertyId: text.optional(),
      propertyValue: Values,
      required: z.boolean({ error: 'must be true or false' }).default(false),
      matchQuantifier: z.enum(['any', 'all', 'none'], { error: 'must be "any", "all" or "none"' }).default('any'),
      matchQualifier: text.optional(),
    },
    { error: 'must be an object' },
  )
  .refine(({ matchType, propertyId }) => matchType === 'name' || propertyId !== undefined, {
    error: 'must have a propertyId, for its matchType is "property"',
  });

export const Query = z.object(
  {
    conditions: listOf(Condition, most.conditions).min(1, { error: 'must have at least one condition' }),
    type: text.optional(),
    limit: Limit.optional(),
  },
  { error: 'must be an object' },
);

export const QueryBatch = z
  .object({ queries: z.array(Query, { error: 'must be a list of queries' }) }, { error: 'must be an object' })
  .meta({ id: 'ReconciliationQueryBatch', description: 'Queries in the form of the draft 1.0.' });

/** One query of 0.2: what OpenRefine sends. */
export const OldQuery = z
  .object(
    {
      query: text.optional(),
      limit: Limit.optional(),
      properties: listOf(
        z.object(
          { pid: z.string({ error: 'must be the id of a property' }), v: Values },
          { error: 'must be an object' },
        ),
        most.conditions,
      ).optional(),
    },
    { error: 'must be an object' },
  )
  .refine(({ query, properties }) => query !== undefined || (properties ?? []).length > 0, {
    error: 'must have a query or properties',
  });
export const OldQueries = z.record(z.string(), OldQuery, { error: 'must be an object of queries' });

export const ExtendQuery = z
  .object(
    {
      ids: listOf(text, most.ids),
      properties: listOf(z.object({ id: text }, { error: 'must be an object with an id' }), most.properties),
    },
    { error: 'must be an object' },
  )
  .meta({ id: 'DataExtensionQuery' });

export const Prefix = z.object({
  prefix: z.string().max(500).default(''),
  limit: Limit.default(10),
  offset: z.coerce.number().int().min(0).max(1000).optional(),
  /** The name of `offset` in 0.2. */
  cursor: z.coerce.number().int().min(0).max(1000).optional(),
});

export const Feedback = z
  .object({
    query: z.union([z.string().min(1).max(1000), Query], { error: 'must be a name, or a query with conditions' }),
    entity: text.max(100),
    judgement: z.enum(['same', 'different'], { error: 'must be "same" or "different"' }),
  })
  .meta({
    id: 'ReconciliationFeedback',
    description: 'Whether a query means a game; the draft has nothing of the kind.',
  });
export const FeedbackKept = z.strictObject({ query: z.string() });

const Type = z.strictObject({ id: z.string(), name: z.string() });
const Named = z.strictObject({ id: z.string(), name: z.string() });

export const Candidate = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  description: z.string().optional(),
  type: z.array(Type),
  /** 0 to 100: the probability that this is the game, in per cent. */
  score: z.number().min(0).max(100),
  features: z.array(z.strictObject({ id: z.string(), name: z.string().min(1), value: z.number() })),
  match: z.boolean(),
});
export const ResultBatch = z
  .strictObject({ results: z.array(z.strictObject({ candidates: z.array(Candidate) })) })
  .meta({ id: 'ReconciliationResultBatch' });
export const OldResults = z.record(z.string(), z.strictObject({ result: z.array(Candidate) }));

export const Manifest = z
  .strictObject({
    versions: z.array(z.string()),
    name: z.string(),
    dir: z.literal('auto'),
    serviceVersion: z.string(),
    view: z.strictObject({ url: z.string().regex(/\{id\}/) }),
    defaultTypes: z.array(Type),
    preview: z.strictObject({ width: z.int(), height: z.int() }),
    suggest: z.strictObject({ entity: z.boolean(), property: z.boolean(), type: z.boolean() }),
    extend: z.strictObject({ proposeProperties: z.boolean(), propertySettings: z.array(z.never()) }),
    batchSize: z.int(),
    standardizedScore: z.boolean(),
  })
  .meta({ id: 'ReconciliationManifest' });

const Service = z.strictObject({ service_url: z.string(), service_path: z.string() });
const Suggest = Service.extend({ flyout_service_url: z.string(), flyout_service_path: z.string() });
export const OldManifest = z.strictObject({
  versions: z.array(z.string()),
  name: z.string(),
  identifierSpace: z.string(),
  schemaSpace: z.string(),
  serviceVersion: z.string(),
  view: z.strictObject({ url: z.string().regex(/\{\{id\}\}/) }),
  defaultTypes: z.array(Type),
  preview: z.strictObject({ url: z.string().regex(/\{\{id\}\}/), width: z.int(), height: z.int() }),
  suggest: z.strictObject({ entity: Suggest, property: Suggest, type: Suggest }),
  extend: z.strictObject({ propose_properties: Service, property_settings: z.array(z.never()) }),
  batchSize: z.int(),
});

export const Suggestions = z.strictObject({
  result: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      description: z.string().optional(),
      notable: z.array(Type).optional(),
    }),
  ),
});
export const Flyout = z.strictObject({ id: z.string(), html: z.string() });

const Cell = z.array(z.union([z.strictObject({ str: z.string() }), z.strictObject({})]));
export const Extension = z
  .strictObject({
    meta: z.array(Named),
    rows: z.array(
      z.strictObject({ id: z.string(), properties: z.array(z.strictObject({ id: z.string(), values: Cell })) }),
    ),
  })
  .meta({ id: 'DataExtensionResponse' });
export const OldExtension = z.strictObject({
  meta: z.array(Named),
  rows: z.record(z.string(), z.record(z.string(), Cell)),
});
export const Proposal = z.strictObject({
  properties: z.array(Named),
  type: z.string(),
  limit: z.int().optional(),
});
