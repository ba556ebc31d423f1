/** Questions to curators, open and closed. */
import type { GameId, RecordId, ReviewId } from '../../domain/ids.ts';
import type { Candidate } from '../../domain/match.ts';
import { as, table } from '../../domain/table.ts';

export const review = table('review', ['reviewId'], {
  reviewId: as<ReviewId>(),
  kind: as<'match' | 'gate'>(),
  status: as<'open' | 'closed'>(),
  source: as<string>(),
  url: as<string>(),
  title: as<string>(),
  recordId: as<RecordId | null>(),
  /** For a match: the record of the other game that is most alike. */
  otherId: as<RecordId | null>(),
  gameId: as<GameId | null>(),
  draftHash: as<string | null>(),
  reasons: as<string[]>(),
  candidates: as<Candidate[]>(),
  openedAt: as<string>(),
  closedAt: as<string | null>(),
  outcome: as<string | null>(),
  closedBy: as<string | null>(),
  holds: as<boolean>(),
});

/** Who could not answer an open question. */
export const reviewUnsure = table('review_unsure', ['reviewId', 'curator'], {
  reviewId: as<ReviewId>(),
  curator: as<string>(),
  saidAt: as<string>(),
});
