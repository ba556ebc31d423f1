/** A curator's word on an open review: on a match it is an arrangement like any other, and can be undone. */
import { carryOut, joiningPair } from './arrange.ts';
import { type CommitDeps, commit } from './commit.ts';
import { fact } from './domain/events.ts';
import { type GameId, isUuid, type RecordId, type ReviewId, readGameId } from './domain/ids.ts';
import type { Candidate, JudgedPair, Judgement } from './domain/match.ts';
import { wordOn } from './pipeline/match/arranging.ts';
import { earliestFirst } from './pipeline/match/cluster.ts';
import { memberOf, type Row, readGames, readRows } from './pipeline/match/component.job.ts';
import { done } from './pipeline/outcome.ts';
import { Conflict } from './platform/event-store.ts';
import { Refused } from './refused.ts';

export type JudgementRequest = {
  reviewId: string;
  judgement: Judgement;
  gameId?: string | undefined;
  reason?: string | undefined;
  actor: string;
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
};

/**
 * For a match: `same` names the game, `different` says that it is none of the candidates. For a draft at the gate:
 * `same` publishes it, `different` leaves the catalogue as it is.
 */
export async function judge(deps: CommitDeps, request: JudgementRequest): Promise<void> {
  const { rows } = await deps.pool.query<Review>(
    'select review_id, kind, status, source, record_id, game_id, draft_hash, candidates from review where review_id = $1',
    [isUuid(request.reviewId) ? request.reviewId : null],
  );
  const [review] = rows;
  if (!review) throw new Refused(`There is no review ${request.reviewId}.`);
  if (review.status !== 'open') throw new Refused(`The review ${request.reviewId} is closed already.`);
  await (review.kind === 'gate' ? judgeDraft : judgeMatch)(deps, review, request).catch((error) => {
    if (error instanceof Conflict)
      throw new Refused(`The review ${request.reviewId} was judged by somebody else just now.`);
    throw error;
  });
}

/** An open review's stream holds its opening alone: of two judgements at one moment only the first counts. */
const closing = (review: Review, gameId: GameId | null, { judgement, reason }: JudgementRequest) => ({
  ...fact('JudgementMade', {
    reviewId: review.review_id,
    kind: review.kind,
    judgement,
    recordId: review.record_id,
    gameId,
    draftHash: review.draft_hash,
    reason: reason?.trim() || null,
  }),
  expected: 1,
});

async function judgeDraft(deps: CommitDeps, review: Review, request: JudgementRequest): Promise<void> {
  const judged = closing(review, review.game_id, request);
  const origin = { source: review.source, runId: null };
  await commit(deps, [{ origin, result: { kind: 'outcome', outcome: done([judged]) } }], request.actor);
}

async function judgeMatch(deps: CommitDeps, review: Review, request: JudgementRequest): Promise<void> {
  const record = review.record_id && (await readRows(deps.pool, [review.record_id])).get(review.record_id);
  if (!record) throw new Refused(`The review ${request.reviewId} is about a record that is not there any more.`);
  const isSame = request.judgement === 'same';
  const others = isSame
    ? [await otherOf(deps, review, request.gameId)]
    : (
        await Promise.all(review.candidates.map(({ gameId }) => otherOf(deps, review, gameId).catch(() => null)))
      ).filter((row) => row !== null);
  const pairs: JudgedPair[] = [];
  for (const other of others) {
    if (isSame) pairs.push(...(await joiningPair(deps.pool, record, other)));
    else pairs.push(wordOn(record.record_id, other.record_id, 'different'));
  }
  const gameId = isSame ? (others[0]?.game_id ?? null) : null;
  await carryOut(deps, {
    kind: request.judgement,
    pairs,
    games: others.flatMap(({ game_id }) => game_id ?? []),
    reviewId: review.review_id,
    reason: request.reason,
    actor: request.actor,
    closing: closing(review, gameId, request),
  });
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
