/** Which pairs of games are worth a question: those that may be one, and that no judgement has told apart. */
import type { GameId, RecordId } from '../../domain/ids.ts';
import { type Doubt, type Evidence, ordered } from '../../domain/match.ts';
import type { Against } from './cluster.ts';
import { type Thresholds, thresholds } from './pair.ts';
import { tellsApart } from './stance.ts';

/** A game as far as its questions need it; `founded` is its founder's place in the log. */
export type Side = { gameId: GameId; founded: number; title: string };
export type Likeness = { a: RecordId; b: RecordId; probability: number; evidence: Evidence[] };

/** From here on a second entry is likelier a duplicate than not: it waits for the answer. */
const holdFrom = 0.8;
/** In bits: so much must speak for one game, whatever speaks against it. That titles share some words is less. */
const leastFor = 3;

/**
 * For each pair of games the edge that says most, if it is worth asking: what is in doubt, and what is sure but for a
 * second page of one source or telling evidence. The later game asks.
 */
export function doubtsOf(
  edges: readonly Likeness[],
  side: (id: RecordId) => Side | undefined,
  against: (a: RecordId, b: RecordId) => Against | null,
  limits: Thresholds = thresholds,
): Doubt[] {
  const best = new Map<string, Doubt>();
  const sorted = [...edges].sort(
    (x, y) => y.probability - x.probability || (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1),
  );
  for (const edge of sorted) {
    const [left, right] = [side(edge.a), side(edge.b)];
    if (!left || !right || left.gameId === right.gameId) continue;
    const pair = ordered(left.gameId, right.gameId).join();
    if (best.has(pair)) continue;
    const why = against(edge.a, edge.b);
    const isSure = edge.probability >= limits.same;
    if (why === 'judged' || edge.probability < limits.ask) continue;
    // Unsure and of one source, or of one series: another page of the list, another part.
    const isUsual = why === 'source' || tellsApart(edge.evidence) || spokenFor(edge.evidence) < leastFor;
    if (!isSure && isUsual) continue;
    // A source that has two pages of one title means two games, unless more than the title says otherwise.
    if (sourceOf(edge.a) === sourceOf(edge.b) && spokenFor(edge.evidence.filter(isBeside)) < leastBeside) continue;
    const [asker, asked, recordId, other] =
      left.founded > right.founded ? [left, right, edge.a, edge.b] : [right, left, edge.b, edge.a];
    best.set(pair, {
      recordId,
      gameId: asker.gameId,
      candidate: {
        gameId: asked.gameId,
        title: asked.title,
        recordId: other,
        probability: edge.probability,
        evidence: edge.evidence,
      },
      reason: isSure ? reasons[why ?? 'rival'] : reasons.unsure,
      holds: edge.probability >= holdFrom || edge.evidence.some(isIdentity),
    });
  }
  return [...best.values()];
}

const leastBeside = 2;
const sourceOf = (id: RecordId): string => id.slice(0, id.indexOf('|'));
const isBeside = ({ feature }: Evidence): boolean => !feature.includes('title') && feature !== 'rare words';
const spokenFor = (evidence: readonly Evidence[]): number =>
  evidence.reduce((sum, { weight }) => sum + Math.max(weight, 0), 0);

const isIdentity = ({ feature, weight }: Evidence): boolean =>
  (feature === 'url' || feature === 'identifier') && weight > 0;

const reasons = {
  unsure: 'The evidence is neither enough for the same game nor for another.',
  source: 'They are as alike as one game, but both games have a page of the same source.',
  evidence: 'They are as alike as one game, but other records of the two tell them apart.',
  rival: 'Another game is nearly as likely.',
};
