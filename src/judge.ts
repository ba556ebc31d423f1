/** A curator's word on open reviews: on matches it is an arrangement like any other, and can be undone. */
import { type Arranged, carryOut, joiningPair } from './arrange.ts';
import { type CommitDeps, commit } from './commit.ts';
import { fact } from './domain/events.ts';
import { type ArrangementId, type GameId, isUuid, type RecordId, type ReviewId, readGameId } from './domain/ids.ts';
import type { Answer, Candidate, JudgedPair, Judgement } from './domain/match.ts';
import { wordOn } from './pipeline/match/arranging.ts';
import { earliestFirst } from './pipeline/match/cluster.ts';
import { memberOf, type Row, readGames, readRows } from './pipeline/match/component.job.ts';
import { done } from './pipeline/outcome.ts';
import { Conflict } from './platform/event-store.ts';
import type { Db } from './platform/postgres.ts';
import { Refused } from './refused.ts';

export type JudgementRequest = {
  reviewId: string;
  judgement: Answer;
  gameId?: string | undefined;
  reason?: string | undefined;
  actor: string;
};

/** The same word on many questions about matches, each answered for its first candidate. */
export type JudgementsRequest = {
  reviews: readonly string[];
  judgement: Judgement;
  reason?: string | undefined;
  actor: string;
  preview?: boolean | undefined;
};

type Review = {
  review_id: ReviewId;
  kind: 'match' | 'gate';
  status: string;
  source: string;
  record_id: RecordId | null;
  game_id: GameId | null;
  draft_hash: string | null;
  candidates: Candidate[];
  /** Of its stream, as long as it is open. */
  version: number;
};

/**
 * For a match: `same` names the game, `different` says that it is none of the candidates. For a draft at the gate:
 * `same` publishes it, `different` leaves the catalogue as it is. `unsure` leaves the question to others and to later.
 * Returns the arrangement that undoes it, if there is one.
 */
export async function judge(deps: CommitDeps, request: JudgementRequest): Promise<ArrangementId | null> {
  const [review] = await openReviews(deps.pool, [request.reviewId]);
  if (!review) throw new Refused(`There is no review ${request.reviewId}.`);
  return orLate(async () => {
    const { judgement } = request;
    if (review.kind === 'match' && judgement !== 'unsure') return judgeMatch(deps, review, { ...request, judgement });
    const judged = closing(review, judgement === 'unsure' ? null : review.game_id, request);
    const origin = { source: review.source, runId: null };
    await commit(deps, [{ origin, result: { kind: 'outcome', outcome: done([judged]) } }], request.actor);
    return null;
  });
}

/** Judges many questions about matches alike, as one arrangement; or only says what that would do. */
export async function judgeAlike(deps: CommitDeps, request: JudgementsRequest): Promise<Arranged> {
  const { judgement, reason, actor, preview } = request;
  const reviews = await openReviews(deps.pool, [...new Set(request.reviews)]);
  const gate = reviews.find(({ kind }) => kind === 'gate');
  if (gate) throw new Refused(`The review ${gate.review_id} is about a draft, not about a match.`);
  const pairs: JudgedPair[] = [];
  const games: GameId[] = [];
  const closings = [];
  for (const review of reviews) {
    const word = await wordsFor(deps, review, judgement, review.candidates[0]?.gameId);
    pairs.push(...word.pairs);
    games.push(...word.games);
    closings.push(closing(review, word.gameId, request));
  }
  const plan = { kind: judgement, pairs, games, reviewId: null, reason, actor, closing: closings };
  return orLate(() => carryOut(deps, plan, preview === true));
}

/** The reviews named, in their order; refuses one that is not there or not open any more. */
async function openReviews(db: Db, named: readonly string[]): Promise<Review[]> {
  const { rows } = await db.query<Review>(
    `select review_id, kind, status, source, record_id, game_id, draft_hash, candidates,
            (select s.version from event_stream s where s.stream = 'review:' || review_id) as version
       from review where review_id = any($1::uuid[])`,
    [named.filter(isUuid)],
  );
  const known = new Map(rows.map((row) => [String(row.review_id), row]));
  return named.map((id) => {
    const review = known.get(id);
    if (!review) throw new Refused(`There is no review ${id}.`);
    if (review.status !== 'open') throw new Refused(`The review ${id} is closed already.`);
    return review;
  });
}

/** Of two judgements at one moment only the first counts. */
async function orLate<Answered>(work: () => Promise<Answered>): Promise<Answered> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Conflict) throw new Refused('The question was judged by somebody else just now.');
    throw error;
  }
}

const closing = (
  review: Review,
  gameId: GameId | null,
  { judgement, reason }: { judgement: Answer; reason?: string | undefined },
) => ({
  ...fact('JudgementMade', {
    reviewId: review.review_id,
    kind: review.kind,
    judgement,
    recordId: review.record_id,
    gameId,
    draftHash: review.draft_hash,
    reason: reason?.trim() || null,
  }),
  expected: review.version,
});

async function judgeMatch(
  deps: CommitDeps,
  review: Review,
  request: JudgementRequest & { judgement: Judgement },
): Promise<ArrangementId | null> {
  const { judgement, reason, actor } = request;
  const { pairs, games, gameId } = await wordsFor(deps, review, judgement, request.gameId);
  const { arrangementId } = await carryOut(deps, {
    kind: judgement,
    pairs,
    games,
    reviewId: review.review_id,
    reason,
    actor,
    closing: [closing(review, gameId, request)],
  });
  return arrangementId;
}

/** What the answer to a question says of pairs of records. */
async function wordsFor(deps: CommitDeps, review: Review, judgement: Judgement, named: string | undefined) {
  const record = review.record_id && (await readRows(deps.pool, [review.record_id])).get(review.record_id);
  if (!record) throw new Refused(`The review ${review.review_id} is about a record that is not there any more.`);
  const isSame = judgement === 'same';
  const others = isSame
    ? [await otherOf(deps, review, named)]
    : (
        await Promise.all(review.candidates.map(({ gameId }) => otherOf(deps, review, gameId).catch(() => null)))
      ).filter((row) => row !== null);
  const pairs: JudgedPair[] = [];
  for (const other of others) {
    if (isSame) pairs.push(...(await joiningPair(deps.pool, record, other)));
    else pairs.push(wordOn(record.record_id, other.record_id, 'different'));
  }
  const games = others.flatMap(({ game_id }) => game_id ?? []);
  return { pairs, games, gameId: isSame ? (others[0]?.game_id ?? null) : null };
}

/** The record the question compares with, or, for another game than those asked about, that game's founder. */
async function otherOf(deps: CommitDeps, review: Review, named: string | undefined): Promise<Row> {
  const gameId = named && readGameId(named);
  if (!named) throw new Refused('Say which game it is the same as.');
  const candidate = review.candidates.find((each) => each.gameId === gameId);
  if (candidate?.recordId) {
    const row = (await readRows(deps.pool, [candidate.recordId])).get(candidate.recordId);
    if (row) return row;
  }
  const rows = gameId ? await readGames(deps.pool, [gameId]) : [];
  const [founder] = rows.sort((x, y) => earliestFirst(memberOf(x), memberOf(y)));
  if (!founder) throw new Refused(`There is no game ${named}.`);
  return founder;
}
