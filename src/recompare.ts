/** Compares all records anew, after matching or its keys improved: only what comes out differently becomes facts. */
import { type CommitDeps, commit } from './commit.ts';
import type { RecordId } from './domain/ids.ts';
import type { Work } from './pipeline/work.ts';

export type Recompared = {
  records: number;
  /** Records that are likened to others differently now. */
  changed: number;
  /** Records that moved to another game, or whose game has another id. */
  moved: number;
};

const together = 100;

/** Goes through all records in the order of their ids; can be broken off and begun again. */
export async function recompare(
  deps: CommitDeps,
  actor: string,
  progress: (records: number) => void,
): Promise<Recompared> {
  const told = { records: 0, changed: 0, moved: 0 };
  let after = '';
  for (;;) {
    const { rows } = await deps.pool.query<{ record_id: RecordId; source: string }>(
      `select record_id, source from source_record where record_id > $1 order by record_id limit ${together}`,
      [after],
    );
    const last = rows.at(-1);
    if (!last) return told;
    after = last.record_id;
    const works = rows.map(({ record_id: recordId, source }): Work => {
      const origin = { source, runId: null };
      return { origin, result: { kind: 'quick', job: { kind: 'match', ...origin, recordId } } };
    });
    const { facts } = await commit(deps, works, actor);
    told.records += rows.length;
    told.changed += facts.filter(({ type }) => type === 'RecordCompared').length;
    told.moved += facts.filter(({ type }) => type === 'RecordLinked').length;
    progress(told.records);
  }
}
