/**
 * Where documents lie in a Debian-style archive. Two sources read such documents, from whichever archive
 * the operator names: there is no address that would be right for everyone.
 */
import type { Seed, SourceSettings } from '../../domain/source.ts';

export const archiveSetting = 'VARIORUM_DEBIAN_ARCHIVE';

/** The path from `dists/` on, without compression: the same document on every mirror. Null when `url` leads elsewhere. */
export function archivePath(url: string): string | null {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return null;
  const start = parsed.pathname.indexOf('/dists/');
  return start === -1 ? null : parsed.pathname.slice(start + 1).replace(/\.(gz|xz)$/, '');
}

/** A document of the archive as a seed; none while the archive is not named. */
export function archiveSeeds(settings: SourceSettings, path: string): Seed[] {
  const archive = URL.parse(settings[archiveSetting]?.trim() ?? '');
  if (!archive || !/^https?:$/.test(archive.protocol)) return [];
  return [{ as: 'page', url: `${archive.origin}${archive.pathname.replace(/\/+$/, '')}/${path}` }];
}
