/** Comparing titles as sets of words (source contracts §11.3), and the numbers that tell parts of a series apart. */

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

const roman = new Map([
  ['ii', '2'],
  ['iii', '3'],
  ['iv', '4'],
  ['v', '5'],
  ['vi', '6'],
  ['vii', '7'],
  ['viii', '8'],
  ['ix', '9'],
  ['x', '10'],
]);

/** The numbers a title carries, roman ones as arabic: «Doom II» and «Doom 2» agree, «Part 2» and «Part 3» do not. */
export function numbers(title: string): string {
  return [...words(title)]
    .flatMap((word) => (/^\d+$/.test(word) ? String(Number(word)) : (roman.get(word) ?? [])))
    .sort()
    .join(' ');
}
