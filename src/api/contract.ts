/**
 * What the API answers, once for both sides: the server checks its answers against these schemas, the
 * dashboard takes its types from them. Times are ISO 8601 UTC; dates of games are EDTF.
 */
import { z } from 'zod';

export const time = z.string();
export const name = z.string().min(1).max(200);

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details.' });

export const Breakdown = z
  .object({
    queued: z.number().int(),
    fetched: z.number().int(),
    unchanged: z.number().int(),
    missing: z.number().int(),
    broken: z.number().int(),
    failed: z.number().int(),
    records: z.number().int(),
    created: z.number().int(),
    updated: z.number().int(),
    asked: z.number().int(),
  })
  .meta({ id: 'Breakdown', description: 'Pages and games of one source in one run.' });

export const Failure = z
  .object({
    source: name,
    cause: z.string(),
    count: z.number().int(),
    message: z.string(),
    url: z.string().nullable(),
    lastAt: time,
  })
  .meta({ id: 'Failure', description: 'Failed pages of one source with one cause.' });

export const Run = z
  .object({
    runId: z.string(),
    status: z.enum(['running', 'done', 'partial', 'failed']),
    trigger: z.string(),
    startedAt: time,
    finishedAt: time.nullable(),
    sources: z.array(z.object({ source: name, totals: Breakdown })),
    /** Seconds until the end, as a range; null while too little is known. */
    remaining: z.object({ low: z.number(), high: z.number() }).nullable(),
    failures: z.array(Failure),
  })
  .meta({ id: 'Run' });

export const Overview = z
  .object({
    games: z.number().int(),
    records: z.number().int(),
    events: z.number().int(),
    reviewsOpen: z.number().int(),
    running: z.array(Run),
    recent: z.array(Run),
    /** Pages a minute over the last hour, oldest first. */
    throughput: z.array(z.object({ minute: time, fetched: z.number(), failed: z.number() })),
    failures: z.array(Failure),
    sourcesIll: z.array(z.object({ source: name, why: z.string() })),
  })
  .meta({ id: 'Overview' });

export const GameRow = z
  .object({
    gameId: z.string(),
    title: z.string(),
    releaseDate: z.string().nullable(),
    authors: z.array(z.string()),
    sources: z.array(name),
    needsHumanReview: z.boolean(),
    updatedAt: time,
  })
  .meta({ id: 'GameRow' });

export const GamesPage = z
  .object({
    games: z.array(GameRow),
    total: z.number().int(),
    /** Pass as `after` for the next page; null on the last. */
    next: z.string().nullable(),
  })
  .meta({ id: 'GamesPage' });

export const Claim = z
  .object({
    recordId: z.string(),
    source: name,
    url: z.string(),
    /** The stored page: `GET /api/pages?page=`. */
    pageId: z.string(),
    snapshot: z.string(),
    at: time,
    /** A rule said it, and no page: `recordId` is `rule|NAME`, `url`, `pageId` and `snapshot` are empty, `at` is when the rules changed. */
    rule: z.object({ name: z.string(), why: z.string() }).optional(),
  })
  .meta({
    id: 'Claim',
    description: 'Who said it: the record, its page, the stored bytes and when they were read; or a rule.',
  });

export const Value = z
  .object({
    /** Text for simple fields; an object such as `{role, name}` or `{category, url}` for others. */
    value: z.union([z.string(), z.record(z.string(), z.unknown())]),
    /** BCP 47; only on texts in a known language. */
    language: z.string().nullable().optional(),
    /** The first claim stands, the others say the same. */
    claims: z.array(Claim),
    /** What other sources say instead. */
    variants: z.array(z.object({ value: z.string(), claims: z.array(Claim) })),
  })
  .meta({ id: 'Value' });

export const Change = z
  .object({
    eventId: z.string(),
    at: time,
    actor: z.string(),
    kind: z.string(),
    /** What happened (`linked.match`, `published.again`, …) and of what: a record, a game, a reason. */
    what: z.string(),
    about: z.string(),
    /** Both in one English line. */
    summary: z.string(),
    source: z.string().nullable(),
    fields: z.array(z.string()),
  })
  .meta({ id: 'Change' });

export const Game = z
  .object({
    gameId: z.string(),
    title: z.string(),
    createdAt: time,
    updatedAt: time,
    version: z.number().int(),
    needsHumanReview: z.boolean(),
    qualityScore: z.number(),
    /** In the order they are shown: title, descriptions, releaseDate, credits, tags, urls, … */
    fields: z.array(z.object({ field: z.string(), values: z.array(Value) })),
    records: z.array(Claim.extend({ title: z.string() })),
    /** People whose pages the credits name, by the address in the credit. */
    people: z.array(z.object({ url: z.string(), personId: z.string() })),
    /** Newest first, at most 100. */
    history: z.array(Change),
  })
  .meta({ id: 'Game' });

export const EventRow = z
  .object({
    position: z.string(),
    eventId: z.string(),
    type: z.string(),
    stream: z.string(),
    version: z.number().int(),
    gameId: z.string().nullable(),
    sourceUrl: z.string().nullable(),
    actor: z.string(),
    at: time,
    correlationId: z.string().nullable(),
    causationId: z.string().nullable(),
    payload: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'EventRow' });

export const EventsPage = z
  .object({ events: z.array(EventRow), next: z.string().nullable() })
  .meta({ id: 'EventsPage', description: 'Newest first.' });

export const ReviewRow = z
  .object({
    reviewId: z.string(),
    kind: z.enum(['match', 'gate']),
    status: z.enum(['open', 'closed']),
    openedAt: time,
    source: name,
    title: z.string(),
    url: z.string(),
    recordId: z.string().nullable(),
    gameId: z.string().nullable(),
    reasons: z.array(z.string()),
    candidates: z.array(
      z.object({
        gameId: z.string(),
        title: z.string(),
        /** The record of the game that is most alike; absent in questions of old. */
        recordId: z.string().optional(),
        probability: z.number().optional(),
        evidence: z.array(z.object({ feature: z.string(), weight: z.number(), detail: z.string() })),
      }),
    ),
    /** You have said that you do not know: it comes last. */
    unsure: z.boolean(),
  })
  .meta({ id: 'ReviewRow' });

export const Reviews = z.object({ reviews: z.array(ReviewRow), open: z.number().int() }).meta({ id: 'Reviews' });

export const Judgement = z
  .object({
    /** `unsure` leaves it open, for others and for later. */
    judgement: z.enum(['same', 'different', 'unsure']),
    /** Needed for `same`. */
    gameId: z.string().optional(),
    reason: z.string().max(2000).optional(),
  })
  .meta({ id: 'Judgement' });

export const StartImport = z
  .object({
    /** Empty: every source that is ready. */
    sources: z.array(name).default([]),
    urls: z.array(z.string().max(4000)).max(1000).default([]),
    limit: z.number().int().positive().optional(),
  })
  .meta({ id: 'StartImport' });

export const Session = z.object({ email: z.string(), name: z.string() }).meta({ id: 'Session' });

/** Sent over /api/live as `event: changed`: which parts of the screen are out of date, and the newest facts. */
export const Changed = z
  .object({ topics: z.array(z.enum(['runs', 'games', 'sources', 'reviews', 'events'])), position: z.string() })
  .meta({ id: 'Changed' });

export const GamesQuery = z.object({
  search: z.string().max(200).optional(),
  source: z.string().max(100).optional(),
  after: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const EventsQuery = z.object({
  type: z.string().max(100).optional(),
  source: z.string().max(100).optional(),
  game: z.string().max(100).optional(),
  run: z.string().max(100).optional(),
  before: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export type Overview = z.infer<typeof Overview>;
export type Run = z.infer<typeof Run>;
export type Breakdown = z.infer<typeof Breakdown>;
export type Failure = z.infer<typeof Failure>;
export type GameRow = z.infer<typeof GameRow>;
export type GamesPage = z.infer<typeof GamesPage>;
export type Game = z.infer<typeof Game>;
export type Claim = z.infer<typeof Claim>;
export type Value = z.infer<typeof Value>;
export type Change = z.infer<typeof Change>;
export type EventRow = z.infer<typeof EventRow>;
export type EventsPage = z.infer<typeof EventsPage>;
export type ReviewRow = z.infer<typeof ReviewRow>;
export type Reviews = z.infer<typeof Reviews>;
export type Judgement = z.infer<typeof Judgement>;
export type StartImport = z.input<typeof StartImport>;
export type Session = z.infer<typeof Session>;
export type Changed = z.infer<typeof Changed>;
