/**
 * Links on a game's page that need a second thought: buttons, whose words say less than their addresses, and links to
 * other pages of the same site.
 */
import type { GameUrl, UrlCategory } from '../../domain/record.ts';
import { line } from './text.ts';
import { categorise, type Link } from './url-category.ts';

type IsOfThisSite = (url: string) => boolean;

/** Another game's page on the same site is not this game's page: as such it would make one game of two. */
export function withoutOtherGames(link: GameUrl | null, isOfThisSite: IsOfThisSite): GameUrl | null {
  return link && isOtherGame(link, isOfThisSite) ? { ...link, category: 'other' } : link;
}

/** A button («Играть», «Скачать»): sorted by its address, by its words only where the address says nothing. */
export function categoriseButton(link: Link, isOfThisSite: IsOfThisSite): GameUrl | null {
  const found = categorise({ ...link, description: '' });
  if (found === null || (found.category !== 'unknown' && !isOtherGame(found, isOfThisSite))) return found;
  const description = line(link.description ?? '', 200);
  return {
    category: byWords(description.toLowerCase()),
    url: found.url,
    description: description || found.description,
  };
}

const isOtherGame = ({ category, url }: GameUrl, isOfThisSite: IsOfThisSite) =>
  category === 'game_page' && isOfThisSite(url);

function byWords(words: string): UrlCategory {
  if (words.includes('скачать')) return 'download_landing';
  return words.includes('играть') ? 'play_online' : 'other';
}
