/**
 * Words that lists of open source games have in common: systems, genres, and what another game is to this one.
 */
import type { GameUrl, Tag } from '../../domain/record.ts';
import { label, line } from './text.ts';
import { webLink } from './web-link.ts';

const systems: Record<string, { name?: string; slug: string }> = {
  windows: { slug: 'os_win' },
  linux: { slug: 'os_linux' },
  macos: { slug: 'os_macos' },
  osx: { name: 'macOS', slug: 'os_macos' },
  'os x': { name: 'macOS', slug: 'os_macos' },
  dos: { slug: 'os_dos' },
  android: { slug: 'os_android' },
  ios: { slug: 'os_ios' },
  web: { slug: 'os_web' },
};

/** `Linux` → the platform as it is called, and the system's tag where there is one. */
export function platformTags(names: readonly string[]): Tag[] {
  return unique(
    names.flatMap((written): Tag[] => {
      const name = label(written, 100);
      const key = name.toLowerCase();
      const system = Object.hasOwn(systems, key) ? systems[key] : undefined;
      if (name === '') return [];
      const platform: Tag = { category: 'platform', name: system?.name ?? name };
      return system ? [platform, { category: 'os', slug: system.slug }] : [platform];
    }),
  );
}

const genres: Record<string, string> = {
  action: 'g_action',
  adventure: 'g_adventure',
  puzzle: 'g_puzzle',
  'role playing': 'g_rpg',
  rpg: 'g_rpg',
  simulation: 'g_simulation',
  'for kids': 'g_kids',
  'for adults': 'g_adult',
  'science fiction': 'g_scifi',
};

/** Our genres where there is one, else the word itself. */
export function wordTags(words: readonly string[]): Tag[] {
  return unique(
    words.flatMap((written): Tag[] => {
      const name = label(written, 100);
      const key = name.toLowerCase();
      const slug = Object.hasOwn(genres, key) ? genres[key] : undefined;
      if (name === '') return [];
      return [slug ? { category: 'genre', slug } : { category: 'tag', name }];
    }),
  );
}

/** Unknown and missing licences are written `?` and `None`. */
export const licenseTags = (names: readonly string[]): Tag[] =>
  unique(
    names
      .map((name) => label(name, 100))
      .filter((name) => name !== '' && name !== '?' && name !== 'None')
      .map((name): Tag => ({ category: 'license', name })),
  );

/** What another game is to this one: a word about it, never one of its own titles or pages. */
export const relationTags = (relation: string, games: readonly string[]): Tag[] =>
  unique(
    games
      .map((game) => label(game, 150))
      .filter(Boolean)
      .map((game): Tag => ({ category: 'tag', name: `${relation} ${game}` })),
  );

/** An encyclopedia's page is about more than this game: often about the one it was made after. */
const encyclopedia = /^https?:\/\/(?:[\w-]+\.)*(?:wikipedia\.org|wikidata\.org|mobygames\.com|tvtropes\.org)\//;
const file = /\.(?:zip|rar|7z|tar|tgz|tar\.\w{1,4}|exe|msi|dmg|apk|jar|deb|rpm|appimage)$/i;

export const homeLink = (url: string): GameUrl | null => link(encyclopedia.test(url) ? 'other' : 'game_page', url);
export const downloadLink = (url: string): GameUrl | null =>
  link(file.test(url.replace(/[?#].*$/s, '')) ? 'download_direct' : 'download_landing', url);

/** A link of this kind; null for an address that no reader can follow. */
export function link(category: GameUrl['category'], written: string, description?: string): GameUrl | null {
  const url = webLink(written);
  return url === null ? null : { category, url, ...(description && { description: line(description, 200) }) };
}

function unique(tags: Tag[]): Tag[] {
  if (tags.length < 2) return tags;
  return [...new Map(tags.map((tag) => [`${tag.category} ${tag.slug} ${tag.name}`, tag])).values()];
}
