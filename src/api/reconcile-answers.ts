/** Candidates, values and suggestions in the words of the reconciliation service. */
import type { z } from 'zod';
import type { readFields } from '../catalogue/reconcile.ts';
import type { Suggestion } from '../catalogue/suggest.ts';
import { type GameId, readGameId } from '../domain/ids.ts';
import { gameType, type Property, properties, propertyNamed } from '../domain/reconciliation.ts';
import type { ReconcileCandidate } from '../reconcile.ts';
import type { Candidate, Extension, OldExtension, Suggestions } from './contract-reconcile.ts';

export function candidateOf(found: ReconcileCandidate): z.infer<typeof Candidate> {
  // Each feature once, the strongest word on it first.
  const features = new Map(found.evidence.toReversed().map(({ feature, weight }) => [feature, weight]));
  return {
    id: found.gameId,
    name: found.name,
    ...(found.description !== '' && { description: found.description }),
    type: [gameType],
    score: Math.round(found.probability * 1e4) / 100,
    features: [...features].map(([feature, weight]) => ({
      id: feature.replaceAll(' ', '-'),
      name: feature,
      value: Math.round(weight * 100) / 100,
    })),
    match: found.match,
  };
}

type Known = Awaited<ReturnType<typeof readFields>>;
type Cells = { str: string }[];

/** Values of properties for games, in the order they were asked for; what is not known has none. */
export function extensionOf(known: Known, ids: readonly string[], asked: readonly string[]): z.infer<typeof Extension> {
  return {
    meta: asked.map(metaOf),
    rows: ids.map((id) => ({
      id,
      properties: asked.map((property) => ({ id: property, values: cells(known, id, property) })),
    })),
  };
}

export function oldExtensionOf(
  known: Known,
  ids: readonly string[],
  asked: readonly string[],
): z.infer<typeof OldExtension> {
  const row = (id: string) =>
    // OpenRefine wants at least one cell, if an empty one.
    asked.map((property): [string, Cells | [Record<string, never>]] => {
      const values = cells(known, id, property);
      return [property, values.length > 0 ? values : [{}]];
    });
  return { meta: asked.map(metaOf), rows: Object.fromEntries(ids.map((id) => [id, Object.fromEntries(row(id))])) };
}

const metaOf = (id: string) => ({ id, name: propertyNamed(id)?.name ?? id });

function cells(known: Known, id: string, property: string): Cells {
  const game = known.get((readGameId(id) ?? '') as GameId);
  return game ? (propertyNamed(property)?.read(game.fields) ?? []).map((str) => ({ str })) : [];
}

export const suggestionsOf = (found: readonly Suggestion[]): z.infer<typeof Suggestions> => ({
  result: found.map(({ gameId, name, description }) => ({
    id: gameId,
    name,
    ...(description !== '' && { description }),
    notable: [gameType],
  })),
});

/** Properties whose id or name begins with the letters, then those that hold them anywhere. */
export function suggestProperties(prefix: string): Property[] {
  const letters = prefix.trim().toLowerCase();
  const spelled = ({ id, name, also }: Property) => [id, name, ...also].map((one) => one.toLowerCase());
  const begins = (property: Property) => spelled(property).some((one) => one.startsWith(letters));
  const holds = (property: Property) =>
    [...spelled(property), property.description].some((one) => one.includes(letters));
  return [...properties.filter(begins), ...properties.filter((property) => !begins(property) && holds(property))];
}
