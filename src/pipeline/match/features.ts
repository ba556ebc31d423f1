/**
 * The table of what is compared. Each feature looks at two records and names the level of likeness it found, or nothing
 * where one side says nothing: a missing value is neutral. What a level weighs is the model's word, not said here.
 */
import type { Rarity } from './rarity.ts';
import { bestTitles, type Compared, isOneName } from './title-likeness.ts';
import type { TitleParts } from './title-parts.ts';
import { renewals } from './title-words.ts';
import type { Traits } from './traits.ts';

export type Found = { readonly feature: string; readonly level: string; readonly detail: string };

/** The detail is written only when somebody reads it: most pairs are compared and forgotten. */
class Finding implements Found {
  readonly feature: string;
  readonly level: string;
  readonly #tell: () => string;
  constructor(feature: string, level: string, tell: () => string) {
    this.feature = feature;
    this.level = level;
    this.#tell = tell;
  }
  get detail(): string {
    return this.#tell();
  }
}

const isRenewal = (word: string): boolean => renewals.has(word);
const orNone = (words: readonly string[]): string => words.join(' ') || 'none';

/** Everything two records say about being one game. */
export function compareTraits(left: Traits, right: Traits, rarity: Rarity): Found[] {
  const found: Found[] = [];
  const best = bestTitles(left.titles, right.titles, rarity);
  // People and platforms are shared by a whole series: under two names, or where a mark tells two games apart, they say less.
  const oneName = best !== null && isOneName(best.likeness.level) && !isTold(left, right, best);
  const add = (feature: string, level: string | null, tell: () => string) => {
    if (level !== null) found.push(new Finding(feature, level, tell));
  };
  const addShared = (feature: string, level: string | null, tell: () => string) =>
    add(feature, level === null || oneName ? level : underOtherName(level), tell);
  if (best) compareTitles(left, right, best, add);
  addShared(
    'author',
    authorsOf(left.authors, right.authors),
    () => `${shown(left.authors)} and ${shown(right.authors)}`,
  );
  addShared(
    'publisher',
    namesOf(left.publishers, right.publishers),
    () => `${shown(left.publishers)} and ${shown(right.publishers)}`,
  );
  add('year', yearsOf(left.year, right.year), () => `${left.year} and ${right.year}`);
  addShared(
    'platform',
    platformsOf(left, right),
    () => `${[...left.platforms].join(', ')} and ${[...right.platforms].join(', ')}`,
  );
  const identifier = identifiersOf(left, right);
  if (identifier) found.push(identifier);
  const url = urlsOf(left, right);
  if (url) found.push(url);
  if (left.about.size > 3 && right.about.size > 3) {
    addShared('description', aboutOf(left.about, right.about, rarity), () => commonWords(left.about, right.about));
  }
  return found;
}

/** Whether number, work, edition or year tell two games of one name apart. */
function isTold(left: Traits, right: Traits, { mine, theirs }: Compared): boolean {
  const number = numbersOf(mine, theirs);
  const edition = editionsOf(mine, theirs);
  return (
    (number !== null && number !== 'same') ||
    worksOf(left, right) === 'different' ||
    (edition !== null && edition !== 'one') ||
    yearsOf(left.year, right.year) === 'far' ||
    titleYears(left, right, mine, theirs) !== null
  );
}

/** Only what speaks for one game says less under two names. */
const otherNames: Readonly<Record<string, string>> = {
  same: 'same, other title',
  alike: 'alike, other title',
  shared: 'shared, other title',
};
const underOtherName = (level: string): string => otherNames[level] ?? level;

function compareTitles(
  left: Traits,
  right: Traits,
  { mine, theirs, likeness }: Compared,
  add: (feature: string, level: string | null, tell: () => string) => void,
): void {
  const { level, bits } = likeness;
  add('title', level, () => `«${mine.name.join(' ')}» and «${theirs.name.join(' ')}»`);
  const rare = bits < 9.5 ? 'common' : bits < 13 ? 'usual' : 'rare';
  if (isOneName(level)) add('rare title', rare, () => `${bits.toFixed(0)} bits`);
  else if (level !== 'other' && level !== 'part') add('rare words', rare, () => `${bits.toFixed(0)} bits`);
  add('number', numbersOf(mine, theirs), () => `${orNone(mine.numbers)} and ${orNone(theirs.numbers)}`);
  add('work', worksOf(left, right), () => `${worksNamed(left) || 'game'} and ${worksNamed(right) || 'game'}`);
  add('edition', editionsOf(mine, theirs), () => `${orNone(mine.editions)} and ${orNone(theirs.editions)}`);
  add('year in title', titleYears(left, right, mine, theirs), () => `${mine.year} and ${theirs.year}`);
  add('aside', asidesOf(mine, theirs), () => `${orNone(mine.asides)} and ${orNone(theirs.asides)}`);
  if (mine.isPart !== theirs.isPart) {
    add('package', isOneName(level) ? 'part' : 'part, other title', () => (mine.isPart ? left.written : right.written));
  }
}

function numbersOf(mine: TitleParts, theirs: TitleParts): string | null {
  if (mine.numbers.length === 0 && theirs.numbers.length === 0) return null;
  if (mine.counted !== theirs.counted && mine.sequence === theirs.sequence) return 'counted';
  if (mine.whole === theirs.whole) return null;
  // «2.0» is not XX.
  if (mine.squashed === theirs.squashed) return mine.sequence === theirs.sequence ? null : 'some';
  if (mine.sequence === theirs.sequence) return 'same';
  if (mine.numbers.length === 0 || theirs.numbers.length === 0) {
    const only = mine.numbers.length > 0 ? mine.numbers : theirs.numbers;
    return only.every((number) => number === '1') ? 'first' : 'one';
  }
  if (mine.numbers.length === 1 && theirs.numbers.length === 1 && areOneYear(mine.numbers[0], theirs.numbers[0]))
    return 'year';
  return mine.numbers.some((number) => theirs.numbers.includes(number)) ? 'some' : 'different';
}

/** «FIFA 98» and «FIFA 1998». */
function areOneYear(one = '', other = ''): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.length === 4 && /^(19[89]|20[0-3])/.test(long) && Number(long) % 100 === Number(short);
}

const worksNamed = ({ titles }: Traits): string => titles[0]?.works.join(' ') ?? '';

/** Only the main titles: a translated one may lack the mark. */
function worksOf(left: Traits, right: Traits): string | null {
  const [mine, theirs] = [left.titles[0]?.works ?? [], right.titles[0]?.works ?? []];
  if (mine.length === 0 && theirs.length === 0) return null;
  return mine.join() === theirs.join() ? 'same' : 'different';
}

function editionsOf({ editions: mine }: TitleParts, { editions: theirs }: TitleParts): string | null {
  if (mine.length === 0 && theirs.length === 0) return null;
  if (mine.join() === theirs.join()) return null;
  const [one, other] = [mine.some(isRenewal), theirs.some(isRenewal)];
  if (one || other) return one && other ? 'different' : 'renewed';
  return mine.length === 0 || theirs.length === 0 ? 'one' : 'different';
}

/** A year in brackets tells games of one title apart; a date on both sides tells it better. */
function titleYears(left: Traits, right: Traits, mine: TitleParts, theirs: TitleParts): string | null {
  if (mine.year === theirs.year || (left.year !== null && right.year !== null)) return null;
  return 'one';
}

function asidesOf({ asides: mine }: TitleParts, { asides: theirs }: TitleParts): string | null {
  if (mine.length === 0 && theirs.length === 0) return null;
  if (mine.join() === theirs.join()) return null;
  return mine.length === 0 || theirs.length === 0 ? 'one' : 'different';
}

function namesOf(mine: readonly string[], theirs: readonly string[]): string | null {
  if (mine.length === 0 || theirs.length === 0) return null;
  for (const name of mine) if (theirs.includes(name)) return 'same';
  const words = new Set(theirs.flatMap((name) => name.split(' ')));
  for (const name of mine) for (const word of name.split(' ')) if (word.length > 3 && words.has(word)) return 'alike';
  return 'different';
}

const team = /\b(team|project|developers|community|contributors|foundation|studios?|games|entertainment|software)\b/;
const isTeam = (names: readonly string[]): boolean => names.length > 3 || names.some((name) => team.test(name));

/** A list of contributors and the name of a team may be the same people. */
function authorsOf(mine: readonly string[], theirs: readonly string[]): string | null {
  const level = namesOf(mine, theirs);
  return level === 'different' && (isTeam(mine) || isTeam(theirs)) ? 'others' : level;
}

const shown = (names: readonly string[]): string => names.slice(0, 3).join(', ');

function yearsOf(mine: number | null, theirs: number | null): string | null {
  if (mine === null || theirs === null) return null;
  const apart = Math.abs(mine - theirs);
  return apart === 0 ? 'same' : apart === 1 ? 'near' : apart <= 3 ? 'apart' : 'far';
}

/** Machines of other times do not run one game, unless somebody brought it over; then other evidence says so. */
const yearsBetweenAges = 7;

function platformsOf(left: Traits, right: Traits): string | null {
  if (left.platforms.size > 0 && right.platforms.size > 0) {
    for (const name of left.platforms) if (right.platforms.has(name)) return 'shared';
  }
  const mine = left.age ?? ageOfYear(left.year);
  const theirs = right.age ?? ageOfYear(right.year);
  if ((left.age || right.age) && mine && theirs) {
    if (Math.max(mine.from - theirs.to, theirs.from - mine.to) >= yearsBetweenAges) return 'another age';
  }
  return left.platforms.size > 0 && right.platforms.size > 0 ? 'different' : null;
}

const ageOfYear = (year: number | null) => (year === null ? null : { from: year, to: year });

const schemeOf = (identifier: string): string => identifier.slice(0, identifier.indexOf(':'));

function identifiersOf(left: Traits, right: Traits): Found | null {
  if (left.identifiers.length === 0 || right.identifiers.length === 0) return null;
  const shared = left.identifiers.find((identifier) => right.identifiers.includes(identifier));
  if (shared) return { feature: 'identifier', level: 'same', detail: shared };
  const theirs = new Map(right.identifiers.map((identifier) => [schemeOf(identifier), identifier]));
  const other = left.identifiers.find((identifier) => theirs.has(schemeOf(identifier)));
  if (!other) return null;
  return { feature: 'identifier', level: 'different', detail: `${other} and ${theirs.get(schemeOf(other))}` };
}

/** The page the other was read from says more than a third page that both name. */
function urlsOf(left: Traits, right: Traits): Found | null {
  if (left.urls.length === 0 || right.urls.length === 0) return null;
  const shared = left.urls.filter((url) => right.urls.includes(url));
  if (shared.length === 0) return null;
  const own = shared.find((url) => url === left.urls[0] || url === right.urls[0]);
  return { feature: 'url', level: own ? 'own page' : 'shared', detail: own ?? shared[0] ?? '' };
}

function aboutOf(mine: ReadonlySet<string>, theirs: ReadonlySet<string>, rarity: Rarity): string {
  let [common, left, right] = [0, 0, 0];
  for (const word of mine) {
    const bits = rarity.of(word);
    left += bits;
    if (theirs.has(word)) common += bits;
  }
  for (const word of theirs) right += rarity.of(word);
  const share = common / Math.max(Math.min(left, right), 1);
  return share > 0.5 ? 'alike' : share > 0.2 ? 'related' : 'different';
}

const commonWords = (mine: ReadonlySet<string>, theirs: ReadonlySet<string>): string =>
  [...mine]
    .filter((word) => theirs.has(word))
    .slice(0, 6)
    .join(' ');
