/** The rule of the importer this project replaces, to be measured beside: titles as sets of words (source contracts §11.3). */

/** The set of maximal runs of letters, digits and underscore, lower case, ё as е. */
export function words(title: string): Set<string> {
  return new Set(
    title
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}_]+/gu) ?? [],
  );
}

/** Jaccard similarity of two titles' words, 0 to 1; 0 when one has none. */
export function similarity(a: string, b: string): number {
  const [left, right] = [words(a), words(b)];
  if (left.size === 0) return 0;
  const common = left.intersection(right).size;
  return common / (left.size + right.size - common);
}
