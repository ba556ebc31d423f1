import { describe, expect, test } from 'vitest';
import type { GameId } from '../../domain/ids.ts';
import type { GameRecord } from '../../domain/record.ts';
import { compare } from './compare.ts';
import { decide } from './decide.ts';
import { blockingKeys } from './keys.ts';
import { numbers, similarity } from './title.ts';

const record = (title: string, more: Partial<GameRecord> = {}): GameRecord => ({
  source: 'a',
  url: `http://a.test/${title}`,
  key: title,
  title,
  ...more,
});
const other = (title: string, more: Partial<GameRecord> = {}): GameRecord =>
  record(title, { source: 'b', url: `http://b.test/${title}`, ...more });
const by = (name: string) => ({ credits: [{ role: 'author' as const, name }] });
const game = (id: string, ...records: GameRecord[]) => ({ gameId: id as GameId, records });

describe('similarity of titles, as the old importer judged it', () => {
  test.each([
    ['Остров: часть 2', 'Остров, часть 3', 0.5],
    ['Ёлка', 'елка!', 1],
    ['А Б В', 'А Б', 0.667],
    ['one two three four five six seven eight nine ten', 'one two three four five six seven eight nine', 0.9],
    [
      'one two three four five six seven eight nine ten eleven',
      'one two three four five six seven eight nine ten',
      0.909,
    ],
    ['Лес-2', 'Лес 2', 1],
    ['snake_case', 'snake case', 0],
    ['', '', 0],
  ])('%s / %s: %d', (a, b, expected) => {
    expect(similarity(a, b)).toBeCloseTo(expected, 3);
  });
});

test('numbers count whether roman or arabic', () => {
  expect(numbers('Doom II')).toBe(numbers('Doom 2'));
  expect(numbers('Часть 2')).not.toBe(numbers('Часть 3'));
});

describe('blocking keys bring together', () => {
  const share = (a: GameRecord, b: GameRecord) => blockingKeys(a).some((key) => blockingKeys(b).includes(key));
  test.each([
    ['equal words', record('Ёлка'), other('елка!')],
    ['titles that differ in spaces and marks', record('0 A.D.'), other('0ad')],
    [
      'long titles that differ in one word',
      record('one two three four five six seven eight nine ten eleven'),
      other('one two three four five six seven eight nine ten'),
    ],
    ['an alternative title', record('Lighthouse', { alternativeTitles: [{ title: 'Маяк' }] }), other('Маяк')],
    [
      'one address, whatever its scheme',
      record('x', { urls: [{ category: 'game_page', url: 'https://www.g.test/p/' }] }),
      other('y', { urls: [{ category: 'download_direct', url: 'http://g.test/p' }] }),
    ],
    [
      'an identifier',
      record('x', { identifiers: [{ scheme: 'ifid', value: 'Z-1' }] }),
      other('y', { identifiers: [{ scheme: 'ifid', value: 'Z-1' }] }),
    ],
  ])('%s', (_, a, b) => expect(share(a, b)).toBe(true));

  test('but not a shared forum, video or review', () => {
    const url = 'http://forum.test/t/1';
    expect(
      share(record('x', { urls: [{ category: 'forum', url }] }), other('y', { urls: [{ category: 'video', url }] })),
    ).toBe(false);
  });
});

describe('decide', () => {
  test.each([
    ['an equal title', record('Маяк'), other('Маяк'), 'same'],
    ['an equal title by the same author', record('Маяк', by('A. Novak')), other('Маяк', by('a. novak')), 'same'],
    [
      'an equal title by another author: a question',
      record('Маяк', by('A. Novak')),
      other('Маяк', by('Б. Осин')),
      'ask',
    ],
    [
      'a shared address and half the title: another game',
      record('Маяк: часть 1', { urls: [{ category: 'game_page', url: 'http://s.test' }] }),
      other('Остров: часть 2', { urls: [{ category: 'game_page', url: 'http://s.test' }] }),
      'new',
    ],
    [
      'a link to the very page of the other, under another title: a question',
      record('Маяк', { urls: [{ category: 'game_page', url: 'http://b.test/Lighthouse' }] }),
      other('Lighthouse'),
      'ask',
    ],
    [
      'a shared identifier under quite another title: a question',
      record('Маяк', { identifiers: [{ scheme: 'ifid', value: '1' }] }),
      other('Остров', { identifiers: [{ scheme: 'ifid', value: '1' }] }),
      'ask',
    ],
    ['the next part of a series', record('Остров 3'), other('Остров 2'), 'new'],
    ['a second page of the same source', record('Тест'), record('Тест', { key: '2', url: 'http://a.test/2' }), 'new'],
    [
      'a second page of the same source by the same author: a question',
      record('Тест', by('X')),
      record('Тест', { key: '2', ...by('X') }),
      'ask',
    ],
  ])('%s', (_, mine, theirs, decision) => {
    expect(decide(mine, [game('g', theirs)]).decision).toBe(decision);
  });

  test('two games that are equally likely make a question', () => {
    const { decision, candidates } = decide(record('Дом'), [
      game('g1', other('Дом', by('X'))),
      game('g2', other('Дом', by('Y'))),
    ]);
    expect(decision).toBe('ask');
    expect(candidates).toHaveLength(2);
  });

  test('of two games with one title the author decides', () => {
    const decided = decide(record('Дом', by('Y')), [
      game('g1', other('Дом', by('X'))),
      game('g2', other('Дом', by('Y'))),
    ]);
    expect(decided).toMatchObject({ decision: 'same', gameId: 'g2' });
  });

  test('a missing value says nothing', () => {
    const features = compare(record('Маяк'), [other('Маяк', { ...by('X'), releaseDate: '2019' })]).map(
      ({ feature }) => feature,
    );
    expect(features).toEqual(['title']);
  });
});
