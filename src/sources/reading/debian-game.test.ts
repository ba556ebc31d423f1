import { describe, expect, it } from 'vitest';
import { isGameSection, isPart, readGameTerms, upstreamVersion } from './debian-game.ts';

describe('packages that are games', () => {
  it('stand in the section of games, whatever the component', () => {
    expect(['games', 'contrib/games', 'non-free/games', 'universe/games'].every(isGameSection)).toBe(true);
    expect(['', 'mail', 'gamesome', 'games/mail', 'a/b/games'].some(isGameSection)).toBe(false);
  });

  it.each([
    ...['lake-data', 'lake-data-it', 'lake-common', 'lake-doc', 'lake-dbgsym', 'lake-music-ogg', 'lake-server'],
    ...['minetest-mod-boats', 'libretro-lake', 'fortunes-lake', 'liblake2', 'liblake-java'],
  ])('%s is only a part of one', (name) => expect(isPart(name, [])).toBe(true));

  it.each(['lake', 'data', 'lake-console', 'lake-client', 'database', 'liblake', 'minetest', 'lake2'])(
    '%s is one',
    (name) => expect(isPart(name, ['role::program', 'game::board'])).toBe(false),
  );

  it('are no parts by their role', () => {
    expect(isPart('lake', ['role::app-data'])).toBe(true);
    expect(isPart('lake', ['role::program', 'role::metapackage'])).toBe(true);
  });
});

describe('terms of the facet game::', () => {
  it('become genres and words, each genre once', () => {
    expect(readGameTerms(['game::rpg', 'game::rpg:rogue', 'interface::x11', 'game::card'])).toEqual({
      tags: [
        { category: 'genre', slug: 'g_rpg' },
        { category: 'tag', name: 'roguelike' },
        { category: 'tag', name: 'card game' },
      ],
      unread: [],
    });
  });

  it('are unread when no table knows them', () => {
    expect(readGameTerms(['game::constructor', 'game::TODO'])).toEqual({ tags: [], unread: ['tag game::constructor'] });
  });
});

describe('a version without what packaging added', () => {
  it.each([
    ['1.0-1', '1.0'],
    ['1:2.4+dfsg-3', '2.4'],
    ['0.0.26-3', '0.0.26'],
    ['2.4-rc1-1', '2.4-rc1'],
    ['20210102', '20210102'],
    ['3.22.23+ds1-1+b2', '3.22.23'],
    ['1.2.dfsg.1-4', '1.2'],
    ['0.9~rc2-1', '0.9~rc2'],
    ['', ''],
  ])('%s is %s', (version, upstream) => expect(upstreamVersion(version)).toBe(upstream));
});
