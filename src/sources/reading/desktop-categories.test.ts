import { describe, expect, it } from 'vitest';
import { categoryTags, isTool } from './desktop-categories.ts';

it('menu categories become genres where there is one, else words; each once', () => {
  expect(
    categoryTags(['Game', 'LogicGame', 'BoardGame', 'ActionGame', 'Shooter', '3DGraphics', 'PackageManager']),
  ).toEqual([
    { category: 'genre', slug: 'g_puzzle' },
    { category: 'tag', name: 'board game' },
    { category: 'genre', slug: 'g_action' },
    { category: 'tag', name: '3d graphics' },
    { category: 'tag', name: 'package manager' },
  ]);
});

it('menus, toolkits and private categories say nothing of a game', () => {
  expect(categoryTags(['Game', 'Qt', 'GNOME', 'X-Whatever', 'Application'])).toEqual([]);
});

describe('a program that only serves games', () => {
  it.each([
    ['Game', 'Emulator'],
    ['PackageManager', 'Game'],
    ['Game', 'Utility', 'Qt'],
  ])('is known by %s, %s', (...categories) => expect(isTool(categories)).toBe(true));

  it.each([['Game'], ['Game', 'Emulator', 'AdventureGame'], ['Game', 'Utility', 'BoardGame'], ['Game', 'constructor']])(
    'is not meant by %s',
    (...categories) => expect(isTool(categories)).toBe(false),
  );
});
