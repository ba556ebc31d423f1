/** Nothing is asked that earlier answers imply: same of same is same, different of same is different. */
import { describe, expect, test } from 'vitest';
import { random } from '../../../bench/pages.ts';
import type { RecordId } from '../../domain/ids.ts';
import { ordered } from '../../domain/match.ts';
import { type Clustering, clustersOf, type Judged, type Member } from './cluster.ts';
import { doubtsOf, type Likeness } from './doubts.ts';

const id = (name: string) => `${name}|1` as RecordId;
const member = (recordId: RecordId, founded: number): Member => {
  return { recordId, source: recordId.split('|')[0] ?? '', isPart: false, founded };
};
/** Unsure, and worth a question. */
const unsure = (one: RecordId, other: RecordId, probability = 0.6): Likeness => {
  const [a, b] = ordered(one, other);
  return { a, b, probability, evidence: [{ feature: 'title', weight: 6, detail: 'equal: so it is' }] };
};
const word = (one: RecordId, other: RecordId, judgement: 'same' | 'different', position: number): Judged => {
  const [a, b] = ordered(one, other);
  return { a, b, judgement, position };
};
const open = () => 'open' as const;

function questions(members: readonly Member[], edges: readonly Likeness[], words: readonly Judged[]) {
  const clustering: Clustering = clustersOf(members, edges, words, open);
  const side = (record: RecordId) => {
    const cluster = clustering.of(record);
    return cluster && { gameId: cluster.gameId, founded: cluster.members[0]?.founded ?? 0, title: '' };
  };
  const against = (a: RecordId, b: RecordId) => {
    const [one, other] = [clustering.of(a), clustering.of(b)];
    return one && other ? clustering.against(one, other) : null;
  };
  return doubtsOf(edges, side, against).map(({ recordId, candidate }) =>
    ordered(recordId, candidate.recordId).join(' '),
  );
}

describe('of three records that are all unsure of each other', () => {
  const [a, b, c] = [id('a'), id('b'), id('c')];
  const members = [member(a, 1), member(b, 2), member(c, 3)];
  const edges = [unsure(a, b, 0.7), unsure(b, c, 0.6), unsure(a, c, 0.5)];

  test('each pair is a question', () => {
    expect(questions(members, edges, [])).toEqual(['a|1 b|1', 'b|1 c|1', 'a|1 c|1']);
  });

  test('two that are one game ask the third once', () => {
    expect(questions(members, edges, [word(a, b, 'same', 1)])).toEqual(['b|1 c|1']);
  });

  test('same and same: the third pair is not asked', () => {
    expect(questions(members, edges, [word(a, b, 'same', 1), word(b, c, 'same', 2)])).toEqual([]);
  });

  test('same and different: the third pair is not asked, in whatever order they were said', () => {
    for (const [first, second] of [
      [1, 2],
      [2, 1],
    ] as const)
      expect(questions(members, edges, [word(a, b, 'same', first), word(b, c, 'different', second)])).toEqual([]);
  });

  test('different and different says nothing of the third', () => {
    expect(questions(members, edges, [word(a, b, 'different', 1), word(b, c, 'different', 2)])).toEqual(['a|1 c|1']);
  });
});

test('a curator who answers whatever is asked is never asked what follows, and in the end of nothing', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const next = random(seed);
    const members = Array.from({ length: 12 }, (_, n) => member(id(`s${String(n).padStart(2, '0')}`), n));
    const game = new Map(members.map(({ recordId }) => [recordId, Math.floor(next() * 5)]));
    const edges = members.flatMap((one, n) =>
      members.slice(n + 1).map((other) => unsure(one.recordId, other.recordId, 0.25 + 0.6 * next())),
    );
    const words: Judged[] = [];
    for (;;) {
      const [asked] = questions(members, edges, words);
      if (asked === undefined) break;
      const [a, b] = asked.split(' ') as [RecordId, RecordId];
      expect(implied(words, a, b)).toBeNull();
      words.push(word(a, b, game.get(a) === game.get(b) ? 'same' : 'different', words.length + 1));
    }
    const { of } = clustersOf(members, edges, words, open);
    for (const { recordId: a } of members)
      for (const { recordId: b } of members) expect(of(a) === of(b)).toBe(game.get(a) === game.get(b));
  }
});

/** What words imply of a pair, reckoned apart from the program. */
function implied(words: readonly Judged[], a: RecordId, b: RecordId): 'same' | 'different' | null {
  const group = (of: RecordId): Set<RecordId> => {
    const all = new Set([of]);
    for (const one of all)
      for (const said of words)
        if (said.judgement === 'same' && (said.a === one || said.b === one)) all.add(said.a === one ? said.b : said.a);
    return all;
  };
  const [left, right] = [group(a), group(b)];
  if (left.has(b)) return 'same';
  const apart = words.some(
    (said) =>
      said.judgement === 'different' &&
      ((left.has(said.a) && right.has(said.b)) || (left.has(said.b) && right.has(said.a))),
  );
  return apart ? 'different' : null;
}
