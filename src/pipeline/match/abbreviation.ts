/** Short forms of names: «uqm» for «Ur-Quan Masters», «fheroes2» for «Free Heroes 2», «cataclysm-dda» for «Cataclysm: Dark Days Ahead». */
import { numberWords, smallWords } from './title-words.ts';

/**
 * The likeliest short forms, for finding candidates: all initials; the first word and the initials of the others; the
 * initial of the first word and the others whole.
 */
export function abbreviationsOf(name: readonly string[]): string[] {
  const words = name.filter((word) => !smallWords.has(word));
  if (words.length < 2 || words.length > 7) return [];
  const [first = '', ...rest] = words;
  const initials = rest.map(initialOf).join('');
  const forms = [`${first.charAt(0)}${rest.join('')}`];
  if (words.length > 2) forms.push(`${initialOf(first)}${initials}`, `${first}${initials}`);
  return forms.filter((form) => form.length > 2);
}

const initialOf = (word: string): string => numberWords.get(word) ?? (/^\d/.test(word) ? word : word.charAt(0));

/**
 * Whether a name written without spaces is made of the words of another, each whole or by its initial, in their order;
 * small words may be left out. `whole` says that some word stands whole.
 */
export function abbreviates(short: string, name: readonly string[]): { whole: boolean } | null {
  if (short.length < 3 || name.length < 2 || name.length > 8) return null;
  const first = name[0] ?? '';
  if (short.charAt(0) !== first.charAt(0) && !smallWords.has(first) && !numberWords.has(first)) return null;
  return fits(short, 0, name, 0, { whole: false, initials: 0 });
}

function fits(
  short: string,
  at: number,
  name: readonly string[],
  index: number,
  so: { whole: boolean; initials: number },
): { whole: boolean } | null {
  const word = name[index];
  if (word === undefined) return at === short.length && so.initials > 1 ? { whole: so.whole } : null;
  const whole =
    word.length > 1 && short.startsWith(word, at)
      ? fits(short, at + word.length, name, index + 1, { ...so, whole: so.whole || word.length > 3 })
      : null;
  if (whole) return whole;
  const initial = initialOf(word);
  const byInitial = short.startsWith(initial, at)
    ? fits(short, at + initial.length, name, index + 1, { ...so, initials: so.initials + weightOf(initial, at) })
    : null;
  return byInitial ?? (smallWords.has(word) ? fits(short, at, name, index + 1, so) : null);
}

/** One initial is little, unless it is the first letter: «3d» is not short for «3: Descent», «fheroes» is for «Free Heroes». */
const weightOf = (initial: string, at: number): number => (/\d/.test(initial) ? 0 : at === 0 ? 2 : 1);
