/** What curators arranged by hand, and the words on pairs of records it consists of. */
import type { ArrangementId, GameId, RecordId, ReviewId } from '../../domain/ids.ts';
import type { ArrangementKind, Judgement } from '../../domain/match.ts';
import { as, table } from '../../domain/table.ts';

export const arrangement = table('arrangement', ['arrangementId'], {
  arrangementId: as<ArrangementId>(),
  kind: as<ArrangementKind>(),
  reason: as<string | null>(),
  reviewId: as<ReviewId | null>(),
  games: as<GameId[]>(),
  madeAt: as<string>(),
  madeBy: as<string>(),
  /** Its place in the log: of two words on one pair the later is in force. */
  position: as<number>(),
  undoneAt: as<string | null>(),
  undoneBy: as<string | null>(),
  undoneBecause: as<string | null>(),
});

export const judgement = table('judgement', ['arrangementId', 'recordA', 'recordB'], {
  arrangementId: as<ArrangementId>(),
  /** Sorts before `recordB`. */
  recordA: as<RecordId>(),
  recordB: as<RecordId>(),
  judgement: as<Judgement>(),
});
