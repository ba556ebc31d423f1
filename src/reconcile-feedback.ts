/** Keeps what people say of reconciliation: this query means that game, or does not. Matching may learn from it later. */
import { createHash } from 'node:crypto';
import { readFields } from './catalogue/reconcile.ts';
import { commitFact } from './commands.ts';
import type { CommitDeps } from './commit.ts';
import { canonical } from './domain/canonical.ts';
import { fact } from './domain/events.ts';
import { readGameId } from './domain/ids.ts';
import type { Condition } from './domain/reconciliation.ts';

export type Feedback = {
  conditions: readonly Condition[];
  entity: string;
  judgement: 'same' | 'different';
  actor: string;
};

/** Returns the hash the query is known by; null when there is no such game. */
export async function keepFeedback(
  deps: CommitDeps,
  { conditions, entity, judgement, actor }: Feedback,
): Promise<string | null> {
  const gameId = readGameId(entity);
  if (gameId === null || (await readFields(deps.pool, [gameId])).size === 0) return null;
  const query = conditions.map(({ property, values }) => ({ property, values }));
  const queryHash = createHash('sha256').update(canonical(query)).digest('hex');
  await commitFact(deps, fact('ReconciliationJudged', { queryHash, query, gameId, judgement }), actor);
  return queryHash;
}
