/** The rule book as people ask for it: which one stands, what it does, and putting another in its place. */
import { createHash } from 'node:crypto';
import { type CommitDeps, commit } from './commit.ts';
import { canonical } from './domain/canonical.ts';
import { fact } from './domain/events.ts';
import type { RuleBook } from './domain/rule-book.ts';
import { compileRules } from './pipeline/merge/compile-rules.ts';
import { shippedRules } from './pipeline/merge/enrichment-defaults.ts';
import { done } from './pipeline/outcome.ts';
import { Conflict } from './platform/event-store.ts';
import type { Db } from './platform/postgres.ts';
import { Refused } from './refused.ts';

export type Standing = {
  book: RuleBook;
  hash: string;
  shipped: boolean;
  reason: string;
  changedBy: string;
  changedAt: string;
  version: number;
};

export { shippedRules };

const hashOf = (book: RuleBook): string => createHash('sha256').update(canonical(book)).digest('hex');

/** What is wrong with a book, each mistake in one sentence that names rule and place; none: it may stand. */
export const mistakesIn = (book: RuleBook): string[] => compileRules(book).mistakes;

export async function readRules(db: Db): Promise<Standing> {
  const { rows } = await db.query<Omit<Standing, 'changedBy' | 'changedAt'> & { changed_by: string; changed_at: Date }>(
    'select book, hash, shipped, reason, changed_by, changed_at, version from enrichment_rules',
  );
  const [row] = rows;
  if (!row) throw new Error('There is no rule book; the start of the program writes one.');
  const { changed_by: changedBy, changed_at: changedAt, ...rest } = row;
  return { ...rest, changedBy, changedAt: changedAt.toISOString() };
}

/**
 * At the start: the book we ship is written down, so that the log holds what drafts were made by; and where nobody
 * has put another in its place, the one of a newer version of the program follows.
 */
export async function ensureRules(deps: CommitDeps): Promise<void> {
  const hash = hashOf(shippedRules);
  const { rows } = await deps.pool.query<{ hash: string; shipped: boolean; version: number }>(
    'select hash, shipped, version from enrichment_rules',
  );
  const [standing] = rows;
  if (standing && (!standing.shipped || standing.hash === hash)) return;
  // Two versions of the program on one database must not take turns: a book that has stood before is the older one.
  const { rows: before } = await deps.pool.query(
    `select from import_event where stream = 'rules:enrichment' and payload->>'hash' = $1 limit 1`,
    [hash],
  );
  if (before.length > 0) return;
  const reason = standing ? 'a newer version of Variorum ships others' : 'the rules that Variorum ships with';
  await change(deps, shippedRules, true, reason, 'system', standing?.version ?? 0).catch((error) => {
    // Another process that starts at the same moment was faster.
    if (!(error instanceof Conflict)) throw error;
  });
}

/** Puts a book in the place of the one that stands; every game is then drafted anew. Throws Refused on a mistake. */
export async function setRules(
  deps: CommitDeps,
  request: { book: RuleBook; reason: string; actor: string; expected?: number | undefined },
): Promise<Standing> {
  const { book, reason, actor } = request;
  if (!reason.trim()) throw new Refused('A change of rules needs a reason, for those who find it later.');
  const [first, ...others] = mistakesIn(book);
  if (first !== undefined)
    throw new Refused(
      others.length > 0 ? `${first} (And ${others.length} more: see \`variorum rules check\`.)` : first,
    );
  const standing = await readRules(deps.pool);
  const shipped = hashOf(book) === hashOf(shippedRules);
  if (hashOf(book) === standing.hash && shipped === standing.shipped)
    throw new Refused('These rules stand already: nothing would change.');
  await change(deps, book, shipped, reason.trim(), actor, request.expected ?? standing.version).catch((error) => {
    if (error instanceof Conflict)
      throw new Refused('Somebody else changed the rules meanwhile: read them again, and change those.');
    throw error;
  });
  return readRules(deps.pool);
}

/** Back to the book that Variorum ships with. */
export const resetRules = (deps: CommitDeps, reason: string, actor: string): Promise<Standing> =>
  setRules(deps, { book: shippedRules, reason, actor });

async function change(
  deps: CommitDeps,
  book: RuleBook,
  shipped: boolean,
  reason: string,
  actor: string,
  expected: number,
): Promise<void> {
  const changed = { ...fact('RulesChanged', { book, hash: hashOf(book), shipped, reason }), expected };
  const origin = { source: '', runId: null };
  await commit(deps, [{ origin, result: { kind: 'outcome', outcome: done([changed]) } }], actor);
}

export type RuleCount = { rule: string; games: number; failed: number; failure: string | null };

/** At how many games each rule did something, or failed. */
export async function countUses(db: Db): Promise<RuleCount[]> {
  const { rows } = await db.query<RuleCount>(
    `select rule, (count(*) filter (where failed is null))::int as games, count(failed)::int as failed, max(failed) as failure
       from rule_use group by rule`,
  );
  return rows;
}

/** Whether games are still to be drafted anew after a change. */
export async function isRedrafting(db: Db): Promise<boolean> {
  const { rows } = await db.query(
    `select from import_task where task_type = 'redraft' and status in ('queued', 'processing') limit 1`,
  );
  return rows.length > 0;
}
