/**
 * The table of what is compared. Each feature looks at two records and names the level of likeness it found, or nothing
 * where one side says nothing: a missing value is neutral. What a level weighs is the model's word, not said here.
 */
import { distanceWithin } from './distance.ts';
import type { Rarity } from './rarity.ts';
import type { TitleParts } from './title-parts.ts';
import { fillers } from './title-words.ts';
import type { Traits } from './traits.ts';

export type Found = { feature: string; level: string; detail: string };
type Compared = { titles: [TitleParts, TitleParts]; likeness: TitleLikeness };
type TitleLikeness = { level: TitleLevel; shared: number; bits: number; leftMore: string[]; rightMore: string[] };
type TitleLevel =
  | 'equal'
  | 'filled'
  | 'spelled'
  | 'shortened'
  | 'subtitle'
  | 'near'
  | 'mostly'
  | 'within'
  | 'part'
  | 'other';

/** Which of two likenesses is the better one, where a record has several titles. */
const order: Record<TitleLevel, number> = {
  equal: 9,
  filled: 8,
  spelled: 7,
  shortened: 6,
  near: 5,
  mostly: 4,
  subtitle: 3,
  within: 2,
  part: 1,
  other: 0,
};

/** Everything two records say about being one game. */
export function compareTraits(left: Traits, right: Traits, rarity: Rarity): Found[] {
  const best = bestTitles(left, right, rarity);
  const found: Found[] = [];
  const add = (feature: string, level: string | null, detail: string) => {
    if (level !== null) found.push({ feature, level, detail });
  };
  if (best) {
    const [mine, theirs] = best.titles;
    const { level, bits } = best.likeness;
    add('title', level, `«${mine.name.join(' ')}» and «${theirs.name.join(' ')}»`);
    if (level === 'equal' || level === 'filled' || level === 'spelled') {
      add('rare title', bits < 9 ? 'common' : bits < 13 ? 'usual' : 'rare', `${bits.toFixed(0)} bits`);
    }
    add(
      'number',
      numbersOf(mine, theirs, level),
      `${mine.numbers.join(' ') || 'none'} and ${theirs.numbers.join(' ') || 'none'}`,
    );
    add('work', worksOf(left, right), `${worksNamed(left) || 'game'} and ${worksNamed(right) || 'game'}`);
    add(
      'edition',
      editionsOf(mine, theirs),
      `${mine.editions.join(' ') || 'none'} and ${theirs.editions.join(' ') || 'none'}`,
    );
    if (mine.isPart !== theirs.isPart) add('package', 'part', mine.isPart ? left.written : right.written);
  }
  add('author', namesOf(left.authors, right.authors), `${shown(left.authors)} and ${shown(right.authors)}`);
  add(
    'publisher',
    namesOf(left.publishers, right.publishers),
    `${shown(left.publishers)} and ${shown(right.publishers)}`,
  );
  add('year', yearsOf(left.year, right.year), `${left.year} and ${right.year}`);
  add(
    'platform',
    platformsOf(left.platforms, right.platforms),
    `${[...left.platforms].join(', ')} and ${[...right.platforms].join(', ')}`,
  );
  const identifier = identifiersOf(left, right);
  if (identifier) found.push(identifier);
  const url = urlsOf(left, right);
  if (url) found.push(url);
  const about = aboutOf(left.about, right.about, rarity);
  add('description', about.level, about.words.join(' '));
  return found;
}

function bestTitles(left: Traits, right: Traits, rarity: Rarity): Compared | null {
  let best: Compared | null = null;
  for (const mine of left.titles) {
    for (const theirs of right.titles) {
      const likeness = likenessOf(mine, theirs, rarity);
      if (
        best === null ||
        order[likeness.level] > order[best.likeness.level] ||
        (likeness.level === best.likeness.level && likeness.shared > best.likeness.shared)
      ) {
        best = { titles: [mine, theirs], likeness };
      }
    }
  }
  return best;
}

function likenessOf(mine: TitleParts, theirs: TitleParts, rarity: Rarity): TitleLikeness {
  const bits = (words: readonly string[]) => words.reduce((sum, word) => sum + rarity.of(word), 0);
  const [left, right] = [new Set(mine.name), new Set(theirs.name)];
  const leftMore = mine.name.filter((word) => !right.has(word));
  const rightMore = theirs.name.filter((word) => !left.has(word));
  const common = [...left].filter((word) => right.has(word));
  const sharedBits = bits(common);
  const all = sharedBits + bits(leftMore) + bits(rightMore);
  const shared = all === 0 ? 0 : sharedBits / all;
  const result = (level: TitleLevel, amount = sharedBits): TitleLikeness => ({
    level,
    shared,
    bits: amount,
    leftMore,
    rightMore,
  });
  if (mine.squashed === theirs.squashed && mine.squashed !== '')
    return result('equal', Math.max(sharedBits, bits([...left])));
  const isFilling = (words: readonly string[]) => words.every((word) => fillers.has(word));
  if (common.length > 0 && isFilling(leftMore) && isFilling(rightMore)) return result('filled');
  const longer = Math.max(mine.squashed.length, theirs.squashed.length);
  if (longer > 5 && digits(mine) === digits(theirs)) {
    const most = longer < 9 ? 1 : longer < 20 ? 2 : 3;
    if (distanceWithin(mine.squashed, theirs.squashed, most))
      return result('spelled', Math.min(bits([...left]), bits([...right])));
  }
  if (isAbbreviated(leftMore, rightMore, mine, theirs)) return result('shortened');
  if (shared > 0.75 && leftMore.length > 0 && rightMore.length > 0) return result('near');
  const subtitle = [mine.subtitle.join(''), theirs.subtitle.join('')];
  if (subtitle.some((text) => text.length > 5 && (text === mine.squashed || text === theirs.squashed)))
    return result('subtitle');
  if (common.length > 0 && (leftMore.length === 0 || rightMore.length === 0))
    return result(shared > 0.6 ? 'mostly' : 'within');
  return result(shared > 0.4 ? 'part' : 'other');
}

/** «cataclysm-dda» for «Cataclysm: Dark Days Ahead»: all that one side has more are initials of what the other has more. */
function isAbbreviated(leftMore: string[], rightMore: string[], mine: TitleParts, theirs: TitleParts): boolean {
  const isShort = (short: string[], long: string[], rest: number) =>
    short.length === 1 &&
    long.length > 1 &&
    rest > 0 &&
    (short[0] ?? '').length === long.length &&
    (short[0] ?? '').length <= 5 &&
    long.every((word, index) => word.startsWith((short[0] ?? '').charAt(index)));
  const shared = mine.name.length - leftMore.length;
  return isShort(leftMore, rightMore, shared) || isShort(rightMore, leftMore, theirs.name.length - rightMore.length);
}

const digits = (title: TitleParts): string => title.squashed.replace(/\D/g, '');

function numbersOf(mine: TitleParts, theirs: TitleParts, level: TitleLevel): string | null {
  if (mine.numbers.length === 0 && theirs.numbers.length === 0) return null;
  if (mine.numbers.join() === theirs.numbers.join()) return level === 'equal' ? null : 'same';
  if (mine.squashed === theirs.squashed) return null;
  if (mine.numbers.length === 0 || theirs.numbers.length === 0) {
    const [only] = [mine.numbers, theirs.numbers].filter((numbers) => numbers.length > 0);
    return only?.every((number) => number === '1') ? 'first' : 'one';
  }
  return mine.numbers.some((number) => theirs.numbers.includes(number)) ? 'some' : 'different';
}

const worksNamed = ({ titles }: Traits): string => [...new Set(titles[0]?.works ?? [])].sort().join(' ');

/** Only the main titles: a translated one may lack the mark. */
function worksOf(left: Traits, right: Traits): string | null {
  const [mine, theirs] = [worksNamed(left), worksNamed(right)];
  if (mine === '' && theirs === '') return null;
  return mine === theirs ? 'same' : 'different';
}

function editionsOf(mine: TitleParts, theirs: TitleParts): string | null {
  const tell = ({ editions }: TitleParts) => editions.filter((word) => word !== 'edition').join(' ');
  if (tell(mine) === tell(theirs)) return null;
  return tell(mine) === '' || tell(theirs) === '' ? 'one' : 'different';
}

function namesOf(mine: readonly string[], theirs: readonly string[]): string | null {
  if (mine.length === 0 || theirs.length === 0) return null;
  if (mine.some((name) => theirs.includes(name))) return 'same';
  const words = new Set(theirs.flatMap((name) => name.split(' ')));
  const alike = mine.some((name) => name.split(' ').some((word) => word.length > 3 && words.has(word)));
  return alike ? 'alike' : 'different';
}

const shown = (names: readonly string[]): string => names.slice(0, 3).join(', ');

function yearsOf(mine: number | null, theirs: number | null): string | null {
  if (mine === null || theirs === null) return null;
  const apart = Math.abs(mine - theirs);
  return apart === 0 ? 'same' : apart === 1 ? 'near' : apart <= 3 ? 'apart' : 'far';
}

function platformsOf(mine: ReadonlySet<string>, theirs: ReadonlySet<string>): string | null {
  if (mine.size === 0 || theirs.size === 0) return null;
  return [...mine].some((name) => theirs.has(name)) ? 'shared' : 'different';
}

function identifiersOf(left: Traits, right: Traits): Found | null {
  const theirs = new Map(
    right.identifiers.map((identifier) => [identifier.slice(0, identifier.indexOf(':')), identifier]),
  );
  const shared = left.identifiers.find((identifier) => right.identifiers.includes(identifier));
  if (shared) return { feature: 'identifier', level: 'same', detail: shared };
  const other = left.identifiers.find((identifier) => theirs.has(identifier.slice(0, identifier.indexOf(':'))));
  if (!other) return null;
  const scheme = other.slice(0, other.indexOf(':'));
  return { feature: 'identifier', level: 'different', detail: `${other} and ${theirs.get(scheme)}` };
}

/** The page the other was read from says more than a third page that both name. */
function urlsOf(left: Traits, right: Traits): Found | null {
  const shared = left.urls.filter((url) => right.urls.includes(url));
  if (shared.length === 0) return null;
  const own = shared.find((url) => url === left.urls[0] || url === right.urls[0]);
  return { feature: 'url', level: own ? 'own page' : 'shared', detail: own ?? shared[0] ?? '' };
}

function aboutOf(
  mine: ReadonlySet<string>,
  theirs: ReadonlySet<string>,
  rarity: Rarity,
): { level: string | null; words: string[] } {
  if (mine.size < 4 || theirs.size < 4) return { level: null, words: [] };
  const words = [...mine].filter((word) => theirs.has(word));
  const bits = (some: Iterable<string>) => [...some].reduce((sum, word) => sum + rarity.of(word), 0);
  const share = bits(words) / Math.max(Math.min(bits(mine), bits(theirs)), 1);
  return { level: share > 0.5 ? 'alike' : share > 0.2 ? 'related' : 'different', words: words.slice(0, 6) };
}
