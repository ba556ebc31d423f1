/** Questions to curators, open and closed. */
import type { Candidate } from '../../domain/events.ts';
import type { GameId, RecordId, ReviewId } from '../../domain/ids.ts';
import { as, table } from '../../domain/table.ts';

export const review = table('review', ['reviewId'], {
  reviewId: as<ReviewId>(),
  kind: as<'match' | 'gate'>(),
  status: as<'open' | 'closed'>(),
  source: as<string>(),
  url: as<string>(),
  title: as<string>(),
  recordId: as<RecordId | null>(),
  gameId: as<GameId | null>(),
  draftHash: as<string | null>(),
  reasons: as<string[]>(),
  candidates: as<Candidate[]>(),
  openedAt: as<string>(),
  closedAt: as<string | null>(),
  outcome: as<string | null>(),
  closedBy: as<string | null>(),
});
