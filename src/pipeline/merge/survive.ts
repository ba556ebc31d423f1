/**
 * Survivorship: which of several sources' values stands. Pure; the claims come in order of rank, so the
 * first is the one that stands unless a rule here says otherwise. Nothing is dropped: what does not stand
 * is kept as a variant with its sources.
 */
import type { Chosen, ChosenText, Claimed } from '../../domain/game.ts';
import type { RecordId } from '../../domain/ids.ts';
import type { Description } from '../../domain/record.ts';

export type Claim<T> = { value: T; by: RecordId };

/** Values that are equal under `key` become one, said by all of them; the first spelling stands. */
export function unite<T>(claims: readonly Claim<T>[], key: (value: T) => string): Claimed<T>[] {
  const united = new Map<string, Claimed<T>>();
  for (const { value, by } of claims) {
    const same = united.get(key(value));
    if (!same) united.set(key(value), { value, by: [by] });
    else if (!same.by.includes(by)) same.by.push(by);
  }
  return [...united.values()];
}

/** The first value stands, the others are its variants; null without any. */
export function choose(claims: readonly Claim<string>[]): Chosen<string> | null {
  const [first, ...variants] = unite(claims, (value) => value);
  return first ? { ...first, variants } : null;
}

/**
 * The highest-ranked date stands, in the most precise form that agrees with it: `1998` from one source and
 * `1998-03-01` from another do not disagree.
 */
export function chooseDate(claims: readonly Claim<string>[]): Chosen<string> | null {
  const dates = unite(claims, (value) => value);
  const [first] = dates;
  if (!first) return null;
  const agreeing = dates.filter(({ value }) => value.startsWith(first.value) || first.value.startsWith(value));
  const standing = agreeing.reduce((best, date) => (date.value.length > best.value.length ? date : best), first);
  const supports = agreeing.filter(({ value }) => standing.value.startsWith(value));
  return {
    value: standing.value,
    by: [...standing.by, ...supports.filter((date) => date !== standing).flatMap((date) => date.by)],
    variants: dates.filter((date) => !supports.includes(date)),
  };
}

const stub = 80;

/**
 * One text per language stands: the highest-ranked source's, unless that is a stub and another says at least
 * twice as much. Texts are never joined.
 */
export function chooseTexts(claims: readonly Claim<Description>[]): ChosenText[] {
  const languages = Map.groupBy(claims, ({ value }) => value.language);
  return [...languages]
    .flatMap(([language, texts]) => {
      const united = unite(
        texts.map(({ value, by }) => ({ value: value.text, by })),
        (text) => text.replace(/\s+/g, ' ').trim(),
      );
      const [first, ...others] = united;
      if (!first) return [];
      const fuller =
        first.value.length < stub ? others.find((other) => other.value.length >= 2 * first.value.length) : undefined;
      const standing = fuller ?? first;
      return [{ language, ...standing, variants: united.filter((text) => text !== standing) }];
    })
    .sort((a, b) => ((a.language ?? '~') < (b.language ?? '~') ? -1 : 1));
}
