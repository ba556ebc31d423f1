/**
 * From evidence to a decision: the same game, a new one, or a question to a curator. Two candidates that
 * are nearly as good make a question, however good they are.
 */
import type { Candidate } from '../../domain/events.ts';
import type { GameId } from '../../domain/ids.ts';
import type { GameRecord } from '../../domain/record.ts';
import { compare, total, weights } from './compare.ts';

export const thresholds = {
  /** From here on it is the same game. */
  same: 4,
  /** Below `same`, but above this, a curator is asked: a shared address under another title is worth a question. */
  ask: -1,
  /** The best candidate must be this much better than the next. */
  gap: 2,
  /** Evidence that makes a second record of one source worth a question: an equal title and author, or more. */
  secondOfSource: 7,
};

export type Decision = { decision: 'same'; gameId: GameId } | { decision: 'new' } | { decision: 'ask' };
export type GameCandidate = { gameId: GameId; records: readonly GameRecord[] };
const mostCandidates = 10;

/** Decides for one record among the games that share a key with it; candidates come back best first. */
export function decide(record: GameRecord, games: readonly GameCandidate[]): Decision & { candidates: Candidate[] } {
  const scored = games
    .map(({ gameId, records }) => {
      const evidence = compare(record, records);
      const twin = evidence.some(({ feature }) => feature === 'one-per-source');
      const score = total(evidence);
      const worth = twin ? score - weights.onePerSource >= thresholds.secondOfSource : score > thresholds.ask;
      return { candidate: { gameId, title: records[0]?.title ?? '', evidence }, score, twin, worth };
    })
    .filter(({ worth }) => worth)
    .sort((a, b) => b.score - a.score || (a.candidate.gameId < b.candidate.gameId ? -1 : 1));
  const candidates = scored.slice(0, mostCandidates).map(({ candidate }) => candidate);
  const [best, next] = scored;
  if (!best) return { decision: 'new', candidates };
  const clear =
    !best.twin && best.score >= thresholds.same && (!next || next.twin || best.score - next.score >= thresholds.gap);
  return clear ? { decision: 'same', gameId: best.candidate.gameId, candidates } : { decision: 'ask', candidates };
}
