import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterPairs, type JudgedPair } from './cluster-pairs.ts';

const sourceOf = (id: string) => id.split(':')[0] ?? '';
const options = { least: 3, sourceOf };

test('records joined through others are one game; a weak pair joins nothing', () => {
  const games = clusterPairs(
    [
      { left: 'b:1', right: 'a:1', score: 5 },
      { left: 'b:1', right: 'c:1', score: 4 },
      { left: 'c:1', right: 'd:1', score: 2 },
    ],
    options,
  );
  expect(Object.fromEntries(games)).toEqual({ 'a:1': 'a:1', 'b:1': 'a:1', 'c:1': 'a:1', 'd:1': 'd:1' });
});

test('a game has one record of each source: the stronger pair wins', () => {
  const games = clusterPairs(
    [
      { left: 'a:1', right: 'b:1', score: 5 },
      { left: 'a:2', right: 'b:1', score: 7 },
    ],
    options,
  );
  expect(games.get('b:1')).toBe(games.get('a:2'));
  expect(games.get('a:1')).toBe('a:1');
});

test('parts of a package may stand beside it', () => {
  const games = clusterPairs(
    [
      { left: 'a:1', right: 'b:blobby', score: 5 },
      { left: 'a:1', right: 'b:blobby-data', score: 5 },
    ],
    { ...options, gap: 1, isPart: (id) => id.endsWith('-data') },
  );
  expect(new Set(games.values()).size).toBe(1);
});

test('whatever the order and direction of pairs, the games are the same, and each has one record a source', () => {
  const id = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 4 })).map(([s, n]) => `${s}:${n}`);
  const pair = fc
    .record({ left: id, right: id, score: fc.integer({ min: 0, max: 8 }) })
    .filter(({ left, right }) => sourceOf(left) !== sourceOf(right));
  fc.assert(
    fc.property(
      fc.array(pair, { maxLength: 25 }),
      fc.infiniteStream(fc.boolean()),
      fc.constantFrom(0, 1),
      (pairs, turn, gap) => {
        const given = distinct(pairs);
        const once = clusterPairs(given, { ...options, gap });
        const turned = given
          .map((one) => (turn.next().value ? { left: one.right, right: one.left, score: one.score } : one))
          .reverse();
        expect([...clusterPairs(turned, { ...options, gap })]).toEqual([...once]);
        const taken = [...once].map(([record, game]) => `${game} ${sourceOf(record)}`);
        expect(new Set(taken).size).toBe(taken.length);
      },
    ),
  );
});

function distinct(pairs: JudgedPair[]): JudgedPair[] {
  const known = new Map(pairs.map((pair) => [[pair.left, pair.right].sort().join(' '), pair]));
  return [...known.values()];
}
