/**
 * What nobody read in a document of many records: each thing once, with how many records it stands in.
 */

/** `Branding` in eleven records → `Branding (11)`, the most frequent first; beyond `most` lines only their number is told. */
export function countUnread(paths: string[], most = 50): string[] {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
  const lines = [...counts].sort((left, right) => right[1] - left[1]).map(([path, count]) => `${path} (${count})`);
  return atMost(lines, most);
}

/** The first `most` lines, then how many are left: one bad document must not fill a report. */
export function atMost(lines: string[], most = 50): string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), `and ${lines.length - most} more`];
}
