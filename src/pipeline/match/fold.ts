/**
 * One spelling for texts that are compared: ASCII, lower case, words with single spaces. Scripts are transliterated
 * (any-ascii), so that «Зов Ктулху» and «Zov Ktulkhu» can meet; accents, width, ё and punctuation do not count.
 */
import anyAscii from 'any-ascii';

const plain = /^[ -~]*$/;

/** ASCII in lower case; punctuation stands. */
export function toAscii(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  // ё and е are one letter to people; ² and ３ are digits; the marks of trade say nothing.
  const same = text
    .replace(/[\u2122\u00ae\u00a9]/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е');
  return plain.test(same) ? same : anyAscii(same).toLowerCase();
}

/** Words of letters and digits; an apostrophe within a word is not there: «Creep's» is «creeps». */
export function wordsOf(text: string): string[] {
  const ascii = toAscii(text)
    .replace(/(?<=[a-z0-9])['`](?=[a-z])/g, '')
    .replaceAll('&', ' and ');
  return ascii.match(/[a-z0-9]+/g) ?? [];
}

/**
 * Romanisations differ between people: «Khudozhnik», «Hudozhnik»; «Toukyou», «Tokyo». What is left is the sound of it,
 * roughly: good for finding candidates, not for deciding.
 */
export function soundOf(ascii: string): string {
  return ascii
    .replace(/shch|sch|shh/g, 's')
    .replace(/ts/g, 'c')
    .replaceAll('kh', 'h')
    .replace(/(?<=[gzscptdbrw])h/g, '')
    .replace(/ou|oo|oh(?![aeiou])/g, 'o')
    .replace(/uu/g, 'u')
    .replace(/y[aeou]|j[aeou]|i[aeou]/g, (two) => two.slice(1))
    .replace(/[yj]/g, 'i')
    .replace(/ks/g, 'x')
    .replace(/w/g, 'v')
    .replace(/c/g, 'k')
    .replace(/(.)\1+/g, '$1');
}

/** Which letters stand in a word, as 26 bits. */
export function lettersOf(ascii: string): number {
  let letters = 0;
  for (let index = 0; index < ascii.length; index++) {
    const at = ascii.charCodeAt(index) - 97;
    if (at >= 0 && at < 26) letters |= 1 << at;
  }
  return letters;
}

/** Letters that stand in the sound of a word if and only if they stand in the word. */
const keptBySound = lettersOf('abdefglmnopqrz');

/** False for words that cannot sound alike, by their letters. */
export const maySoundAlike = (left: number, right: number): boolean => ((left ^ right) & keptBySound) === 0;
