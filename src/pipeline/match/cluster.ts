/**
 * Which records are one game: a pure function of the records, the edges between them and the judgements of curators.
 * Nothing else counts, above all not the order in which they came.
 */
import type { GameId, RecordId } from '../../domain/ids.ts';
import type { Judgement } from '../../domain/match.ts';
import { gameIdOf } from './game-id.ts';
import { type Thresholds, thresholds } from './pair.ts';
import type { StanceOf } from './stance.ts';

/** `founded`: where the record's story begins in the log. */
export type Member = { recordId: RecordId; source: string; isPart: boolean; founded: number };
export type Edge = { a: RecordId; b: RecordId; probability: number };
/** In force: the newest word on the pair. `position`: when it was said. */
export type Judged = { a: RecordId; b: RecordId; judgement: Judgement; position: number };
export type Cluster = { gameId: GameId; founder: RecordId; members: Member[] };
/** Why two clusters are not joined: a person said so, both hold a page of one source, or records of them tell apart. */
export type Against = 'judged' | 'source' | 'evidence';
export type Clustering = {
  clusters: Cluster[];
  of(id: RecordId): Cluster | undefined;
  against(left: Cluster, right: Cluster): Against | null;
};

/** Evidence, in bits, by which a game must be likelier than the next for a record to be joined without asking. */
export const gap = 1;
export const bitsOf = (probability: number): number =>
  probability >= 1 ? 100 : probability <= 0 ? -100 : Math.log2(probability / (1 - probability));
/** Weaker edges have no part in who is joined to whom. */
export const nearSameOf = ({ same }: Thresholds): number => 1 / (1 + 2 ** -(bitsOf(same) - gap));
export const nearSame = nearSameOf(thresholds);

type Group = Set<RecordId>;

class Groups {
  readonly #members: ReadonlyMap<RecordId, Member>;
  readonly #groups: Map<RecordId, Group>;
  /** Pairs by either record. */
  readonly #different = new Map<RecordId, Set<RecordId>>();
  readonly #same = new Map<RecordId, Set<RecordId>>();
  readonly #stance: StanceOf;

  constructor(members: readonly Member[], stance: StanceOf) {
    this.#members = new Map(members.map((member) => [member.recordId, member]));
    this.#groups = new Map(members.map(({ recordId }) => [recordId, new Set([recordId])]));
    this.#stance = stance;
  }

  of(id: RecordId): Group | undefined {
    return this.#groups.get(id);
  }

  join(left: Group, right: Group): void {
    const [large, small] = left.size >= right.size ? [left, right] : [right, left];
    for (const id of small) {
      large.add(id);
      this.#groups.set(id, large);
    }
  }

  /** The newest word stands: an older one that contradicts what newer ones imply is overruled. */
  judge({ a, b, judgement }: Judged): void {
    const [left, right] = [this.of(a), this.of(b)];
    if (!left || !right || (left === right && judgement === 'different')) return;
    if (judgement === 'different') note(this.#different, a, b);
    else if (left === right) note(this.#same, a, b);
    else if (!this.#apartByWord(left, right)) {
      note(this.#same, a, b);
      this.join(left, right);
    }
  }

  #apartByWord(left: Iterable<RecordId>, right: Group): boolean {
    for (const id of left) for (const other of this.#different.get(id) ?? []) if (right.has(other)) return true;
    return false;
  }

  against(left: Iterable<RecordId>, right: Group): Against | null {
    if (this.#apartByWord(left, right)) return 'judged';
    let found: Against | null = null;
    for (const one of left) {
      for (const other of right) {
        if (this.#same.get(one)?.has(other)) continue;
        if (twins(this.#members.get(one), this.#members.get(other))) return 'source';
        if (found === null && this.#stance(one, other) === 'barred') found = 'evidence';
      }
    }
    return found;
  }

  /** Whether something tells two groups apart, without keeping them apart for good. */
  tellsApart(left: Iterable<RecordId>, right: Group): boolean {
    if (this.against(left, right)) return true;
    for (const one of left) {
      for (const other of right) {
        if (!this.#same.get(one)?.has(other) && this.#stance(one, other) !== 'open') return true;
      }
    }
    return false;
  }

  all(): Set<Group> {
    return new Set(this.#groups.values());
  }
}

/** A source has one page a game; packages that hold parts of one game are no second page. */
const twins = (one: Member | undefined, other: Member | undefined): boolean =>
  one !== undefined && other !== undefined && one.source === other.source && !one.isPart && !other.isPart;

function note(map: Map<RecordId, Set<RecordId>>, a: RecordId, b: RecordId): void {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const known = map.get(from);
    if (known) known.add(to);
    else map.set(from, new Set([to]));
  }
}

/**
 * Judgements first, the newest before older ones; then edges the machine is sure of, the most probable first. An edge
 * joins two groups unless a judgement, a second page of one source or telling evidence forbids it, or another group that
 * is told apart is nearly as likely: then it waits whether they become one, and is else a question.
 */
export function clustersOf(
  members: readonly Member[],
  edges: readonly Edge[],
  judgements: readonly Judged[],
  stance: StanceOf,
  limits: Thresholds = thresholds,
): Clustering {
  const groups = new Groups(members, stance);
  for (const word of [...judgements].sort(newestFirst)) groups.judge(word);
  const least = nearSameOf(limits);
  const strong = edges.filter((edge) => edge.probability >= least).sort(mostProbableFirst);
  const byRecord = new Map<RecordId, Edge[]>();
  for (const edge of strong) {
    for (const id of [edge.a, edge.b]) byRecord.set(id, [...(byRecord.get(id) ?? []), edge]);
  }
  let waiting = strong.filter((edge) => edge.probability >= limits.same);
  for (let joined = true; joined; ) {
    joined = false;
    const left: Edge[] = [];
    for (const edge of waiting) {
      const [one, other] = [groups.of(edge.a), groups.of(edge.b)];
      if (!one || !other || one === other || groups.against(one, other)) continue;
      if (hasRival(one, other, edge, byRecord, groups) || hasRival(other, one, edge, byRecord, groups)) left.push(edge);
      else {
        groups.join(one, other);
        joined = true;
      }
    }
    waiting = left;
  }
  return named(members, groups);
}

/** Whether `one` may as well belong to a third group that something tells apart from `other`. */
function hasRival(one: Group, other: Group, edge: Edge, byRecord: Map<RecordId, Edge[]>, groups: Groups): boolean {
  const least = bitsOf(edge.probability) - gap;
  for (const id of one) {
    for (const { a, b, probability } of byRecord.get(id) ?? []) {
      const third = groups.of(a === id ? b : a);
      if (!third || third === one || third === other || bitsOf(probability) <= least) continue;
      if (groups.tellsApart(third, other) && !groups.against(one, third)) return true;
    }
  }
  return false;
}

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byPair = (x: { a: string; b: string }, y: { a: string; b: string }): number =>
  compareIds(x.a, y.a) || compareIds(x.b, y.b);
const newestFirst = (x: Judged, y: Judged): number =>
  y.position - x.position || compareIds(y.judgement, x.judgement) || byPair(x, y);
const mostProbableFirst = (x: Edge, y: Edge): number => y.probability - x.probability || byPair(x, y);

function named(members: readonly Member[], groups: Groups): Clustering {
  const byId = new Map(members.map((member) => [member.recordId, member]));
  const byRecord = new Map<RecordId, Cluster>();
  const clusters = [...groups.all()].map((group): Cluster => {
    const sorted = [...group].flatMap((id) => byId.get(id) ?? []).sort(earliestFirst);
    const founder = (sorted[0] as Member).recordId;
    const cluster = { gameId: gameIdOf(founder), founder, members: sorted };
    for (const id of group) byRecord.set(id, cluster);
    return cluster;
  });
  clusters.sort((x, y) => earliestFirst(x.members[0] as Member, y.members[0] as Member));
  return {
    clusters,
    of: (id) => byRecord.get(id),
    against: (left, right) =>
      groups.against(
        left.members.map(({ recordId }) => recordId),
        new Set(right.members.map(({ recordId }) => recordId)),
      ),
  };
}

export const earliestFirst = (x: Member, y: Member): number =>
  x.founded - y.founded || compareIds(x.recordId, y.recordId);
