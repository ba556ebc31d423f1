/** Drafts games anew after one of their records came, changed or moved. */
import { fact } from '../../domain/events.ts';
import type { GameId, RecordId, ReviewId } from '../../domain/ids.ts';
import type { GameRecord } from '../../domain/record.ts';
import type { RuleBook } from '../../domain/rule-book.ts';
import type { Db } from '../../platform/postgres.ts';
import { type Deps, each, type QuickStep } from '../deps.ts';
import { done, type NewFact } from '../outcome.ts';
import { compileRules, type Rules } from './compile-rules.ts';
import { draft, type RankedRecord } from './draft.ts';
import { shippedRules } from './enrichment-defaults.ts';

type RecordRow = {
  record_id: string;
  game_id: string;
  source: string;
  url: string;
  record: GameRecord;
  snapshot: string;
  extracted_at: Date;
};

export const draftStep: QuickStep<'draft'> = async (jobs, deps) => {
  const games = jobs.map((job) => job.gameId);
  // The version comes first: whoever commits between the two reads is met at the stream. The other way round, a draft
  // of old records would pass for an answer to the newer one.
  const { rows: drafts } = await deps.db.query<{ game_id: string; draft_hash: string; version: number }>({
    name: 'draft-standing',
    text: 'select game_id, draft_hash, version from game_draft where game_id = any($1::uuid[])',
    values: [games],
  });
  const byGame = await readRanked(deps, games);
  const rules = await standingRules(deps.db);
  const standing = new Map(drafts.map((row) => [row.game_id, row]));
  const empty = games.filter((id) => !byGame.has(id) && standing.get(id)?.draft_hash);
  const withdrawals = await readWithdrawals(deps.db, empty);
  return each(jobs, ({ gameId, arranged }) => {
    const ranked = byGame.get(gameId) ?? [];
    if (ranked.length === 0) return done(withdrawals.get(gameId) ?? []);
    const { fields, metadata, draftHash, records, rules: uses } = draft(ranked, rules);
    const last = standing.get(gameId);
    if (last?.draft_hash === draftHash) return done([]);
    return done([
      {
        ...fact('GameDrafted', {
          gameId,
          draftHash,
          fields,
          records,
          metadata,
          rules: uses,
          ...(arranged && { arranged }),
        }),
        expected: last?.version ?? 0,
      },
    ]);
  });
};

/** Games whose last record left: each ends in the game that most of its records went to, and its open question with it. */
async function readWithdrawals(db: Db, games: readonly GameId[]): Promise<Map<GameId, NewFact[]>> {
  if (games.length === 0) return new Map();
  const { rows } = await db.query<{ game_id: GameId; version: number; into: GameId | null; reviews: ReviewId[] }>({
    name: 'draft-withdrawals',
    text: `select d.game_id, d.version,
                  (select r.game_id from import_event e, jsonb_array_elements_text(e.payload->'records') as was(record_id)
                     join source_record r using (record_id)
                    where e.stream = 'game:' || d.game_id and e.version = d.draft_version and r.game_id is not null
                    group by 1 order by count(*) desc, r.game_id limit 1) as into,
                  array(select review_id::text from review v where v.game_id = d.game_id and v.status = 'open') as reviews
             from game_draft d where d.game_id = any($1::uuid[])`,
    values: [games],
  });
  return new Map(
    rows.map(({ game_id: gameId, version, into, reviews }) => [
      gameId,
      [
        { ...fact('GameWithdrawn', { gameId, into }), expected: version },
        ...reviews.map((reviewId) =>
          fact('ReviewClosed', { reviewId, recordId: null, gameId, because: 'the game has no record left' }),
        ),
      ],
    ]),
  );
}

/** The records of games, each as it counts in a draft. */
export async function readRanked(
  { db, sources }: Pick<Deps, 'db' | 'sources'>,
  games: readonly string[],
): Promise<Map<string, RankedRecord[]>> {
  const { rows } = await db.query<RecordRow>({
    name: 'draft-records',
    text: `select record_id, game_id, source, url, record, snapshot, extracted_at from source_record where game_id = any($1::uuid[])`,
    values: [games],
  });
  const ranks = new Map(sources.map((source) => [source.name, source.rank]));
  const byGame = new Map<string, RankedRecord[]>();
  for (const row of rows) {
    const ranked = asRanked(row, ranks);
    const known = byGame.get(row.game_id);
    if (known) known.push(ranked);
    else byGame.set(row.game_id, [ranked]);
  }
  return byGame;
}

let compiled: { hash: string; rules: Rules } | null = null;

/** The rules that stand, compiled; kept until others stand. Before any were written down: those we ship. */
async function standingRules(db: Db): Promise<Rules> {
  const { rows } = await db.query<{ hash: string }>({ name: 'rules-hash', text: 'select hash from enrichment_rules' });
  const hash = rows[0]?.hash ?? 'shipped';
  if (compiled?.hash === hash) return compiled.rules;
  const { rows: books } = await db.query<{ book: RuleBook; hash: string }>('select book, hash from enrichment_rules');
  const { rules } = compileRules(books[0]?.book ?? shippedRules);
  compiled = { hash: books[0]?.hash ?? 'shipped', rules };
  return rules;
}

function asRanked(row: RecordRow, ranks: ReadonlyMap<string, number>): RankedRecord {
  return {
    record: row.record,
    rank: ranks.get(row.source) ?? 0,
    claim: {
      source: row.source,
      url: row.url,
      recordId: row.record_id as RecordId,
      snapshot: row.snapshot,
      at: row.extracted_at.toISOString(),
    },
  };
}
