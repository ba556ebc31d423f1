import { describe, expect, test } from 'vitest';
import { random } from '../../../bench/pages.ts';
import type { RecordId } from '../../domain/ids.ts';
import { type Judgement, ordered } from '../../domain/match.ts';
import { Arrangements } from './arrangements.sample.ts';
import { wordOn } from './arranging.ts';
import { clustersOf, type Edge, type Judged, type Member } from './cluster.ts';
import { gameIdOf } from './game-id.ts';
import type { StanceOf } from './stance.ts';

const open: StanceOf = () => 'open';
let founded = 0;
const record = (id: string, isPart = false): Member => ({
  recordId: id as RecordId,
  source: id.split('|')[0] ?? '',
  isPart,
  founded: founded++,
});
const edge = (one: string, other: string, probability: number): Edge => {
  const [a, b] = ordered(one, other) as [RecordId, RecordId];
  return { a, b, probability };
};
const word = (one: string, other: string, judgement: Judgement, position: number): Judged => ({
  ...wordOn(one as RecordId, other as RecordId, judgement),
  position,
});
const barring =
  (one: string, other: string): StanceOf =>
  (a, b) =>
    [a, b].sort().join() === [one, other].sort().join() ? 'barred' : 'open';

/** The games as sets of record ids. */
function games(
  ids: readonly (string | Member)[],
  edges: readonly Edge[],
  words: readonly Judged[] = [],
  stance = open,
): string[] {
  const members = ids.map((one) => (typeof one === 'string' ? record(one) : one));
  return clustersOf(members, edges, words, stance)
    .clusters.map(({ members: all }) =>
      all
        .map(({ recordId }) => recordId)
        .sort()
        .join(' '),
    )
    .sort();
}

describe('edges', () => {
  test('the machine is sure of join, weaker ones do not', () => {
    expect(games(['a|1', 'b|1', 'c|1'], [edge('a|1', 'b|1', 0.99), edge('b|1', 'c|1', 0.7)])).toEqual([
      'a|1 b|1',
      'c|1',
    ]);
  });

  test('join over a third record, unless something tells the ends apart', () => {
    const edges = [edge('a|1', 'b|1', 0.99), edge('b|1', 'c|1', 0.96)];
    expect(games(['a|1', 'b|1', 'c|1'], edges)).toEqual(['a|1 b|1 c|1']);
    expect(games(['a|1', 'b|1', 'c|1'], edges, [], barring('a|1', 'c|1'))).toEqual(['a|1 b|1', 'c|1']);
  });

  test('a source has one record a game; parts of a package are no second one', () => {
    const edges = [edge('a|1', 'b|1', 0.999), edge('a|2', 'b|1', 0.96)];
    expect(games(['a|1', 'a|2', 'b|1'], edges)).toEqual(['a|1 b|1', 'a|2']);
    expect(games(['a|1', record('a|2', true), 'b|1'], edges)).toEqual(['a|1 a|2 b|1']);
  });

  test('two that are nearly as likely, and cannot both be: neither joins', () => {
    const edges = [edge('a|1', 'b|1', 0.991), edge('a|2', 'b|1', 0.99)];
    expect(games(['a|1', 'a|2', 'b|1'], edges)).toEqual(['a|1', 'a|2', 'b|1']);
  });

  test('one that is nearly as likely, but below what is sure, still makes it unsure', () => {
    const edges = [edge('a|1', 'b|1', 0.91), edge('a|2', 'b|1', 0.89)];
    expect(games(['a|1', 'a|2', 'b|1'], edges)).toEqual(['a|1', 'a|2', 'b|1']);
  });

  test('two that are nearly as likely and may both be: all are one', () => {
    const edges = [edge('a|1', 'b|1', 0.99), edge('b|1', 'c|1', 0.99)];
    expect(games(['a|1', 'b|1', 'c|1'], edges)).toEqual(['a|1 b|1 c|1']);
  });
});

describe('judgements', () => {
  const sure = [edge('a|1', 'b|1', 0.999)];

  test('come before evidence, either way', () => {
    expect(games(['a|1', 'b|1'], sure, [word('a|1', 'b|1', 'different', 1)])).toEqual(['a|1', 'b|1']);
    expect(games(['a|1', 'a|2'], [], [word('a|1', 'a|2', 'same', 1)])).toEqual(['a|1 a|2']);
  });

  test('hold for whole games: nothing joins what they keep apart', () => {
    const edges = [...sure, edge('b|1', 'c|1', 0.99)];
    expect(games(['a|1', 'b|1', 'c|1'], edges, [word('a|1', 'c|1', 'different', 1)])).toEqual(['a|1 b|1', 'c|1']);
  });

  test('the later of two that contradict each other stands, over others too', () => {
    const words = [word('a|1', 'b|1', 'same', 1), word('b|1', 'c|1', 'same', 2), word('a|1', 'c|1', 'different', 3)];
    expect(games(['a|1', 'b|1', 'c|1'], [], words)).toEqual(['a|1', 'b|1 c|1']);
    const other = [word('a|1', 'c|1', 'different', 1), word('a|1', 'b|1', 'same', 2), word('b|1', 'c|1', 'same', 3)];
    expect(games(['a|1', 'b|1', 'c|1'], [], other)).toEqual(['a|1 b|1 c|1']);
  });
});

describe('the id of a game', () => {
  test('is that of its founder, and of nothing else', () => {
    const [late, early] = [
      { ...record('a|1'), founded: 9 },
      { ...record('b|1'), founded: 3 },
    ];
    const { clusters } = clustersOf([late, early], [edge('a|1', 'b|1', 0.99)], [], open);
    expect(clusters.map(({ gameId }) => gameId)).toEqual([gameIdOf('b|1' as RecordId)]);
  });

  test('is a UUID', () => {
    expect(gameIdOf('a|1' as RecordId)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});

describe('a catalogue of any kind', () => {
  const seed = 20261125;
  const sequences = 10_000;

  test(`${sequences} sequences of imports, changes, merges, splits, moves, judgements and bulk judgements: undoing any one is as if it had never been`, () => {
    console.log(`seed ${seed}`);
    const next = random(seed);
    let differences = 0;
    let undone = 0;
    for (let sequence = 0; sequence < sequences; sequence++) {
      const all = new Arrangements(next);
      for (let step = 0; step < 14; step++) all.act();
      // What is computed piece by piece, as facts come, is what is computed of all of them at once.
      if (all.standing() !== all.whole(all.facts)) differences += 1;
      const target = all.anyArrangement();
      if (target === null) continue;
      undone += 1;
      const without = all.facts.filter((fact) => fact !== target);
      const before = all.words(without);
      all.undo(target);
      if (all.standing() !== all.whole(without)) differences += 1;
      if (all.words(all.facts) !== before) differences += 1;
    }
    console.log(`${undone} arrangements undone, ${differences} differences`);
    expect(undone).toBeGreaterThan(sequences * 0.9);
    expect(differences).toBe(0);
  });

  test('what is merged by hand is one game, what is split is apart', () => {
    console.log(`seed ${seed}`);
    const next = random(seed + 2);
    for (let sequence = 0; sequence < 2000; sequence++) {
      const all = new Arrangements(next);
      for (let step = 0; step < 14; step++) all.act();
      expect(all.merge()).toBe(true);
      expect(all.split()).toBe(true);
    }
  });

  test('20 orders of arrival: one partition', () => {
    console.log(`seed ${seed}`);
    const next = random(seed + 1);
    for (let set = 0; set < 200; set++) {
      const all = new Arrangements(next);
      for (let step = 0; step < 12; step++) all.bring();
      const partitions = Array.from({ length: 20 }, () => all.partition(shuffled(all.facts, next)));
      expect(new Set(partitions).size).toBe(1);
    }
  });
});

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  return list
    .map((one) => [next(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}
