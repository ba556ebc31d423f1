/** Puts doubts about which records are one game before a curator, one question a pair of games, and closes what answered itself. */
import { canonical } from '../../domain/canonical.ts';
import { type Fact, fact } from '../../domain/events.ts';
import type { GameId, RecordId, ReviewId } from '../../domain/ids.ts';
import type { Candidate, Doubt } from '../../domain/match.ts';
import { type Deps, each, type QuickStep } from '../deps.ts';
import type { Job } from '../jobs.ts';
import { done } from '../outcome.ts';

type Open = {
  review_id: ReviewId;
  record_id: RecordId;
  other_id: RecordId | null;
  candidates: Candidate[];
};
type About = { record_id: RecordId; source: string; url: string; title: string };

/** Nobody answers a hundred questions about one game; the next come when these are answered. */
const mostQuestions = 3;

export const askStep: QuickStep<'ask'> = async (jobs, deps) => {
  const games = jobs.flatMap((job) => job.games);
  const open = await readOpen(deps, games);
  const about = await readAbout(
    deps,
    jobs.flatMap(({ doubts }) => doubts.map(({ recordId }) => recordId)),
  );
  const drafted = await readUnpublished(deps, [
    ...games,
    ...jobs.flatMap(({ doubts }) => doubts.map(({ gameId }) => gameId)),
  ]);
  const handled = new Set<ReviewId>();
  return each(jobs, ({ games: own, doubts, because, kind: _, ...origin }) => {
    const wanted = new Map(askable(doubts).map((doubt) => [`${doubt.recordId}\n${doubt.candidate.recordId}`, doubt]));
    const mine = new Set(own);
    const facts: Fact[] = [];
    for (const { review, games: sides } of open) {
      if (handled.has(review.review_id) || !sides.some((id) => mine.has(id))) continue;
      handled.add(review.review_id);
      const key = `${review.record_id}\n${review.other_id}`;
      const doubt = wanted.get(key);
      if (doubt && canonical([doubt.candidate]) === canonical(review.candidates)) wanted.delete(key);
      else facts.push(closed(review, doubt));
    }
    for (const doubt of wanted.values()) {
      const row = about.get(doubt.recordId);
      if (row) facts.push(opened(doubt, row, deps));
    }
    // What waited for an answer may go on to the gate now.
    const sides = new Set([...own, ...doubts.map(({ gameId }) => gameId)]);
    const held = new Set(doubts.flatMap(({ gameId, holds }) => (holds ? [gameId] : [])));
    for (const gameId of held) sides.delete(gameId);
    const waiting = drafted
      .filter(({ game_id }) => sides.has(game_id))
      .map(({ game_id: gameId, draft_hash: draftHash }): Job => ({ kind: 'refine', ...origin, gameId, draftHash }));
    // And what only an answer let through must wait again, when that is taken back.
    const undone = because === 'undone' ? [...held] : [];
    const back = undone.map((gameId): Job => {
      return { kind: 'gate', ...origin, gameId, draftHash: '', approved: false, undone: true };
    });
    return done(facts, { jobs: [...waiting, ...back] });
  });
};

/** The likeliest doubts of each game, up to some. */
function askable(doubts: readonly Doubt[]): Doubt[] {
  const sorted = [...doubts].sort((a, b) => b.candidate.probability - a.candidate.probability);
  return [...Map.groupBy(sorted, ({ gameId }) => gameId).values()].flatMap((all) => all.slice(0, mostQuestions));
}

const closed = ({ review_id: reviewId, record_id: recordId }: Open, doubt: Doubt | undefined): Fact =>
  fact('ReviewClosed', {
    reviewId,
    recordId,
    gameId: null,
    because: doubt ? 'the evidence changed' : 'the question answered itself',
  });

function opened({ recordId, candidate, reason, holds }: Doubt, row: About, deps: Deps): Fact {
  return fact('ReviewOpened', {
    reviewId: deps.newId() as ReviewId,
    kind: 'match',
    source: row.source,
    url: row.url,
    title: row.title,
    recordId,
    gameId: null,
    draftHash: null,
    reasons: [reason],
    candidates: [candidate],
    holds,
  });
}

/** Open questions about records of the games, with the games either record is in now. */
async function readOpen({ db }: Deps, games: readonly GameId[]): Promise<{ review: Open; games: GameId[] }[]> {
  const { rows } = await db.query<Open & { games: GameId[] }>({
    name: 'ask-open',
    text: `with mine as materialized (select record_id from source_record where game_id = any($1::uuid[])),
                touched as (select review_id from review where status = 'open' and kind = 'match' and record_id in (select record_id from mine)
                            union select review_id from review where status = 'open' and kind = 'match' and other_id in (select record_id from mine))
           select v.review_id, v.record_id, v.other_id, v.candidates,
                  array(select r.game_id from source_record r where r.record_id in (v.record_id, v.other_id) and r.game_id is not null)::text[] as games
             from touched join review v using (review_id) order by v.review_id`,
    values: [games],
  });
  return rows.map(({ games: sides, ...review }) => ({ review, games: sides }));
}

async function readAbout({ db }: Deps, ids: readonly RecordId[]): Promise<Map<RecordId, About>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<About>({
    name: 'ask-about',
    text: `select record_id, source, url, record->>'title' as title from source_record where record_id = any($1)`,
    values: [ids],
  });
  return new Map(rows.map((row) => [row.record_id, row]));
}

async function readUnpublished({ db }: Deps, games: readonly GameId[]) {
  const { rows } = await db.query<{ game_id: GameId; draft_hash: string }>({
    name: 'ask-unpublished',
    text: `select d.game_id, d.draft_hash from game_draft d left join game g using (game_id)
            where d.game_id = any($1::uuid[]) and d.draft_hash <> '' and g.game_id is null`,
    values: [games],
  });
  return rows;
}
