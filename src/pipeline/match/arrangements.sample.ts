/**
 * For tests: a small catalogue as a list of facts, whose state is a pure function of them. It brings records, changes them
 * and arranges games at random, and computes its games piece by piece, as the program does, or all at once.
 */
import type { RecordId } from '../../domain/ids.ts';
import { type JudgedPair, ordered } from '../../domain/match.ts';
import { distinct, joined, parted, together, wordOn } from './arranging.ts';
import { type Cluster, clustersOf, type Edge, type Judged, type Member, nearSame } from './cluster.ts';
import type { StanceOf } from './stance.ts';

/** `look`: what the record says, as a number; a change gives another. */
export type Brought = { kind: 'record'; id: RecordId; look: number };
export type Made = { kind: 'arrangement'; pairs: JudgedPair[] };
export type Undone = { kind: 'undone'; of: Made };
export type Fact = Brought | Made | Undone;

const sources = ['a', 'b', 'c', 'd'];
/** Looks that differ by less than this are alike. */
const reach = 9;

export class Arrangements {
  readonly facts: Fact[] = [];
  readonly #next: () => number;
  #clusters = new Map<RecordId, Cluster>();
  #count = 0;

  constructor(next: () => number) {
    this.#next = next;
  }

  #below(n: number): number {
    return Math.floor(this.#next() * n);
  }
  #one<T>(list: readonly T[]): T | undefined {
    return list[this.#below(list.length)];
  }

  bring(): void {
    const source = this.#one(sources) ?? 'a';
    this.#add({ kind: 'record', id: `${source}|${this.#count++}` as RecordId, look: this.#below(60) });
  }

  act(): void {
    const games = this.#games();
    const choice = this.#next();
    if (choice < 0.45 || games.length < 2) {
      this.bring();
      return;
    }
    const [one, other] = [this.#one(games), this.#one(games)];
    if (!one || !other) return;
    if (choice < 0.52) {
      const member = this.#one(one.members);
      if (member) this.#add({ kind: 'record', id: member.recordId, look: this.#below(60) });
    } else if (choice < 0.64) {
      if (one !== other) this.#arrange(this.#joining(one, other));
    } else if (choice < 0.74) {
      const away = one.members.filter(() => this.#next() < 0.5).map(({ recordId }) => recordId);
      const rest = ids(one).filter((id) => !away.includes(id));
      if (away.length > 0 && rest.length > 0) this.#arrange([...together(away), ...parted(away, rest)]);
    } else if (choice < 0.84) {
      const moving = this.#one(one.members);
      if (!moving || one === other) return;
      const rest = ids(one).filter((id) => id !== moving.recordId);
      this.#arrange([...this.#joining({ ...one, members: [moving] }, other), ...parted([moving.recordId], rest)]);
    } else if (choice < 0.94) {
      if (one !== other) this.#arrange(parted(ids(one), ids(other)));
    } else this.#arrange(this.#bulk());
  }

  #bulk(): JudgedPair[] {
    const all = [...this.#clusters.keys()];
    const judgement = this.#next() < 0.5 ? 'same' : 'different';
    return Array.from({ length: 3 }, () => [this.#one(all), this.#one(all)] as const).flatMap(([a, b]) =>
      a && b && a !== b ? [wordOn(a, b, judgement)] : [],
    );
  }

  #joining(one: Cluster, other: Cluster): JudgedPair[] {
    const words = inForce(this.facts);
    const differ = (a: RecordId, b: RecordId) =>
      words.some(
        (word) => word.judgement === 'different' && word.a === ordered(a, b)[0] && word.b === ordered(a, b)[1],
      );
    return joined(one.members, other.members, differ, stanceIn(looks(this.facts)));
  }

  #arrange(pairs: readonly JudgedPair[]): void {
    if (pairs.length > 0) this.#add({ kind: 'arrangement', pairs: distinct(pairs) });
  }

  /** Merges two games, or says that there are none; whether all their records are one game then. */
  merge(): boolean {
    const games = this.#games();
    const [one, other] = [this.#one(games), this.#one(games)];
    if (!one || !other || one === other) return true;
    this.#arrange(this.#joining(one, other));
    return new Set([...ids(one), ...ids(other)].map((id) => this.#clusters.get(id))).size === 1;
  }

  /** Splits a record from its game; whether it is apart from all the others then. */
  split(): boolean {
    const game = this.#one(this.#games().filter(({ members }) => members.length > 1));
    const away = game?.members[0]?.recordId;
    if (!game || !away) return true;
    const rest = ids(game).filter((id) => id !== away);
    this.#arrange(parted([away], rest));
    return rest.every((id) => this.#clusters.get(id) !== this.#clusters.get(away));
  }

  anyArrangement(): Made | null {
    const undone = new Set(this.facts.flatMap((fact) => (fact.kind === 'undone' ? [fact.of] : [])));
    return (
      (this.#one(this.facts.filter((fact) => fact.kind === 'arrangement' && !undone.has(fact))) as Made | undefined) ??
      null
    );
  }

  undo(of: Made): void {
    this.#add({ kind: 'undone', of });
  }

  #games(): Cluster[] {
    return [...new Set(this.#clusters.values())];
  }

  /** Computes anew only what hangs together with what the fact names. */
  #add(fact: Fact): void {
    const before = edgesIn(this.facts);
    this.facts.push(fact);
    const edges = edgesIn(this.facts);
    const words = inForce(this.facts);
    const seeds = new Set<RecordId>();
    if (fact.kind === 'record') {
      seeds.add(fact.id);
      for (const { a, b } of before) if (a === fact.id || b === fact.id) seeds.add(a === fact.id ? b : a);
    } else for (const { a, b } of (fact.kind === 'undone' ? fact.of : fact).pairs) seeds.add(a).add(b);
    const near = edges.filter(({ probability }) => probability >= nearSame);
    for (const id of seeds) {
      for (const { a, b } of [...near, ...words]) {
        if (a === id) seeds.add(b);
        if (b === id) seeds.add(a);
      }
    }
    const members = membersIn(this.facts).filter(({ recordId }) => seeds.has(recordId));
    const inside = edges.filter(({ a, b }) => seeds.has(a) && seeds.has(b));
    const { of } = clustersOf(members, inside, words, stanceIn(looks(this.facts)));
    for (const { recordId } of members) this.#clusters.set(recordId, of(recordId) as Cluster);
  }

  standing(): string {
    return told([...this.#clusters].map(([id, { gameId }]) => [id, gameId]));
  }

  /** The games of all records, by facts alone. */
  whole(facts: readonly Fact[]): string {
    const { clusters } = all(facts);
    return told(clusters.flatMap(({ gameId, members }) => members.map(({ recordId }) => [recordId, gameId] as const)));
  }

  /** Which records are together, whatever the ids of games. */
  partition(facts: readonly Fact[]): string {
    return all(facts)
      .clusters.map((cluster) => ids(cluster).sort().join(' '))
      .sort()
      .join('; ');
  }

  words(facts: readonly Fact[]): string {
    return told(inForce(facts).map(({ a, b, judgement }) => [`${a} ${b}`, judgement]));
  }
}

const all = (facts: readonly Fact[]) =>
  clustersOf(membersIn(facts), edgesIn(facts), inForce(facts), stanceIn(looks(facts)));

const told = (pairs: readonly (readonly [string, string])[]): string =>
  pairs
    .map((pair) => pair.join('='))
    .sort()
    .join('; ');
const ids = ({ members }: Cluster): RecordId[] => members.map(({ recordId }) => recordId);

/** The newest look of each record. */
const looks = (facts: readonly Fact[]): Map<RecordId, number> =>
  new Map(facts.flatMap((fact) => (fact.kind === 'record' ? [[fact.id, fact.look] as const] : [])));

function membersIn(facts: readonly Fact[]): Member[] {
  const founded = new Map<RecordId, number>();
  for (const [index, fact] of facts.entries())
    if (fact.kind === 'record' && !founded.has(fact.id)) founded.set(fact.id, index);
  return [...founded].map(([recordId, at]) => ({
    recordId,
    source: recordId.split('|')[0] ?? '',
    isPart: recordId.endsWith('7'),
    founded: at,
  }));
}

/** The nearer two looks, the likelier one game; some of them exactly as likely. */
function edgesIn(facts: readonly Fact[]): Edge[] {
  const known = [...looks(facts)].sort(([a], [b]) => (a < b ? -1 : 1));
  return known.flatMap(([a, mine], index) =>
    known.slice(index + 1).flatMap(([b, theirs]) => {
      const apart = Math.abs(mine - theirs);
      return apart > reach ? [] : [{ a, b, probability: 1 / (1 + 2 ** -(7 - apart * 0.8)) }];
    }),
  );
}

const stanceIn =
  (known: ReadonlyMap<RecordId, number>): StanceOf =>
  (a, b) => {
    const apart = Math.abs((known.get(a) ?? 0) - (known.get(b) ?? 0));
    return apart > 14 ? 'barred' : apart > 7 ? 'apart' : 'open';
  };

/** Of arrangements that are not undone, the newest word on each pair. */
function inForce(facts: readonly Fact[]): Judged[] {
  const undone = new Set(facts.flatMap((fact) => (fact.kind === 'undone' ? [fact.of] : [])));
  const words = new Map<string, Judged>();
  for (const [position, fact] of facts.entries()) {
    if (fact.kind !== 'arrangement' || undone.has(fact)) continue;
    for (const pair of fact.pairs) words.set(`${pair.a} ${pair.b}`, { ...pair, position });
  }
  return [...words.values()];
}
