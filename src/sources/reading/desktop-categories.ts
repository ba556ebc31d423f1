/**
 * What a freedesktop.org menu category says of a game: one of our genres, a word of its own, or nothing.
 */
import type { Tag } from '../../domain/record.ts';
import { tagName } from './tags.ts';

const genres: Record<string, string> = {
  ActionGame: 'g_action',
  Shooter: 'g_action',
  AdventureGame: 'g_adventure',
  LogicGame: 'g_puzzle',
  KidsGame: 'g_kids',
  RolePlaying: 'g_rpg',
  Simulation: 'g_simulation',
};

const words: Record<string, string> = {
  ArcadeGame: 'arcade',
  BlocksGame: 'falling blocks',
  BoardGame: 'board game',
  CardGame: 'card game',
  StrategyGame: 'strategy',
  SportsGame: 'sports',
  Education: 'educational',
};

/** The menu they stand in, and the toolkit they are built with. */
const notOfTheGame = new Set(['Game', 'Application', 'Qt', 'GTK', 'KDE', 'GNOME', 'XFCE', 'LXQt', 'Motif', 'Java']);

const serving = new Set(['Emulator', 'PackageManager', 'Settings', 'Utility']);

/** A program that serves games, such as an emulator, unless it also names a genre of its own. */
export const isTool = (categories: string[]): boolean =>
  categories.some((category) => serving.has(category)) &&
  !categories.some((category) => Object.hasOwn(genres, category) || Object.hasOwn(words, category));

/** Tags in the order of the categories, each once; a category not in the tables becomes readable words (`Two Words`). */
export function categoryTags(categories: string[]): Tag[] {
  const tags = new Map<string, Tag>();
  for (const category of categories) {
    if (notOfTheGame.has(category) || category.startsWith('X-')) continue;
    const slug = Object.hasOwn(genres, category) ? genres[category] : undefined;
    const name = Object.hasOwn(words, category) ? words[category] : spaced(category);
    if (slug) tags.set(slug, { category: 'genre', slug });
    else if (name) tags.set(name, { category: 'tag', name });
  }
  return [...tags.values()];
}

/** `PackageManager` → `package manager`, `3DGraphics` → `3d graphics`. */
const spaced = (category: string) => tagName('tag', category.slice(0, 100).replace(/([a-z]|\dD)(?=[A-Z])/g, '$1 '));
