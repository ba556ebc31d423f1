/** Pairs of records that may be one game, each with its probability and evidence. */
import type { RecordId } from '../../domain/ids.ts';
import type { Evidence } from '../../domain/match.ts';
import { as, table } from '../../domain/table.ts';

export const matchEdge = table('match_edge', ['recordA', 'recordB'], {
  /** Sorts before `recordB`. */
  recordA: as<RecordId>(),
  recordB: as<RecordId>(),
  probability: as<number>(),
  evidence: as<Evidence[]>(),
});
