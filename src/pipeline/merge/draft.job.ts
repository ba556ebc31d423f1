/** Drafts games anew after one of their records came, changed or moved. */
import { fact } from '../../domain/events.ts';
import type { RecordId } from '../../domain/ids.ts';
import type { GameRecord } from '../../domain/record.ts';
import { each, type QuickStep } from '../deps.ts';
import { done } from '../outcome.ts';
import { draft, type RankedRecord } from './draft.ts';

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
  const { rows: records } = await deps.db.query<RecordRow>({
    name: 'draft-records',
    text: `select record_id, game_id, source, url, record, snapshot, extracted_at from source_record where game_id = any($1::uuid[])`,
    values: [games],
  });
  const { rows: drafts } = await deps.db.query<{ game_id: string; draft_hash: string; version: number }>({
    name: 'draft-standing',
    text: 'select game_id, draft_hash, version from game_draft where game_id = any($1::uuid[])',
    values: [games],
  });
  const byGame = Map.groupBy(records, (row) => row.game_id);
  const standing = new Map(drafts.map((row) => [row.game_id, row]));
  const ranks = new Map(deps.sources.map((source) => [source.name, source.rank]));
  return each(jobs, ({ gameId }) => {
    const ranked = (byGame.get(gameId) ?? []).map((row) => asRanked(row, ranks));
    if (ranked.length === 0) return done([]);
    const { fields, metadata, draftHash, records } = draft(ranked);
    const last = standing.get(gameId);
    if (last?.draft_hash === draftHash) return done([]);
    return done([
      { ...fact('GameDrafted', { gameId, draftHash, fields, records, metadata }), expected: last?.version ?? 0 },
    ]);
  });
};

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
