/** Reads reconciliation queries as clients send them, in the form of the draft 1.0 and in that of 0.2, into one form. */
import type { z } from 'zod';
import type { Condition, ReconcileQuery } from '../domain/reconciliation.ts';
import { wellFormed } from '../domain/well-formed.ts';
import { batchSize, mostCandidates, OldQueries, type Query, type Values } from './contract-reconcile.ts';

/** What a client sent cannot be used; the message is one sentence for it. */
export class BadRequest extends Error {
  readonly statusCode: number;
  constructor(message: string, statusCode = 400) {
    super(message);
    this.name = 'BadRequest';
    this.statusCode = statusCode;
  }
}

const usualLimit = 10;
/** Of longer values only the beginning counts. */
const longestValue = 500;

/** Throws 413 when there are more queries than one batch may have. */
export function checkSize(count: number): void {
  if (count > batchSize)
    throw new BadRequest(
      `A batch may have at most ${batchSize} queries, and this one has ${count}: send it in parts.`,
      413,
    );
}

export function readQuery({ conditions, limit = usualLimit }: z.infer<typeof Query>): ReconcileQuery {
  return {
    limit: Math.min(limit, mostCandidates),
    conditions: conditions.map(
      ({ matchType, propertyId, propertyValue, required, matchQuantifier }): Condition => ({
        property: matchType === 'name' ? null : (propertyId ?? ''),
        values: texts(propertyValue),
        required,
        quantifier: matchQuantifier,
      }),
    ),
  };
}

/** The queries of 0.2 by their names, from the text of the parameter `queries`. */
export function readOldQueries(json: string): { name: string; query: ReconcileQuery }[] {
  const queries = readJson('queries', json, OldQueries);
  const named = Object.entries(queries);
  checkSize(named.length);
  return named.map(([name, { query, limit = usualLimit, properties = [] }]) => ({
    name,
    query: {
      limit: Math.min(limit, mostCandidates),
      conditions: [
        ...(query === undefined ? [] : [condition(null, query)]),
        ...properties.map(({ pid, v }) => condition(pid, v)),
      ],
    },
  }));
}

/** The JSON in a parameter, checked; throws 400 with the first thing that is wrong. */
export function readJson<T extends z.ZodType>(parameter: string, json: string, schema: T): z.infer<T> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new BadRequest(`The parameter ${parameter} is not JSON.`);
  }
  return check(parameter, value, schema);
}

export function check<T extends z.ZodType>(what: string, value: unknown, schema: T): z.infer<T> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new BadRequest(`${[what, ...(issue?.path ?? [])].join('.')} ${issue?.message ?? 'cannot be read'}.`);
}

const condition = (property: string | null, value: z.infer<typeof Values>): Condition => ({
  property,
  values: texts(value),
  required: false,
  quantifier: 'any',
});

function texts(value: z.infer<typeof Values>): string[] {
  return (Array.isArray(value) ? value : [value])
    .map((one) =>
      wellFormed(String(typeof one === 'object' ? (one.name ?? one.id) : one).slice(0, longestValue)).trim(),
    )
    .filter((text) => text !== '');
}
