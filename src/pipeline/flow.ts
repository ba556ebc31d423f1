/**
 * What each fact sets in motion: the whole pipeline on one screen. A job that is returned here runs at
 * once, in the transaction of its fact, unless its kind is slow (`jobs.ts`); then it is queued.
 */
import type { Fact, Recorded } from '../domain/events.ts';
import type { GameRecord } from '../domain/record.ts';
import type { Job, Link, Origin } from './jobs.ts';

export function flow(fact: Recorded<Fact>, origin: Origin): Job[] {
  const common = { ...origin, causedBy: fact.eventId };
  switch (fact.type) {
    case 'PageDiscovered': {
      const { pageId, url, source, waits } = fact.payload;
      return waits ? [] : [{ kind: 'fetch', ...common, source, pageId, url }];
    }
    case 'PageFetched': {
      const { pageId, url, from, snapshot, contentType, beside } = fact.payload;
      return [{ kind: 'extract', ...common, pageId, url, from, snapshot, contentType, ...(beside && { beside }) }];
    }
    case 'RecordExtracted': {
      const { recordId, pageId, record } = fact.payload;
      const links = linksOf(record);
      return [
        // A record that is compared as before goes on to its draft.
        { kind: 'match', ...common, recordId },
        ...(links.length > 0 ? [{ kind: 'follow' as const, ...common, pageId, recordId, links }] : []),
      ];
    }
    case 'PageMoved': {
      const { pageId, to } = fact.payload;
      return [{ kind: 'follow', ...common, pageId, recordId: null, links: [{ as: 'moved', url: to }] }];
    }
    case 'DriftEnded': {
      const { source, because, fields } = fact.payload;
      return [{ kind: 'release', ...common, source, after: null, fields: because === 'person' ? [] : fields }];
    }
    case 'RecordCompared': {
      const { recordId, edges, gone } = fact.payload;
      const moved = edges.flatMap(({ other, before }) => (before === undefined ? [] : [other]));
      return [{ kind: 'cluster', ...common, records: [recordId, ...gone, ...moved], because: 'match' }];
    }
    case 'ArrangementMade': {
      const { pairs, reviewId } = fact.payload;
      const records = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
      return [
        { kind: 'cluster', ...common, records, because: reviewId === null ? 'arranged' : 'judgement' },
        { kind: 'learn', ...common },
      ];
    }
    case 'ArrangementUndone':
      return [{ kind: 'cluster', ...common, records: fact.payload.records, because: 'undone' }];
    case 'RecordLinked': {
      const { gameId, from, because } = fact.payload;
      const arranged = because === 'match' ? {} : { arranged: true as const };
      return [gameId, ...(from ? [from] : [])].map((id) => ({ kind: 'draft', ...common, gameId: id, ...arranged }));
    }
    case 'GameDrafted': {
      const { gameId, draftHash } = fact.payload;
      return [{ kind: 'refine', ...common, gameId, draftHash }];
    }
    case 'GameRefined': {
      const { gameId, draftHash } = fact.payload;
      return [{ kind: 'gate', ...common, gameId, draftHash, approved: false }];
    }
    case 'JudgementMade': {
      // On a match it closes the question; what it says of records stands in its arrangement.
      const { kind, judgement, gameId, draftHash } = fact.payload;
      if (kind === 'gate' && judgement === 'same' && gameId !== null) {
        return [{ kind: 'gate', ...common, gameId, draftHash: draftHash ?? '', approved: true }];
      }
      return [];
    }
    case 'RulesChanged':
      return [{ kind: 'redraft', ...common, after: null, rules: fact.payload.hash }];
    case 'ModelChosen':
      return [{ kind: 'recompare', ...common, after: null, choice: String(fact.position) }];
    case 'RunStarted':
    case 'RunFinished':
    case 'SourcePaused':
    case 'SourceResumed':
    case 'ListingShrank':
    case 'DriftDetected':
    case 'PageRead':
    case 'PageBroken':
    case 'PageMissing':
    case 'RecordHeld':
    case 'PersonExtracted':
    case 'MatchDecided':
    case 'GamePublished':
    case 'GameWithdrawn':
    case 'ReviewOpened':
    case 'ReviewClosed':
    case 'ReconciliationJudged':
    case 'ModelTrained':
    case 'AccountCreated':
    case 'SignedIn':
      return [];
  }
}

/** Links of a record that may lead to other pages about the game or its people. */
const linksOf = ({ urls, credits }: GameRecord): Link[] => [
  ...(urls ?? []).map(({ category, url }) => ({ as: category, url })),
  ...(credits ?? []).flatMap(({ url }) => (url === undefined ? [] : [{ as: 'person' as const, url }])),
];
