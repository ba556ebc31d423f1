/** Where each fact belongs: its stream in the log, and the game and page it is about. */
import type { Fact } from './events.ts';
import type { GameId } from './ids.ts';

/** The stream a fact belongs to: the thing whose story it is. */
export function streamOf(fact: Fact): string {
  switch (fact.type) {
    case 'RunStarted':
    case 'RunFinished':
      return `run:${fact.payload.runId}`;
    case 'SourcePaused':
    case 'SourceResumed':
    case 'ListingShrank':
    case 'DriftDetected':
    case 'DriftEnded':
      return `source:${fact.payload.source}`;
    case 'PageDiscovered':
    case 'PageFetched':
    case 'PageMoved':
    case 'PageRead':
    case 'PageBroken':
    case 'PageMissing':
      return `page:${fact.payload.pageId}`;
    case 'PersonExtracted':
      return `person:${fact.payload.personId}`;
    case 'RecordExtracted':
    case 'RecordHeld':
    case 'RecordCompared':
    case 'MatchDecided':
    case 'RecordLinked':
      return `record:${fact.payload.recordId}`;
    case 'GameDrafted':
    case 'GameRefined':
    case 'GamePublished':
    case 'GameWithdrawn':
      return `game:${fact.payload.gameId}`;
    case 'ReviewOpened':
    case 'ReviewClosed':
    case 'JudgementMade':
      return `review:${fact.payload.reviewId}`;
    case 'ArrangementMade':
    case 'ArrangementUndone':
      return `arrangement:${fact.payload.arrangementId}`;
    case 'ReconciliationJudged':
      return `reconcile:${fact.payload.queryHash}`;
    case 'RulesChanged':
      return 'rules:enrichment';
    case 'ModelTrained':
    case 'ModelChosen':
      return 'model:match';
    case 'AccountCreated':
    case 'SignedIn':
      return `account:${fact.payload.email}`;
  }
}

/** The game and the page a fact is about, for the columns other programs filter by. */
export function subjectOf(fact: Fact): { gameId: GameId | null; sourceUrl: string | null } {
  const { payload } = fact;
  return {
    gameId: 'gameId' in payload ? payload.gameId : null,
    sourceUrl:
      'url' in payload
        ? payload.url
        : 'record' in payload
          ? payload.record.url
          : 'person' in payload
            ? payload.person.url
            : null,
  };
}
