import { expect, it } from 'vitest';
import { categoryTags } from './desktop-categories.ts';

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
