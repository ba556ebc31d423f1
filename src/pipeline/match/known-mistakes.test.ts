/** Mistakes that people reported to other catalogues; here they do not happen. Each is named by its report. */
import { describe, expect, test } from 'vitest';
import { clusterPairs } from './cluster-pairs.ts';
import { judgePair } from './pair.ts';
import { type Matchable, traitsOf } from './traits.ts';

const game = (title: string, more: Partial<Matchable> = {}): Matchable => ({
  source: 'a',
  key: title,
  titles: [title],
  ...more,
});
const judge = (left: Matchable, right: Matchable) => judgePair(traitsOf(left), traitsOf({ ...right, source: 'b' }));

describe('a series is not one game', () => {
  test('RomM#4222: four games of Ratchet & Clank stay four', () => {
    const people = { authors: ['Insomniac Games'], publishers: ['Sony Computer Entertainment'], platforms: ['PS2'] };
    const games = [
      game('Ratchet & Clank', people),
      game('Ratchet & Clank: Going Commando', people),
      game('Ratchet & Clank: Up Your Arsenal', people),
      game('Ratchet & Clank: Size Matters', people),
    ];
    for (const [index, left] of games.entries()) {
      for (const right of games.slice(index + 1)) expect(judge(left, right).decision).not.toBe('same');
    }
  });

  test.each([
    ['RomM#3805: a game and its numbered sequel', 'Sonic the Hedgehog', 'Sonic the Hedgehog 2'],
    ['RomM#3309: Ecco the Dolphin and The Tides of Time', 'Ecco the Dolphin', 'Ecco: The Tides of Time'],
    [
      'RomM#3309: Ecco the Dolphin and Defender of the Future',
      'Ecco the Dolphin',
      'Ecco the Dolphin: Defender of the Future',
    ],
    ['RomM#1959: Final Fantasy VII is no version of IX', 'Final Fantasy VII', 'Final Fantasy IX'],
    ['RomM#1959: nor written with digits', 'Final Fantasy 7', 'FINAL FANTASY IX'],
    ['RomM#1070: the base title is not its sequel', 'Super Mario Land', 'Super Mario Land 2: 6 Golden Coins'],
    ['PlayniteExtensions#138: Nioh and Nioh 2', 'Nioh', 'Nioh 2'],
  ])('%s', (_, left, right) => {
    expect(judge(game(left), game(right)).decision).not.toBe('same');
  });

  test('RomM#1959: a numeral that differs is the strongest evidence told', () => {
    const { decision, evidence } = judge(game('Final Fantasy VII'), game('Final Fantasy IX'));
    expect(decision).toBe('different');
    expect(evidence[0]).toMatchObject({ feature: 'number', detail: 'different: 7 and 9' });
  });
});

describe('one title, two games', () => {
  test('Playnite#3674: The Witness of 1983 is not The Witness of 2016', () => {
    const old = game('The Witness', { releaseDate: '1983' });
    expect(judge(old, game('The Witness', { releaseDate: '2016-01-26' })).decision).not.toBe('same');
    expect(judge(old, game('The Witness', { releaseDate: '1983' })).decision).toBe('same');
  });

  test('Playnite#3674: authors tell them apart where no year is said', () => {
    const [old, young] = [
      game('The Witness', { authors: ['Stu Galley'] }),
      game('The Witness', { authors: ['Jonathan Blow'] }),
    ];
    expect(judge(old, young).decision).not.toBe('same');
  });

  test('RomM#2127: a game for the Amstrad CPC is not the one of that title for the PS4', () => {
    const cpc = game('Prehistoric Park', { platforms: ['Amstrad CPC'] });
    expect(judge(cpc, game('Prehistoric Park', { platforms: ['PlayStation 4'] })).decision).not.toBe('same');
    expect(judge(cpc, game('Prehistoric Park', { releaseDate: '2017' })).decision).not.toBe('same');
    expect(judge(cpc, game('Prehistoric Park', { platforms: ['Amstrad CPC disk images'] })).decision).toBe('same');
  });

  test.each([
    ['Prey', '2006', '2017'],
    ['Doom', '1993', '2016'],
    ['Tetris', '1984', '2002'],
  ])('%s of %s is not that of %s', (title, year, other) => {
    const [left, right] = [game(title, { releaseDate: year }), game(title, { releaseDate: other })];
    expect(judge(left, right).decision).not.toBe('same');
    expect(judge(game(title), game(`${title} (${other})`)).decision).not.toBe('same');
  });
});

describe('no single word decides', () => {
  test('RomM#3811: one shared id does not make one game of two titles with other numbers', () => {
    const [left, right] = [
      game('Blue Lamp 2', { identifiers: ['igdb:77'], authors: ['Vera Lunina'] }),
      game('Red Kettle 5', { identifiers: ['igdb:77'], authors: ['Oleg Basov'] }),
    ];
    expect(judge(left, right).decision).not.toBe('same');
  });

  test('RomM#3811: one bad pair joins no two groups, for a game has one record of each source', () => {
    const pairs = [
      { left: 'a:1', right: 'b:1', score: 8 },
      { left: 'a:2', right: 'b:2', score: 8 },
      { left: 'a:1', right: 'b:2', score: 4 },
    ];
    const games = clusterPairs(pairs, { least: 3, sourceOf: (id) => id.charAt(0) });
    expect(games.get('a:1')).toBe(games.get('b:1'));
    expect(games.get('a:2')).toBe(games.get('b:2'));
    expect(games.get('a:1')).not.toBe(games.get('a:2'));
  });

  test('openlibrary#9794: an equal title is no short-cut: what speaks against still counts', () => {
    const [stub, full] = [game('Lighthouse at Dusk'), game('Lighthouse at Dusk', { authors: ['Vera Lunina'] })];
    expect(judge(stub, full).evidence.map(({ feature }) => feature)).toContain('title');
    expect(judge({ ...stub, releaseDate: '1991' }, { ...full, releaseDate: '2019' }).decision).not.toBe('same');
    expect(judge({ ...stub, authors: ['Oleg Basov'] }, full).decision).not.toBe('same');
  });

  test('openlibrary#9794: a thin stub with a common title is a question', () => {
    const rarity = { of: () => 6 };
    const [left, right] = [traitsOf(game('Snake')), traitsOf({ ...game('Snake'), source: 'b' })];
    expect(judgePair(left, right, { rarity }).decision).toBe('ask');
  });

  test('openlibrary#9389: another publisher speaks against, beside the same author, title and year', () => {
    const said = { authors: ['Vera Lunina'], releaseDate: '1999' };
    const alone = judge(game('Lighthouse', said), game('Lighthouse', said));
    const other = judge(
      game('Lighthouse', { ...said, publishers: ['Blue Lamp'] }),
      game('Lighthouse', { ...said, publishers: ['Red Kettle'] }),
    );
    expect(other.probability).toBeLessThan(alone.probability);
    expect(other.evidence.find(({ feature }) => feature === 'publisher')?.weight).toBeLessThan(0);
  });

  test('openlibrary: a value that is missing says nothing', () => {
    const [bare, dated] = [
      judge(game('Lighthouse'), game('Lighthouse')),
      judge(game('Lighthouse', { releaseDate: '1999' }), game('Lighthouse')),
    ];
    expect(dated.probability).toBe(bare.probability);
  });

  test('beets#3603: of two candidates that are as good neither joins', () => {
    const pairs = [
      { left: 'a:1', right: 'b:1', score: 6 },
      { left: 'a:1', right: 'b:2', score: 6 },
      { left: 'a:3', right: 'b:3', score: 6 },
    ];
    const games = clusterPairs(pairs, { least: 3, gap: 1, sourceOf: (id) => id.charAt(0) });
    expect(games.get('b:1')).toBe('b:1');
    expect(games.get('b:2')).toBe('b:2');
    expect(games.get('b:3')).toBe('a:3');
  });

  test('beets#6080: every decision says why, the strongest first, and its weights add up', () => {
    const { evidence } = judge(
      game('Lighthouse 2', { authors: ['Vera Lunina'] }),
      game('Lighthouse 3', { authors: ['Vera Lunina'] }),
    );
    const weights = evidence.map(({ weight }) => Math.abs(weight));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    for (const { detail } of evidence) expect(detail).not.toBe('');
  });
});
