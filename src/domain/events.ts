/**
 * Every kind of fact. A fact is written once and never edited; each belongs to one stream, whose
 * versions are the optimistic lock. docs/events.md says what each means to a reader of the log.
 */
import type { GameFields, ImportMetadata } from './game.ts';
import type { ArrangementId, EventId, GameId, PageId, PersonId, RecordId, ReviewId, RunId } from './ids.ts';
import type { Answer, ArrangementKind, Candidate, Compared, JudgedPair } from './match.ts';
import type { HeldBack, ModelVerdict, Thresholds, Weights } from './match-model.ts';
import type { PersonRecord } from './person.ts';
import type { GameRecord } from './record.ts';
import type { RuleBook, RuleUse } from './rule-book.ts';

export type Payloads = {
  RunStarted: {
    runId: RunId;
    trigger: 'command' | 'dashboard' | 'demo';
    sources: string[];
    urls: string[];
    limit: number | null;
    replay: Replay | null;
    /** Only what the sites' feeds of changes named. */
    changed?: boolean;
  };
  RunFinished: { runId: RunId; status: RunStatus; sources: Record<string, Totals>; failures: FailureCount[] };

  SourcePaused: { source: string; reason: string };
  SourceResumed: { source: string };
  /** A whole import found far fewer pages than are known. Nothing is marked missing because of it. */
  ListingShrank: { source: string; runId: RunId; found: number; known: number };
  /** Records of the source suddenly lack a field that they had: what it brings is held from publication. */
  DriftDetected: {
    source: string;
    field: string;
    /** Of the records that had the field, the share that still gave it on the `pages` newest pages. */
    recent: number;
    pages: number;
  };
  /** Published after all (`person`), or read well again (`recovered`). */
  DriftEnded: { source: string; because: 'person' | 'recovered'; fields: string[]; reason: string | null };

  /** `waits`: found by an import that was limited; the next whole import of its source visits it. */
  PageDiscovered: { pageId: PageId; source: string; key: string; url: string; waits?: boolean };
  PageFetched: {
    pageId: PageId;
    source: string;
    url: string;
    /** Where the bytes came from, after redirects. */
    from: string;
    snapshot: string;
    bytes: number;
    contentType: string | null;
    /** What the addresses beside it answered. */
    beside?: Beside[];
  };
  /** The page is only a pointer to another one. */
  PageMoved: { pageId: PageId; source: string; url: string; to: string; toPageId: PageId };
  /** The page was understood: how many records it held, and what on it nobody read. */
  PageRead: {
    pageId: PageId;
    source: string;
    url: string;
    snapshot: string;
    records: number;
    unread: string[];
    /** In how many of its records each field held a value. */
    filled: Record<string, number>;
    /** Of the records that gave the field when they were read last: how many still do, and how many lost it. */
    kept: Record<string, number>;
    lost: Record<string, number>;
  };
  PageBroken: { pageId: PageId; source: string; url: string; reason: string; snapshot: string };
  PageMissing: { pageId: PageId; source: string; url: string; status: number };

  RecordExtracted: {
    recordId: RecordId;
    pageId: PageId;
    source: string;
    record: GameRecord;
    recordHash: string;
    snapshot: string;
    /** Values that could not be kept, each with its reason. */
    rejected: string[];
    /** The game the record already belongs to; null for a new record. */
    gameId: GameId | null;
  };
  /** A new reading of a record of a source that drifts: it waits until the drift has ended. */
  RecordHeld: Payloads['RecordExtracted'];
  PersonExtracted: {
    personId: PersonId;
    pageId: PageId;
    source: string;
    person: PersonRecord;
    personHash: string;
    snapshot: string;
    rejected: string[];
  };
  /** What the record says of others that may be the same game; only this fact stands for the record's edges. */
  RecordCompared: {
    recordId: RecordId;
    source: string;
    url: string;
    title: string;
    edges: Compared[];
    /** Records it was likened to before and is no more. */
    gone: RecordId[];
  };
  /** Of the first matcher; only in old logs. */
  MatchDecided: {
    recordId: RecordId;
    source: string;
    url: string;
    title: string;
    decision: 'same' | 'new' | 'ask';
    /** The game joined or begun; null while a curator is asked. */
    gameId: GameId | null;
    candidates: Candidate[];
  };
  RecordLinked: {
    recordId: RecordId;
    source: string;
    url: string;
    gameId: GameId;
    because: Because;
    /** The game it left; null for a new record, absent in old logs. */
    from?: GameId | null;
  };
  /** What a curator said of records, as judgements on pairs of them; one thing to undo. */
  ArrangementMade: {
    arrangementId: ArrangementId;
    kind: ArrangementKind;
    pairs: JudgedPair[];
    reason: string | null;
    reviewId: ReviewId | null;
    /** The games that were named. */
    games: GameId[];
  };
  /** Exactly that arrangement is taken back; later ones stand. `records`: those its pairs name. */
  ArrangementUndone: { arrangementId: ArrangementId; reason: string | null; records: RecordId[] };

  GameDrafted: {
    gameId: GameId;
    draftHash: string;
    fields: GameFields;
    records: RecordId[];
    metadata: ImportMetadata;
    /** The rules that changed something, or failed; absent in drafts from before there were rules. */
    rules?: RuleUse[];
    /** A curator arranged the records so: a large change is meant. */
    arranged?: true;
  };
  GameRefined: { gameId: GameId; draftHash: string; refined: string[] };
  GamePublished: {
    gameId: GameId;
    draftHash: string;
    /** Only the fields that changed; title, other titles and credits travel together, for search needs all three. */
    set: Partial<GameFields>;
    metadata: ImportMetadata;
    sources: string[];
    quality: number;
    first: boolean;
  };
  /** No record is left in the game (`into`: who has most of them now), or the answer that let it in was undone. */
  GameWithdrawn: { gameId: GameId; into: GameId | null };

  ReviewOpened: {
    reviewId: ReviewId;
    kind: 'match' | 'gate';
    source: string;
    url: string;
    title: string;
    recordId: RecordId | null;
    gameId: GameId | null;
    draftHash: string | null;
    reasons: string[];
    candidates: Candidate[];
    /** Whether the record's game waits for the answer before it is published; absent in old logs. */
    holds?: boolean;
  };
  ReviewClosed: { reviewId: ReviewId; recordId: RecordId | null; gameId: GameId | null; because: string };
  /** `unsure` leaves the question open, for others and for later. */
  JudgementMade: {
    reviewId: ReviewId;
    kind: 'match' | 'gate';
    judgement: Answer;
    recordId: RecordId | null;
    gameId: GameId | null;
    /** Of the draft that was judged; a later one is not approved with it. */
    draftHash: string | null;
    reason: string | null;
  };

  /** Somebody's word on an answer of the reconciliation service. */
  ReconciliationJudged: {
    queryHash: string;
    /** Its conditions; without a property, the game's name. */
    query: { property: string | null; values: string[] }[];
    gameId: GameId;
    judgement: 'same' | 'different';
  };

  /** The rules that are applied to every game, whole. `shipped`: those that come with the program. */
  RulesChanged: { book: RuleBook; hash: string; shipped: boolean; reason: string };

  /** What judgements taught matching; `version` counts from 1, 0 is what Variorum ships with. */
  ModelTrained: {
    version: number;
    weights: Weights;
    thresholds: Thresholds;
    /** Judged pairs, those held back among them. */
    pairs: number;
    /** The version in force then. */
    comparedWith: number;
    /** What both make of judgements that trained neither. */
    heldBack: HeldBack;
    verdict: ModelVerdict;
  };
  /** Matching works by this version from now on. */
  ModelChosen: { version: number; because: 'better' | 'person'; reason: string };

  AccountCreated: { email: string };
  SignedIn: { email: string };
};

export type Beside = { asked: string; from: string; snapshot: string; contentType: string | null };
export type Replay = { dir: string; at: string | null };
export type RunStatus = 'done' | 'partial' | 'failed';
export type Because = 'match' | 'judgement' | 'arranged' | 'undone';
export type FailureCount = { source: string; cause: string; count: number; message: string; url: string | null };

/** Pages and games of one source in one run. */
export type Totals = {
  fetched: number;
  unchanged: number;
  missing: number;
  broken: number;
  failed: number;
  records: number;
  created: number;
  updated: number;
  asked: number;
};

export type FactType = keyof Payloads;
export type FactOf<Type extends FactType> = { type: Type; payload: Payloads[Type] };
/** A fact before it is appended. */
export type Fact = { [Type in FactType]: FactOf<Type> }[FactType];

/** A fact as it stands in the log. */
export type Recorded<F extends Fact = Fact> = F & {
  eventId: EventId;
  position: number;
  stream: string;
  version: number;
  /** ISO 8601 UTC, milliseconds. */
  at: string;
  actor: string;
  correlationId: string | null;
  causationId: EventId | null;
};

/** Builds a fact; the compiler ties payload to type. */
export function fact<Type extends FactType>(type: Type, payload: Payloads[Type]): FactOf<Type> {
  return { type, payload };
}
