/**
 * A title taken apart: its name, and beside it the numbers, the marks of other works (demo, soundtrack, remake …), the
 * edition, platform, region and part of a package. Two titles of a series differ in their numbers, two wrappings of one
 * game in their edition.
 */
import { toAscii } from './fold.ts';
import {
  articles,
  counters,
  editions,
  numberWords,
  otherWorks,
  packageParts,
  platforms,
  regions,
  smallWords,
} from './title-words.ts';

export type TitleParts = {
  /** Words of the name in their order, numbers as digits, without articles, editions and marks. */
  name: string[];
  /** The name without spaces. */
  squashed: string;
  /** Words behind the first separator; empty when there is none. */
  subtitle: string[];
  /** Sorted and distinct, leading zeros gone; years among them. */
  numbers: string[];
  /** Other works than the game itself, sorted. */
  works: string[];
  editions: string[];
  platforms: string[];
  /** The title is a package's name that ends in a part of the game (`-data`). */
  isPart: boolean;
};

const roman = /^(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})$/;
const romanValue: Record<string, number> = { i: 1, v: 5, x: 10 };

function fromRoman(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index++) {
    const value = romanValue[text.charAt(index)] ?? 0;
    const next = romanValue[text.charAt(index + 1)] ?? 0;
    sum += value < next ? -value : value;
  }
  return sum;
}

/** Longer titles are sentences; only their beginning counts. */
const longest = 200;

export function titleParts(written: string): TitleParts {
  const ascii = toAscii(written.slice(0, longest)).replace(/(?<=[a-z0-9])['`](?=[a-z])/g, '');
  const isPackage = /^[a-z0-9][a-z0-9.+]*(-[a-z0-9.+]+)+$/.test(written);
  const works = new Set<string>();
  const found = { editions: new Set<string>(), platforms: new Set<string>() };
  const bracketNumbers: string[] = [];
  // What stands in brackets is said beside the name, unless nothing stands outside.
  let outside = ascii;
  if (/[([{]/.test(ascii)) {
    outside = ascii.replace(/[([{]([^()[\]{}]*)[)\]}]?/g, (_, inside: string) => {
      const words = inside.match(/[a-z0-9]+/g) ?? [];
      for (const word of words) note(word, works, found);
      if (words.length <= 3 && words.some((word) => counters.has(word))) {
        bracketNumbers.push(...words.filter((word) => /^\d+$/.test(word)));
      }
      return ' ';
    });
    if (!/[a-z0-9]/.test(outside)) outside = ascii;
  }
  const cutAt = outside.search(/:|\s[-–—~]\s|\s\/\s/);
  const head = split(cutAt < 0 ? outside : outside.slice(0, cutAt));
  const tail = cutAt < 0 ? [] : split(outside.slice(cutAt));
  const all = [...head, ...tail];
  let end = all.length;
  let isPart = false;
  if (isPackage) {
    while (end > 1 && packageParts.has(all[end - 1] ?? '')) end -= 1;
    isPart = end < all.length;
  }
  const name: string[] = [];
  const subtitle: string[] = [];
  const numbers = new Set<string>(bracketNumbers.map((number) => String(Number(number))));
  for (let index = 0; index < end; index++) {
    const word = all[index] ?? '';
    const before = all[index - 1] ?? '';
    const number = numberOf(word, before, index, index === end - 1 || index === head.length - 1);
    if (number !== null) {
      numbers.add(number);
      name.push(number);
    } else if (index > 0 && otherWorks[word] !== undefined && isMark(word, index, end))
      works.add(otherWorks[word] ?? word);
    else if (index > 0 && editions.has(word)) found.editions.add(word);
    else if (articles.has(word) && (index === 0 || (index === end - 1 && /,\s*\S+\s*$/.test(outside)))) continue;
    else if (!counters.has(word) || index === 0) name.push(word);
    else continue;
    if (index >= head.length) subtitle.push(name.at(-1) ?? word);
  }
  const kept = name.length > 0 ? name : all;
  for (const joined of kept) for (const digits of joined.match(/\d+/g) ?? []) numbers.add(String(Number(digits)));
  return {
    name: kept,
    squashed: kept.join(''),
    subtitle,
    numbers: [...numbers].sort(),
    works: [...works].sort(),
    editions: [...found.editions].sort(),
    platforms: [...found.platforms].sort(),
    isPart,
  };
}

const split = (text: string): string[] => text.replaceAll('&', ' and ').match(/[a-z0-9]+/g) ?? [];

function note(word: string, works: Set<string>, found: { editions: Set<string>; platforms: Set<string> }): void {
  const work = otherWorks[word];
  const platform = platforms[word];
  if (work !== undefined) works.add(work);
  else if (editions.has(word)) found.editions.add(word);
  else if (platform !== undefined) found.platforms.add(platform);
  else if (regions.has(word)) return;
}

/** «Beta», «Collection» and the like may be names; as the last words of a title they are marks. */
const isMark = (word: string, index: number, end: number): boolean => index >= end - 2 || word === 'soundtrack';

function numberOf(word: string, before: string, index: number, last: boolean): string | null {
  if (/^\d+$/.test(word)) return String(Number(word));
  if (counters.has(before)) {
    const spelled = numberWords[word];
    if (spelled !== undefined) return spelled;
    if (/^[a-z]$/.test(word) && word <= 'h' && !roman.test(word)) return null;
  }
  if (index === 0 || !roman.test(word)) return null;
  // A lone i, v or x may be a letter or a word; behind a name, at its end, it is a number.
  if (word.length === 1 && !last && !counters.has(before)) return null;
  return smallWords.has(word) && !last && !counters.has(before) ? null : String(fromRoman(word));
}
