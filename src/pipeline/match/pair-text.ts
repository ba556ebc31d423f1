/** A text as pairs are compared by: words in one spelling with version numbers kept whole, its numbers by what they mean. */
import { toAscii } from './fold.ts';
import { triplesOf } from './string-measures.ts';

export type PairText = {
  words: readonly string[];
  set: ReadonlySet<string>;
  /** Words with single spaces, and without any. */
  plain: string;
  squashed: string;
  triples: Int32Array;
  /** Versions and counts («8», «6.5», the 3 of «cs3»). */
  versions: ReadonlySet<string>;
  years: ReadonlySet<string>;
  /** Long numbers and words mixed of letters and digits: article numbers, models. */
  models: ReadonlySet<string>;
};

/** So much of a long text counts. */
const longest = 1000;
const roman: Readonly<Record<string, string>> = Object.fromEntries(
  'ii iii iv vi vii viii ix xi xii xiii xiv xv xvi'
    .split(' ')
    .map((word, index) => [word, String([2, 3, 4, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16][index])]),
);

/** Words of a text: «v. 8by» is «v 8 by», «7.0» and «VII» are «7», «6.5» stays whole, «creep's» is «creeps». */
export function pairWords(written: string): string[] {
  const ascii = toAscii(written.slice(0, longest))
    .replace(/(?<=[a-z0-9])['`](?=[a-z])/g, '')
    .replaceAll('&', ' and ');
  const found = ascii.match(/\d+(?:\.\d+)+|[a-z0-9]+/g) ?? [];
  return found.flatMap((word, index) => {
    if (/^\d/.test(word)) {
      if (/^\d+$/.test(word)) return word.replace(/^0+(?=\d)/, '');
      if (word.includes('.')) return word.replace(/^0+(?=\d)/, '').replace(/(?:\.0+)+$/, '');
      const parts = /^(\d+)([a-z]{2,})$/.exec(word);
      return parts ? [parts[1] ?? '', parts[2] ?? ''] : word;
    }
    if (/^v\d+$/.test(word)) return word.slice(1);
    return (index > 0 ? roman[word] : undefined) ?? word;
  });
}

export function pairText(words: readonly string[]): PairText {
  const plain = words.join(' ');
  const versions = new Set<string>();
  const years = new Set<string>();
  const models = new Set<string>();
  for (const word of words) {
    if (!/\d/.test(word)) continue;
    if (/^(?:19[5-9]\d|20[0-4]\d)$/.test(word)) years.add(word);
    else if (/^\d{1,3}(?:\.\d+)*$/.test(word)) versions.add(word);
    else if (/^[a-z]+\d{1,2}$/.test(word)) {
      versions.add(word.replace(/^[a-z]+/, ''));
      if (word.length > 4) models.add(word);
    } else models.add(word);
  }
  return {
    words,
    set: new Set(words),
    plain,
    squashed: words.join(''),
    triples: triplesOf(plain),
    versions,
    years,
    models,
  };
}
