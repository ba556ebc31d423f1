/** Joins a record to its game. */
import { fact } from '../../domain/events.ts';
import { each, type QuickStep } from '../deps.ts';
import { done } from '../outcome.ts';

export const clusterStep: QuickStep<'cluster'> = async (jobs, deps) => {
  const { rows } = await deps.db.query<{
    record_id: string;
    source: string;
    url: string;
    game_id: string | null;
    version: number;
  }>({
    name: 'cluster-records',
    text: 'select record_id, source, url, game_id, version from source_record where record_id = any($1)',
    values: [jobs.map((job) => job.recordId)],
  });
  const records = new Map(rows.map((row) => [row.record_id, row]));
  return each(jobs, ({ recordId, gameId, because }) => {
    const record = records.get(recordId);
    if (!record) throw new Error(`There is no record ${recordId} to join to game ${gameId}.`);
    if (record.game_id === gameId) return done([]);
    const { source, url, version } = record;
    return done([{ ...fact('RecordLinked', { recordId, source, url, gameId, because }), expected: version }]);
  });
};
