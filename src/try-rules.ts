/** Looking before changing: what each rule does for one game, and what a rule book would change at many. */

import type { CommitDeps } from './commit.ts';
import { canonical } from './domain/canonical.ts';
import { fieldNames, type GameFields } from './domain/game.ts';
import type { GameId } from './domain/ids.ts';
import { type RuleBook, type RuleUse, ruleId, sentenceOf } from './domain/rule-book.ts';
import { compileRules } from './pipeline/merge/compile-rules.ts';
import { readRanked } from './pipeline/merge/draft.job.ts';
import { draft } from './pipeline/merge/draft.ts';
import { Refused } from './refused.ts';
import { mistakesIn, readRules } from './rules.ts';

export type Trial = { rule: string; why: string; failed: string | null; adds: string[]; takes: string[] };

/** What each rule of a book does for one game; null when there is no such game. */
export async function tryRules(deps: CommitDeps, gameId: GameId, book: RuleBook): Promise<Trial[] | null> {
  const ranked = (await readRanked({ db: deps.pool, sources: deps.jobs.sources }, [gameId])).get(gameId);
  if (!ranked) return null;
  const { rules } = compileRules(book);
  const without = draft(ranked, nothing).fields;
  const { fields, rules: uses } = draft(ranked, rules);
  return uses.map(({ rule, failed }) => ({
    rule,
    why: sentenceOf(book, rule) ?? '',
    failed: failed ?? null,
    adds: words(fields, rule),
    takes: failed === undefined && words(fields, rule).length === 0 ? gone(without, fields, rule) : [],
  }));
}

const nothing = compileRules({
  rules: [],
  lowerCase: [],
  genres: [],
  tagNames: [],
  people: { redirects: {}, ignored: [] },
}).rules;

const listed = ['credits', 'tags', 'urls', 'languages'] as const;
const word = (value: unknown): string =>
  typeof value === 'string' ? value : Object.values(value as object).join(' · ');
const words = (fields: GameFields, rule: string): string[] =>
  listed.flatMap((name) =>
    fields[name].flatMap(({ value, by }) => (by.includes(ruleId(rule)) ? [`${name}: ${word(value)}`] : [])),
  );
/** A rule that adds nothing took something away: a name that is never published. */
const gone = (before: GameFields, after: GameFields, rule: string): string[] =>
  before.credits.flatMap(({ value }) =>
    rule === `person:${value.name}` && !after.credits.some((credit) => credit.value.name === value.name)
      ? [`credits: ${word(value)}`]
      : [],
  );

export type Preview = {
  /** Games looked at: all, or as many of them as a moment allows. */
  looked: number;
  games: number;
  changed: number;
  failing: number;
  examples: { gameId: string; title: string; adds: string[]; takes: string[] }[];
};

const mostLooked = 2000;
const mostExamples = 10;

/** What a book would change against the one that stands, seen at some of the games. */
export async function previewRules(deps: CommitDeps, book: RuleBook): Promise<Preview> {
  const [first] = mistakesIn(book);
  if (first !== undefined) throw new Refused(first);
  const standing = compileRules((await readRules(deps.pool)).book).rules;
  const { rules } = compileRules(book);
  const { rows: all } = await deps.pool.query<{ n: number }>(
    "select count(*)::int as n from game_draft where draft_hash <> ''",
  );
  const { rows } = await deps.pool.query<{ game_id: string }>(
    `select game_id from game_draft where draft_hash <> '' order by drafted_at desc, game_id limit ${mostLooked}`,
  );
  const preview: Preview = { looked: 0, games: all[0]?.n ?? 0, changed: 0, failing: 0, examples: [] };
  for (let from = 0; from < rows.length; from += 200) {
    const ids = rows.slice(from, from + 200).map(({ game_id }) => game_id);
    for (const [gameId, ranked] of await readRanked({ db: deps.pool, sources: deps.jobs.sources }, ids)) {
      preview.looked += 1;
      look(preview, gameId, [draft(ranked, standing), draft(ranked, rules)]);
    }
  }
  return preview;
}

function look(
  preview: Preview,
  gameId: string,
  [before, after]: [{ fields: GameFields }, { fields: GameFields; rules: RuleUse[] }],
): void {
  if (after.rules.some(({ failed }) => failed !== undefined)) preview.failing += 1;
  const [adds, takes] = [difference(after.fields, before.fields), difference(before.fields, after.fields)];
  if (adds.length + takes.length === 0) return;
  preview.changed += 1;
  if (preview.examples.length < mostExamples)
    preview.examples.push({ gameId, title: after.fields.title.value, adds, takes });
}

function difference(some: GameFields, others: GameFields): string[] {
  return fieldNames.flatMap((name) => {
    const [left, right] = [some[name], others[name]];
    if (!Array.isArray(left) || !Array.isArray(right)) return [];
    const known = new Set(right.map(({ value }) => canonical(value)));
    return left.flatMap(({ value }) => (known.has(canonical(value)) ? [] : [`${name}: ${word(value)}`]));
  });
}
