/**
 * Which packages of a Debian-style index are games, and what its terms (debtags) and version numbers say of them.
 */
import type { Tag } from '../../domain/record.ts';

/** A package is a part of a game, and no game itself, when its name ends so… */
const endings = [
  ...['data', 'data-[a-z0-9]+', 'common', 'base', 'doc', 'docs', 'dbg', 'dbgsym', 'dev', 'src', 'datasrc'],
  ...['music', 'music-[a-z]+', 'sound', 'sounds', 'audio', 'textures', 'models', 'images', 'maps', 'levels', 'themes'],
  ...['fonts', 'server', 'servers', 'metaserver', 'dedicated', 'tools', 'editor', 'l10n', 'i18n', 'lang', 'locales'],
  ...['dictionary', 'bitmaps', 'desktop-entries'],
];
/** …or begins so: modules of a program that plays many games, texts for one that shows many… */
const beginnings = ['minetest-mod', 'luanti-mod', 'libretro', 'kodi-game', 'mupen64plus-[a-z]+', 'fortunes', 'python3'];
const partName = new RegExp(`-(?:${endings.join('|')})$|^(?:${beginnings.join('|')})-|^lib[a-z0-9.-]*(?:\\d|-java)$`);

/** …or when its role is one of these. A program that is data as well (`0ad-data-common`) still is a part. */
const partRoles = new Set(
  [
    'app-data',
    'data',
    'documentation',
    'devel-lib',
    'shared-lib',
    'plugin',
    'debug-symbols',
    'dummy',
    'metapackage',
  ].map((role) => `role::${role}`),
);

/** `games`, `contrib/games`, `universe/games`. */
export const isGameSection = (section: string) => /^(?:[\w-]+\/)?games$/.test(section);

/** Whether the package is only a part of some game: its data, its server, its documentation. */
export function isPart(name: string, terms: string[]): boolean {
  return partName.test(name) || terms.some((term) => partRoles.has(term));
}

const genres: Record<string, string> = {
  action: 'g_action',
  fps: 'g_action',
  adventure: 'g_adventure',
  puzzle: 'g_puzzle',
  rpg: 'g_rpg',
  'rpg:rogue': 'g_rpg',
  simulation: 'g_simulation',
};

/** Words of their own; a genre may have one beside it. */
const words: Record<string, string> = {
  arcade: 'arcade',
  board: 'board game',
  'board:chess': 'chess',
  card: 'card game',
  demos: 'demo',
  fps: 'first-person shooter',
  mud: 'mud',
  platform: 'platformer',
  'rpg:rogue': 'roguelike',
  sport: 'sports',
  'sport:racing': 'racing',
  strategy: 'strategy',
  tetris: 'falling blocks',
  toys: 'toy',
  typing: 'typing',
};

/** Terms of the facet `game::`; one that stands in no table is returned as unread. */
export function readGameTerms(terms: string[]): { tags: Tag[]; unread: string[] } {
  const tags: Tag[] = [];
  const unread: string[] = [];
  for (const term of terms) {
    if (!term.startsWith('game::')) continue;
    const kind = term.slice('game::'.length);
    const slug = Object.hasOwn(genres, kind) ? genres[kind] : undefined;
    const name = Object.hasOwn(words, kind) ? words[kind] : undefined;
    if (slug && !tags.some((tag) => tag.slug === slug)) tags.push({ category: 'genre', slug });
    if (name) tags.push({ category: 'tag', name });
    if (!slug && !name && kind !== 'TODO') unread.push(`tag ${term.slice(0, 60)}`);
  }
  return { tags, unread };
}

/** The part of a version its authors gave: no epoch, no packaging revision, no mark of repacking. `1:2.4+dfsg-3` → `2.4`. */
export function upstreamVersion(version: string): string {
  return version
    .replace(/^\d+:/, '')
    .replace(/-[^-]*$/, '')
    .replace(/[+~.-](?:dfsg|ds|repack|nmu)[\d.]*$/, '');
}
