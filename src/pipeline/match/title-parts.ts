/**
 * A title taken apart: its name, and beside it the numbers, the marks of other works (demo, soundtrack, remake …), the
 * edition, platform, year and part of a package. Two titles of a series differ in their numbers, two wrappings of one
 * game in their edition.
 */
import { toAscii } from './fold.ts';
import { platformNamed } from './platforms.ts';
import { isYear, kindOf, numberOf, readSigns } from './title-numbers.ts';
import {
  articles,
  counters,
  editionWords,
  otherWorks,
  otherWorksAtEnd,
  packageParts,
  regions,
  releaseWords,
  renewals,
  wrappings,
} from './title-words.ts';

export type TitleParts = {
  /** Words of the name in their order, numbers as digits, without articles, editions and marks. */
  name: string[];
  words: ReadonlySet<string>;
  /** The name without spaces. */
  squashed: string;
  /** The title as it is written without what stands in brackets: articles, roman numerals and all, without spaces. */
  whole: string;
  /** Words behind the first separator; empty when there is none. */
  subtitle: string[];
  /** Sorted and distinct, leading zeros gone; years among them. */
  numbers: string[];
  /** The numbers in the order they come. */
  sequence: string;
  /** What is counted by them, in order: `episode`, `chapter`; empty for plain numbers. */
  counted: string;
  /** One of the numbers is an X that may as well be a letter. */
  isLetter: boolean;
  /** Other works than the game itself, sorted. */
  works: string[];
  editions: string[];
  platforms: string[];
  /** What else stands in brackets: words nobody knows. */
  asides: string[];
  /** In brackets: «Doom (2016)». */
  year: number | null;
  /** The title is a package's name that ends in a part of the game (`-data`). */
  isPart: boolean;
};

/** Longer titles are sentences; only their beginning counts. */
const longest = 200;
const none: string[] = [];

type Beside = {
  works: string[];
  editions: string[];
  platforms: string[];
  asides: string[];
  numbers: string[];
  counted: string;
  year: number | null;
};

export function titleParts(written: string): TitleParts {
  const ascii = readSigns(toAscii(written.length > longest ? written.slice(0, longest) : written));
  const beside: Beside = {
    works: none,
    editions: none,
    platforms: none,
    asides: none,
    numbers: none,
    counted: '',
    year: null,
  };
  const outside = takeBrackets(ascii, beside);
  const cutAt = outside.search(/:|\s[-–—~]\s|\s\/\s/);
  const head = cutAt < 0 ? outside : outside.slice(0, cutAt);
  const all = wordsIn(head);
  const headLength = all.length;
  if (cutAt >= 0) all.push(...wordsIn(outside.slice(cutAt)));
  let end = all.length;
  if (written.includes('-') && /^[a-z0-9][a-z0-9.+]*(-[a-z0-9.+]+)+$/.test(written)) {
    while (end > 1 && packageParts.has(all[end - 1] ?? '')) end -= 1;
  }
  const isPart = end < all.length;
  const name: string[] = [];
  let subtitle = none;
  let sequence = '';
  let numbers = beside.numbers;
  let isLetter = false;
  let counted = beside.counted;
  for (let index = 0; index < end; index++) {
    const word = all[index] ?? '';
    const kept = name.length;
    const number = numberOf(all, index, index === end - 1 || index === headLength - 1);
    if (number !== null) {
      if (word === 'x' && !counters.has(all[index - 1] ?? '')) isLetter = true;
      numbers = numbers === none ? [number] : [...numbers, number];
      sequence += ` ${number}`;
      name.push(number);
    } else if (index > 0 && isMark(word, index, end)) {
      beside.works = added(beside.works, otherWorks.get(word) ?? otherWorksAtEnd.get(word) ?? word);
    } else if (index > 0 && isEdition(all, index, end)) {
      if (word !== 'edition' && word !== 'version') beside.editions = added(beside.editions, word);
    } else if (isArticle(all, index, headLength, head) || (index === end - 1 && isArticle(all, index, end, outside)))
      continue;
    else if (index > 0 && counters.has(word) && isCounting(all, index, name)) {
      const kind = kindOf(word);
      if (kind !== null) counted += ` ${kind}`;
    } else {
      name.push(word);
      const digits = /\d/.test(word) ? word.match(/\d+/g) : null;
      if (digits) {
        numbers = [...numbers, ...digits.map((found) => String(Number(found)))];
        sequence += ` ${digits.join(' ')}`;
      }
    }
    if (index >= headLength && name.length > kept) subtitle = [...subtitle, name.at(-1) ?? word];
  }
  name.push(...beside.numbers);
  const kept = name.length > 0 ? name : all;
  return {
    name: kept,
    words: new Set(kept),
    squashed: kept.join(''),
    whole: [...all.slice(0, end), ...beside.numbers].join(''),
    subtitle,
    numbers: numbers.length > 1 ? [...new Set(numbers)].sort() : numbers,
    sequence: sequence + (beside.numbers.length > 0 ? ` ${beside.numbers.join(' ')}` : ''),
    counted,
    isLetter,
    works: sorted(beside.works),
    editions: sorted(beside.editions),
    platforms: sorted(beside.platforms),
    asides: sorted(beside.asides),
    year: beside.year,
    isPart,
  };
}

const wordsIn = (text: string): string[] => text.match(/[a-z0-9]+/g) ?? [];
const sorted = (words: string[]): string[] => (words.length > 1 ? words.sort() : words);
const added = (words: string[], word: string): string[] => (words.includes(word) ? words : [...words, word]);

/** What stands in brackets is said beside the name, unless nothing stands outside. Returns what stands outside. */
function takeBrackets(ascii: string, beside: Beside): string {
  if (!/[([{]/.test(ascii)) return ascii;
  const insides: string[] = [];
  const outside = ascii.replace(/[([{]([^()[\]{}]*)[)\]}]?/g, (_, inside: string) => {
    insides.push(inside);
    return ' ';
  });
  if (!/[a-z0-9]/.test(outside)) return ascii;
  for (const inside of insides) noteAll(wordsIn(inside), beside);
  return outside;
}

function noteAll(words: readonly string[], beside: Beside): void {
  const whole = words.length > 1 ? platformNamed(words.join('')) : undefined;
  if (whole !== undefined) {
    beside.platforms = added(beside.platforms, whole);
    return;
  }
  for (const [index, word] of words.entries()) {
    const work = otherWorks.get(word) ?? otherWorksAtEnd.get(word);
    const platform = platformNamed(word);
    const counted = counters.has(words[index - 1] ?? '') || counters.has(words[index + 1] ?? '');
    const number = counted ? numberOf(words, index, true) : null;
    if (isYear(word)) beside.year = Number(word);
    else if (number !== null) {
      beside.numbers = added(beside.numbers, number);
      const kind = kindOf(words[index - 1] ?? '') ?? kindOf(words[index + 1] ?? '');
      if (kind !== null) beside.counted += ` ${kind}`;
    } else if (work !== undefined) beside.works = added(beside.works, work);
    else if (wrappings.has(word) || renewals.has(word)) beside.editions = added(beside.editions, word);
    else if (platform !== undefined) beside.platforms = added(beside.platforms, platform);
    else if (editionWords.has(word) || regions.has(word) || releaseWords.has(word) || counters.has(word)) continue;
    else beside.asides = added(beside.asides, word);
  }
}

/** «Beta», «Collection» and the like may be names; as the last words of a title they are marks. */
const isMark = (word: string, index: number, end: number): boolean =>
  otherWorks.has(word) || (index >= end - 2 && otherWorksAtEnd.has(word));

/** «Gold» is a name in «Pokémon Gold» and a wrapping in «Gold Edition». */
function isEdition(words: readonly string[], index: number, end: number): boolean {
  const word = words[index] ?? '';
  if (editionWords.has(word)) return index === end - 1 || word === 'goty';
  if (!wrappings.has(word) && !renewals.has(word)) return false;
  for (let after = index + 1; after <= index + 2 && after < end; after++) {
    const next = words[after] ?? '';
    if (next === 'edition' || next === 'izdanie' || (next === 'cut' && word === 'directors')) return true;
    if (!wrappings.has(next) && !renewals.has(next)) return false;
  }
  return word === 'cut' && words[index - 1] === 'directors';
}

/** At the beginning, or moved to the end: «Legend of Zelda, The: A Link to the Past». */
function isArticle(words: readonly string[], index: number, headLength: number, head: string): boolean {
  if (!articles.has(words[index] ?? '') || words.length === 1) return false;
  return index === 0 || (index === headLength - 1 && /,\s*[a-z]+\s*$/.test(head));
}

const isCounting = (words: readonly string[], index: number, name: readonly string[]): boolean =>
  numberOf(words, index + 1, true) !== null || /^\d+$/.test(name.at(-1) ?? '');
