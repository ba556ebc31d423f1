/** No series of games is ever joined into one, and the same game is found in its many spellings. */
import { describe, expect, test } from 'vitest';
import { readSeries } from '../../../test/series-list.ts';
import { judgePair } from './pair.ts';
import { type Rarity, unknownRarity, WordCounter } from './rarity.ts';
import { type Matchable, type Traits, traitsOf } from './traits.ts';

const all = readSeries();
const words = new WordCounter();
for (const { games } of all) for (const { record } of games) words.add(traitsOf(record).titles);

/** All games of a series are by the same people, of one publisher, for one machine, unless the list says otherwise. */
const sharedBySeries = (record: Matchable): Matchable => ({
  ...record,
  authors: record.authors ?? ['Vera Lunina'],
  publishers: ['Lighthouse'],
  platforms: record.platforms ?? ['Windows'],
});

test('the set holds at least 300 real series, and spellings of their games', () => {
  expect(all.length).toBeGreaterThanOrEqual(300);
  expect(all.flatMap(({ games }) => games).length).toBeGreaterThan(3000);
  expect(all.flatMap(({ games }) => games.flatMap(({ spellings }) => spellings)).length).toBeGreaterThan(900);
});

type Told = { what: string; read: (record: Matchable) => Traits; rarity: Rarity };
const told: Told[] = [
  { what: 'titles alone', read: traitsOf, rarity: unknownRarity },
  { what: 'titles alone, words counted in a catalogue', read: traitsOf, rarity: words.rarity() },
  { what: 'the same people and machine', read: (record) => traitsOf(sharedBySeries(record)), rarity: unknownRarity },
  {
    what: 'the same people and machine, words counted in a catalogue',
    read: (record) => traitsOf(sharedBySeries(record)),
    rarity: words.rarity(),
  },
];

describe.each(told)('$what', ({ read, rarity }) => {
  const decide = (left: Traits, right: Traits) => judgePair(left, right, { rarity }).decision;

  test('two games of a series are never decided to be one, however either is spelled', () => {
    const collapsed: string[] = [];
    for (const { games } of all) {
      const spelled = games.map(({ record, spellings }) => [record, ...spellings].map(read));
      for (const [index, mine] of spelled.entries()) {
        for (const others of spelled.slice(index + 1)) {
          for (const left of mine) {
            for (const right of others) {
              if (decide(left, right) === 'same') collapsed.push(`${left.key} is not ${right.key}`);
            }
          }
        }
      }
    }
    expect(collapsed).toEqual([]);
  });

  test('spellings of one game are joined, or asked about', () => {
    const decided = { same: 0, ask: 0, different: 0 };
    for (const { record, spellings } of all.flatMap(({ games }) => games)) {
      for (const spelling of spellings) decided[decide(read(record), read(spelling))] += 1;
    }
    const count = decided.same + decided.ask + decided.different;
    expect((decided.same + decided.ask) / count).toBeGreaterThan(0.99);
    expect(decided.same / count).toBeGreaterThan(0.9);
  });
});

const marks = [
  ': Original Soundtrack',
  ' OST',
  ' Artbook',
  ' Demo',
  ' Beta',
  ' (Alpha)',
  ' Prototype',
  ': Prologue',
  ' DLC',
  ' Expansion Pack',
  ' Level Editor',
  ' (mod)',
  ' Lite',
  ' Remake',
  ' Remastered',
  ': Definitive Edition',
  ": Director's Cut",
  ' HD',
  ' VR',
  ' 3D',
  ' Zero',
  ' Returns',
  ' Online',
  ' Plus',
  ' (2016)',
  ' 98',
  ' 1.5',
  ' 2',
  ' III',
  ' X',
  ', часть 4',
  ': Episode Five',
  ': Chapter 6',
  ': Season 7',
  ' Trilogy',
  ' Collection',
  ': Dusk',
];

test.each(['Lighthouse', 'Blue Lamp', 'Ключ от города'])('«%s» is joined with nothing that carries a mark', (name) => {
  const shared = { source: 'a', authors: ['Vera Lunina'], publishers: ['Lamp'], platforms: ['Windows'] };
  const titles = [name, ...marks.map((mark) => `${name}${mark}`)];
  const joined: string[] = [];
  for (const [index, left] of titles.entries()) {
    for (const right of titles.slice(index + 1)) {
      const [mine, theirs] = [left, right].map((title) => traitsOf({ ...shared, key: title, titles: [title] }));
      if (mine && theirs && judgePair(mine, theirs).decision === 'same') joined.push(`${left} is not ${right}`);
    }
  }
  expect(joined).toEqual([]);
});
