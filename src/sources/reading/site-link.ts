/**
 * Links that a shop or database gives with a game: a site, a channel, another shop. Where their address says nothing,
 * they are `other`: a studio's site is shared by its games, and as `game_page` it would make one game of them.
 */
import type { GameUrl } from '../../domain/record.ts';
import { label } from './text.ts';
import { categorise } from './url-category.ts';

/** Sorts the link; null for an address that no reader can follow. */
export function siteLink(written: string | undefined, description: string, base?: string): GameUrl | null {
  const name = label(description, 200);
  const found = categorise({ url: written ?? '', description: name, ...(base !== undefined && { base }) });
  if (found === null) return null;
  return found.category === 'unknown' ? { ...found, category: 'other' } : found;
}
