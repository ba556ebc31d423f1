import { describe, expect, test } from 'vitest';
import type { GameRecord } from '../../domain/record.ts';
import { blockingKeys } from './keys.ts';

const record = (title: string, more: Partial<GameRecord> = {}): GameRecord => ({
  source: 'a',
  url: `http://a.test/${encodeURIComponent(title)}`,
  key: title,
  title,
  ...more,
});
const other = (title: string, more: Partial<GameRecord> = {}): GameRecord =>
  record(title, { source: 'b', url: `http://b.test/${encodeURIComponent(title)}`, ...more });
const share = (a: GameRecord, b: GameRecord) => blockingKeys(a).filter((key) => blockingKeys(b).includes(key));

describe('blocking keys bring together', () => {
  test.each([
    ['equal words', record('Ёлка'), other('елка!')],
    ['titles that differ in spaces and marks', record('0 A.D.'), other('0ad')],
    [
      'long titles that differ in a word',
      record('one two three four five six seven'),
      other('one two three four five'),
    ],
    ['an alternative title', record('Lighthouse', { alternativeTitles: [{ title: 'Маяк' }] }), other('Маяк')],
    ['two ways to write Russian in Latin letters', record('Зов Ктулху'), other('Zov Ktulhu')],
    ['a title and another’s subtitle', record('Chronicles: Emberfall'), other('Emberfall')],
    ['a slip of the pen', record('Labyrinthus'), other('Labyrintus')],
    ['an article in one word with the name', record('The X Tech'), other('TheXTech')],
    ['initials', record('CCCP'), other('Cortex Command Community Project')],
    [
      'an author in one year, whatever the title',
      record('Первое имя', { releaseDate: '2001', credits: [{ role: 'author', name: 'Vera Lunina' }] }),
      other('Second name', { releaseDate: '2001-05', credits: [{ role: 'author', name: 'Lunina, Vera' }] }),
    ],
    [
      'one address, whatever its scheme',
      record('x', { urls: [{ category: 'game_page', url: 'https://www.g.test/p/' }] }),
      other('y', { urls: [{ category: 'download_direct', url: 'http://g.test/p' }] }),
    ],
    ['the page itself', record('x'), other('y', { urls: [{ category: 'game_page', url: 'http://a.test/x' }] })],
    [
      'an identifier',
      record('x', { identifiers: [{ scheme: 'ifid', value: 'Z-1' }] }),
      other('y', { identifiers: [{ scheme: 'ifid', value: 'Z-1' }] }),
    ],
  ])('%s', (_, a, b) => expect(share(a, b)).not.toEqual([]));

  test('but not a shared forum, video or review', () => {
    const url = 'http://forum.test/t/1';
    const [a, b] = [
      record('x', { urls: [{ category: 'forum', url }] }),
      other('y', { urls: [{ category: 'video', url }] }),
    ];
    expect(share(a, b)).toEqual([]);
  });

  test('namesakes meet under finer keys, where the name alone is too common', () => {
    const [a, b] = [record('Adventure', { releaseDate: '1998' }), other('Adventure', { releaseDate: '1998-02-03' })];
    expect(share(a, b)).toContain('y:adventure|1998');
  });
});

test('a record of many long titles has a bounded number of keys, each of bounded length', () => {
  const long = Array.from({ length: 200 }, (_, n) => ({ title: `${'very '.repeat(300)}long title number ${n}` }));
  const keys = blockingKeys(record('Long', { alternativeTitles: long }));
  expect(keys.length).toBeLessThan(400);
  expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(160);
});
