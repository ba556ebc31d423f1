/**
 * What each fact sets in motion: the whole pipeline on one screen. A job that is returned here runs at
 * once, in the transaction of its fact, unless its kind is slow (`jobs.ts`); then it is queued.
 */
import type { Fact, Recorded } from '../domain/events.ts';
import type { Job, Origin } from './jobs.ts';

export function flow(fact: Recorded<Fact>, origin: Origin): Job[] {
  const common = { ...origin, causedBy: fact.eventId };
  switch (fact.type) {
    case 'PageDiscovered': {
      const { pageId, url } = fact.payload;
      return [{ kind: 'fetch', ...common, pageId, url }];
    }
    case 'PageFetched': {
      const { pageId, url, from, snapshot, contentType } = fact.payload;
      return [{ kind: 'extract', ...common, pageId, url, from, snapshot, contentType }];
    }
    case 'RecordExtracted': {
      const { recordId, gameId } = fact.payload;
      return gameId === null ? [{ kind: 'match', ...common, recordId }] : [{ kind: 'draft', ...common, gameId }];
    }
    case 'MatchDecided': {
      const { recordId, gameId } = fact.payload;
      return gameId === null
        ? [{ kind: 'ask', ...common, recordId }]
        : [{ kind: 'cluster', ...common, recordId, gameId, because: 'match' }];
    }
    case 'RecordLinked':
      return [{ kind: 'draft', ...common, gameId: fact.payload.gameId }];
    case 'GameDrafted': {
      const { gameId, draftHash } = fact.payload;
      return [{ kind: 'refine', ...common, gameId, draftHash }];
    }
    case 'GameRefined': {
      const { gameId, draftHash } = fact.payload;
      return [{ kind: 'gate', ...common, gameId, draftHash, approved: false }];
    }
    case 'JudgementMade': {
      const { kind, judgement, recordId, gameId, draftHash } = fact.payload;
      if (kind === 'match' && recordId !== null && gameId !== null) {
        return [{ kind: 'cluster', ...common, recordId, gameId, because: 'judgement' }];
      }
      if (kind === 'gate' && judgement === 'same' && gameId !== null) {
        return [{ kind: 'gate', ...common, gameId, draftHash: draftHash ?? '', approved: true }];
      }
      return [];
    }
    case 'RunStarted':
    case 'RunFinished':
    case 'SourcePaused':
    case 'SourceResumed':
    case 'PageRead':
    case 'PageBroken':
    case 'PageMissing':
    case 'GamePublished':
    case 'ReviewOpened':
    case 'ReviewClosed':
    case 'AccountCreated':
    case 'SignedIn':
      return [];
  }
}
