/** How much two texts of words say the same: by weight of words, by share, by order. NaN where one of them is empty. */
import type { PairText } from './pair-text.ts';
import type { Alignment, WordWeight } from './word-alignment.ts';

/** Sums of one side's words: all, those the other side has, and the weightiest that it has and lacks. */
export function weigh(words: readonly string[], fit: Float64Array, weight: WordWeight) {
  let all = 0;
  let met = 0;
  let rarestMet = 0;
  let rarestLacked = 0;
  let lacked = 0;
  let best = 0;
  for (let at = 0; at < words.length; at++) {
    const its = weight(words[at] ?? '');
    const share = fit[at] ?? 0;
    all += its;
    met += its * share;
    best += share;
    if (share > 0) rarestMet = Math.max(rarestMet, its);
    else {
      lacked += 1;
      rarestLacked = Math.max(rarestLacked, its);
    }
  }
  return { all, met, rarestMet, rarestLacked, lacked, fit: words.length ? best / words.length : Number.NaN };
}

/** Cosine of two texts by the weights of their words, words that stand for each other counting as far as they fit. */
export function softCosine({ left, right, leftFit, rightFit }: Alignment, weight: WordWeight): number {
  if (left.length === 0 || right.length === 0) return Number.NaN;
  const sum = (words: readonly string[], fit: Float64Array) => {
    let squares = 0;
    let met = 0;
    for (let at = 0; at < words.length; at++) {
      const its = weight(words[at] ?? '') ** 2;
      squares += its;
      met += its * (fit[at] ?? 0);
    }
    return { squares, met };
  };
  const [a, b] = [sum(left, leftFit), sum(right, rightFit)];
  return Math.sqrt((a.met * b.met) / (a.squares * b.squares || 1));
}

/** Longest run of words that stand in the same order on both sides, as a share of the shorter title. */
export function inOrder({ left, right }: Alignment): number {
  const shortest = Math.min(left.length, right.length);
  if (shortest === 0) return 0;
  let before = new Uint16Array(right.length + 1);
  let now = new Uint16Array(right.length + 1);
  for (const word of left) {
    for (let at = 0; at < right.length; at++)
      now[at + 1] = word === right[at] ? (before[at] ?? 0) + 1 : Math.max(now[at] ?? 0, before[at + 1] ?? 0);
    [before, now] = [now, before];
  }
  return (before[right.length] ?? 0) / shortest;
}

/** Which share of all words of two sets both have. */
export function jaccard(left: ReadonlySet<string> | undefined, right: ReadonlySet<string> | undefined): number {
  if (!left?.size || !right?.size) return Number.NaN;
  let common = 0;
  for (const word of left) if (right.has(word)) common += 1;
  return common / (left.size + right.size - common);
}

/** Which share, by weight, of one text's words another has. */
export function shareIn(text: PairText | undefined, other: PairText | undefined, weight: WordWeight): number {
  if (!text?.set.size || !other?.set.size) return Number.NaN;
  let all = 0;
  let met = 0;
  for (const word of text.set) {
    const its = weight(word);
    all += its;
    if (other.set.has(word)) met += its;
  }
  return met / (all || 1);
}
