import { describe, expect, test } from 'vitest';
import type { GameId, RecordId } from '../../domain/ids.ts';
import { type Evidence, ordered } from '../../domain/match.ts';
import type { GameRecord } from '../../domain/record.ts';
import { type Against, clustersOf } from './cluster.ts';
import { doubtsOf, type Likeness } from './doubts.ts';
import { judgePair, thresholds } from './pair.ts';
import { stances } from './stance.ts';
import { matchableOf, traitsOf } from './traits.ts';

const page = (source: string, title: string, more: Partial<GameRecord> = {}): GameRecord => ({
  source,
  url: `http://${source}.test/${encodeURIComponent(more.key ?? title)}`,
  key: title,
  title,
  ...more,
});
const by = (name: string) => ({ credits: [{ role: 'author' as const, name }] });
const idOf = ({ source, key }: GameRecord) => `${source}|${key}` as RecordId;

/** What becomes of some records that come one after another: how many games, and which questions. */
function outcome(...records: GameRecord[]): { games: number; asked: string[]; held: string[] } {
  const traits = new Map(records.map((record) => [idOf(record), traitsOf(matchableOf(record))]));
  const of = (id: RecordId) => traits.get(id);
  const edges: Likeness[] = [];
  for (const [index, one] of records.entries()) {
    for (const other of records.slice(index + 1)) {
      const [a, b] = ordered(idOf(one), idOf(other));
      const [left, right] = [of(a), of(b)];
      const pair = left && right && judgePair(left, right);
      if (pair && pair.probability >= thresholds.ask) edges.push({ a, b, ...pair });
    }
  }
  const members = records.map((record, founded) => ({
    recordId: idOf(record),
    source: record.source,
    isPart: of(idOf(record))?.titles[0]?.isPart ?? false,
    founded,
  }));
  const clustering = clustersOf(members, edges, [], stances(of));
  const side = (id: RecordId) => {
    const cluster = clustering.of(id);
    return cluster && { gameId: cluster.gameId, founded: cluster.members[0]?.founded ?? 0, title: '' };
  };
  const doubts = doubtsOf(edges, side, (a, b) => {
    const [left, right] = [clustering.of(a), clustering.of(b)];
    return left && right ? clustering.against(left, right) : null;
  });
  const told = (all: typeof doubts) =>
    all.map(({ recordId, candidate }) => `${recordId} / ${candidate.recordId}`).sort();
  return { games: clustering.clusters.length, asked: told(doubts), held: told(doubts.filter(({ holds }) => holds)) };
}

describe('what becomes of two pages', () => {
  const urls = (url: string) => ({ urls: [{ category: 'game_page' as const, url }] });
  test.each([
    ['an equal title: one game', page('a', 'Маяк'), page('b', 'Маяк'), 1, 0],
    [
      'an equal title by the same author: one game',
      page('a', 'Маяк', by('A. Novak')),
      page('b', 'Маяк', by('a. novak')),
      1,
      0,
    ],
    [
      'an equal title by another author: a question',
      page('a', 'Маяк', by('A. Novak')),
      page('b', 'Маяк', by('Б. Осин')),
      2,
      1,
    ],
    ['the next part of a series: two games', page('a', 'Остров 3'), page('b', 'Остров 2'), 2, 0],
    ['one title within the other: two games', page('a', 'Ash Birch Cedar'), page('b', 'Ash Birch'), 2, 0],
    [
      'a shared address under another title: a question',
      page('a', 'Cold Harbour', urls('http://g.test/it')),
      page('b', 'Midnight Tram', urls('http://g.test/it')),
      2,
      1,
    ],
    ['a second page of one source: two games', page('a', 'Тест'), page('a', 'Тест', { key: '2' }), 2, 0],
    [
      'a second page of one source by the same author: a question',
      page('a', 'Тест', by('X')),
      page('a', 'Тест', { key: '2', ...by('X') }),
      2,
      1,
    ],
  ])('%s', (_, one, other, games, asked) => {
    const found = outcome(one, other);
    expect([found.games, found.asked.length]).toEqual([games, asked]);
  });

  test('one that is likely a duplicate waits for the answer', () => {
    expect(outcome(page('a', 'Маяк', by('A. Novak')), page('b', 'Маяк', by('Б. Осин'))).held).toEqual([
      'b|Маяк / a|Маяк',
    ]);
  });
});

describe('what becomes of three', () => {
  const [mine, theirs] = [page('a', 'Дом', by('X')), page('b', 'Дом', by('Y'))];

  test('two games that are equally likely make questions, and join neither', () => {
    const { games, asked } = outcome(mine, theirs, page('c', 'Дом'));
    expect(games).toBe(3);
    expect(asked).toContain('c|Дом / a|Дом');
    expect(asked).toContain('c|Дом / b|Дом');
  });

  test('of two games with one title the author decides', () => {
    const { games, asked } = outcome(mine, theirs, page('c', 'Дом', by('Y')));
    expect(games).toBe(2);
    expect(asked).toHaveLength(1);
  });

  test('a page with the titles of two parts does not make one of them', () => {
    const both = page('c', 'Doom', { alternativeTitles: [{ title: 'Doom II' }] });
    expect(outcome(page('a', 'Doom'), page('b', 'Doom II'), both).games).toBeGreaterThan(1);
  });

  test('a page with both titles does make one of a game and its translation', () => {
    const both = page('c', 'Lighthouse', { alternativeTitles: [{ title: 'Маяк' }] });
    expect(outcome(page('a', 'Lighthouse'), page('b', 'Маяк'), both).games).toBe(1);
  });
});

describe('a question', () => {
  const evidence: Evidence[] = [{ feature: 'title', weight: 6, detail: '' }];
  const edge: Likeness = { a: 'a|1' as RecordId, b: 'b|1' as RecordId, probability: 0.7, evidence };
  const better: Likeness = { ...edge, a: 'a|2' as RecordId, probability: 0.8 };
  const side = (id: RecordId) => ({ gameId: (id[0] ?? '') as GameId, founded: id.startsWith('a') ? 1 : 2, title: id });
  const ask = (why: Against | null, ...edges: Likeness[]) => doubtsOf(edges, side, () => why);

  test('is asked once for two games, by the records that are most alike, and by the later game', () => {
    expect(ask(null, edge, better)).toMatchObject([
      { recordId: 'b|1', candidate: { recordId: 'a|2', probability: 0.8 } },
    ]);
  });

  test('is never asked where a person has said that they differ', () => {
    expect(ask('judged', edge, { ...better, probability: 0.999 })).toEqual([]);
  });

  test('is asked of what is sure but stopped by a second page of one source', () => {
    expect(ask('source', { ...better, probability: 0.99 })).toHaveLength(1);
    expect(ask('source', better)).toEqual([]);
  });
});
