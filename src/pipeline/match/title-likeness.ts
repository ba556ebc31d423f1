/** How alike two titles are: one word for the kind of likeness, and how much what they share says. */
import { abbreviates } from './abbreviation.ts';
import { distanceWithin } from './distance.ts';
import { lettersOf, maySoundAlike, soundOf } from './fold.ts';
import type { Rarity } from './rarity.ts';
import type { TitleParts } from './title-parts.ts';
import { fillers } from './title-words.ts';

export type TitleLevel =
  | 'equal'
  | 'filled'
  | 'numeral'
  | 'sounded'
  | 'spelled'
  | 'shortened'
  | 'initials'
  | 'near'
  | 'mostly'
  | 'begins'
  | 'ends'
  | 'with subtitle'
  | 'subtitle'
  | 'part'
  | 'other';

/** Which of two likenesses is the better one, where a record has several titles. */
const order: readonly TitleLevel[] = [
  'other',
  'part',
  'with subtitle',
  'ends',
  'begins',
  'initials',
  'subtitle',
  'mostly',
  'near',
  'numeral',
  'shortened',
  'spelled',
  'sounded',
  'filled',
  'equal',
];
const rank = new Map(order.map((level, index) => [level, index]));

export type TitleLikeness = {
  level: TitleLevel;
  /** Share of all words' bits that both have, 0 to 1. */
  shared: number;
  /** Bits of what both have: few for «Snake», many for «Cataclysm». */
  bits: number;
};
export type Compared = { mine: TitleParts; theirs: TitleParts; likeness: TitleLikeness };

/** Levels at which both titles are one name, differently written. */
export const isOneName = (level: TitleLevel): boolean =>
  level === 'equal' || level === 'filled' || level === 'sounded' || level === 'spelled';

/** The two titles that are most alike; the main ones where others are no better. */
export function bestTitles(left: readonly TitleParts[], right: readonly TitleParts[], rarity: Rarity): Compared | null {
  let best: Compared | null = null;
  for (const mine of left) {
    for (const theirs of right) {
      const likeness = likenessOf(mine, theirs, rarity);
      if (best === null || isBetter(likeness, best.likeness)) best = { mine, theirs, likeness };
      if (likeness.level === 'equal') return best;
    }
  }
  return best;
}

function isBetter(one: TitleLikeness, than: TitleLikeness): boolean {
  const more = (rank.get(one.level) ?? 0) - (rank.get(than.level) ?? 0);
  return more > 0 || (more === 0 && one.shared > than.shared);
}

export function likenessOf(mine: TitleParts, theirs: TitleParts, rarity: Rarity): TitleLikeness {
  if (mine.squashed === theirs.squashed || mine.whole === theirs.whole) {
    const bits = bitsOf(mine.name, rarity);
    // «Mega Man X» is not «Mega Man 10», though «Final Fantasy X» is «Final Fantasy 10».
    const byNumeral = mine.whole !== theirs.whole && mine.isLetter !== theirs.isLetter;
    return { level: byNumeral ? 'numeral' : 'equal', shared: 1, bits };
  }
  let bits = 0;
  let all = 0;
  const leftMore: string[] = [];
  const rightMore: string[] = [];
  for (const word of mine.words) {
    const own = rarity.of(word);
    all += own;
    if (theirs.words.has(word)) bits += own;
    else leftMore.push(word);
  }
  for (const word of theirs.words) {
    if (mine.words.has(word)) continue;
    all += rarity.of(word);
    rightMore.push(word);
  }
  const shared = all === 0 ? 0 : bits / all;
  const level = levelOf(mine, theirs, leftMore, rightMore, shared);
  const isWhole = level === 'sounded' || level === 'spelled';
  return { level, shared, bits: isWhole ? Math.min(bitsOf(mine.name, rarity), bitsOf(theirs.name, rarity)) : bits };
}

/** Two common words make no rare name: beside the rarest word the others count a part of their bits. */
function bitsOf(words: readonly string[], rarity: Rarity): number {
  let [sum, most] = [0, 0];
  for (const word of words) {
    const bits = rarity.of(word);
    sum += bits;
    if (bits > most) most = bits;
  }
  return most + (sum - most) * besideRarest;
}
const besideRarest = 0.3;

const areFillers = (words: readonly string[]): boolean => words.every((word) => fillers.has(word));

function levelOf(
  mine: TitleParts,
  theirs: TitleParts,
  leftMore: readonly string[],
  rightMore: readonly string[],
  shared: number,
): TitleLevel {
  if (shared > 0 && mine.sequence === theirs.sequence && areFillers(leftMore) && areFillers(rightMore)) return 'filled';
  const written = isSpelled(mine, theirs, leftMore, rightMore);
  if (written) return written;
  const short = abbreviationLevel(mine, theirs, leftMore, rightMore);
  if (short) return short;
  if (shared > 0.75 && leftMore.length > 0 && rightMore.length > 0) return 'near';
  if (isSubtitle(mine, theirs) || isSubtitle(theirs, mine)) return 'subtitle';
  if (shared > 0 && (leftMore.length === 0 || rightMore.length === 0)) {
    if (shared > 0.6) return 'mostly';
    const [part, whole] = leftMore.length === 0 ? [mine, theirs] : [theirs, mine];
    if (whole.squashed.startsWith(part.squashed)) return whole.subtitle.length > 0 ? 'with subtitle' : 'begins';
    return 'ends';
  }
  return shared > 0.4 ? 'part' : 'other';
}

/** One title is what the other has behind its separator. */
const isSubtitle = (one: TitleParts, other: TitleParts): boolean =>
  one.squashed.length > 5 && other.subtitle.length > 0 && other.subtitle.join('') === one.squashed;

/**
 * The same words with a slip of the pen, or in another romanisation. A word more is no slip, and short words that differ
 * are different words: «Red» and «Rad», «Ages» and «Eras».
 */
function isSpelled(
  mine: TitleParts,
  theirs: TitleParts,
  leftMore: readonly string[],
  rightMore: readonly string[],
): 'spelled' | 'sounded' | null {
  if (leftMore.length === 0 || rightMore.length === 0 || mine.sequence !== theirs.sequence) return null;
  const [left, right] = [leftMore.join(''), rightMore.join('')];
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (long.length < 4 || short.length < long.length - 4) return null;
  if (Math.abs(leftMore.length - rightMore.length) > 1) return null;
  const begins = left.charCodeAt(0) === right.charCodeAt(0);
  if ((begins || long.length > 7) && maySoundAlike(lettersOf(left), lettersOf(right))) {
    const sound = soundOf(left);
    if (sound.length > 3 && sound === soundOf(right)) return 'sounded';
  }
  const most = mostSlips(long.length);
  return most > 0 && begins && distanceWithin(left, right, most) ? 'spelled' : null;
}

/** So many letters may be wrong in what two titles of one name do not share. */
export const mostSlips = (length: number): number => (length < 6 ? 0 : length < 9 ? 1 : length < 20 ? 2 : 3);

/** One name, or all that it has more, is short for what the other has. */
function abbreviationLevel(
  mine: TitleParts,
  theirs: TitleParts,
  leftMore: readonly string[],
  rightMore: readonly string[],
): 'shortened' | 'initials' | null {
  const [short, long, shortMore, longMore] =
    mine.squashed.length < theirs.squashed.length
      ? [mine, theirs, leftMore, rightMore]
      : [theirs, mine, rightMore, leftMore];
  if (shortMore.length === 0 || longMore.length < 2) return null;
  const whole = abbreviates(short.squashed, long.name);
  if (whole) return whole.whole ? 'shortened' : 'initials';
  if (shortMore.length < short.words.size && shortMore.length === 1) {
    const rest = long.name.filter((word) => longMore.includes(word));
    const more = shortMore[0] ?? '';
    if (more.length > 2 && !/\d/.test(more) && abbreviates(more, rest)) return 'shortened';
  }
  return null;
}
