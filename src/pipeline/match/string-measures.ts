/** How alike two strings are, from 0 to 1: by their letters in order, by triples of letters, by their longest common part. */

/** Jaro's measure with Winkler's favour for a common beginning. */
export function jaroWinkler(left: string, right: string): number {
  if (left === right) return left === '' ? 0 : 1;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.length === 0) return 0;
  const reach = Math.max(0, (long.length >> 1) - 1);
  const taken = new Uint8Array(long.length);
  const met: number[] = [];
  for (let at = 0; at < short.length; at++) {
    const letter = short.charCodeAt(at);
    const to = Math.min(long.length - 1, at + reach);
    for (let other = Math.max(0, at - reach); other <= to; other++) {
      if (taken[other] === 1 || long.charCodeAt(other) !== letter) continue;
      taken[other] = 1;
      met.push(letter);
      break;
    }
  }
  if (met.length === 0) return 0;
  let swapped = 0;
  let seen = 0;
  for (let other = 0; other < long.length; other++) {
    if (taken[other] === 1 && long.charCodeAt(other) !== met[seen++]) swapped += 1;
  }
  const share = met.length;
  const jaro = (share / short.length + share / long.length + (share - swapped / 2) / share) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < short.length && short[prefix] === long[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

const letters = 38;
const codeOf = (unit: number): number =>
  unit >= 97 && unit <= 122 ? unit - 96 : unit >= 48 && unit <= 57 ? unit - 21 : unit === 32 ? 37 : 0;

/** All triples of letters of a text of ASCII words, as sorted numbers; the ends count as spaces. */
export function triplesOf(text: string): Int32Array {
  if (text === '') return new Int32Array();
  const triples = new Int32Array(text.length);
  let before = 37;
  let now = codeOf(text.charCodeAt(0));
  for (let at = 0; at < text.length; at++) {
    const after = at + 1 < text.length ? codeOf(text.charCodeAt(at + 1)) : 37;
    triples[at] = (before * letters + now) * letters + after;
    before = now;
    now = after;
  }
  return triples.sort();
}

/** The cosine of two bags of triples. */
export function tripleCosine(left: Int32Array, right: Int32Array): number {
  if (left.length === 0 || right.length === 0) return 0;
  let product = 0;
  let a = 0;
  let b = 0;
  while (a < left.length && b < right.length) {
    const one = left[a] ?? 0;
    const other = right[b] ?? 0;
    if (one < other) a += 1;
    else if (other < one) b += 1;
    else {
      const [startA, startB] = [a, b];
      while (left[a] === one) a += 1;
      while (right[b] === one) b += 1;
      product += (a - startA) * (b - startB);
    }
  }
  return product / Math.sqrt(squares(left) * squares(right));
}

function squares(sorted: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (sorted[end] === sorted[at] && end < sorted.length) end += 1;
    sum += (end - at) ** 2;
    at = end;
  }
  return sum;
}

/** How long the longest part is that both texts have, in letters. */
export function longestCommon(left: string, right: string): number {
  let longest = 0;
  let before = new Uint16Array(right.length + 1);
  let now = new Uint16Array(right.length + 1);
  for (let row = 0; row < left.length; row++) {
    const letter = left.charCodeAt(row);
    for (let column = 0; column < right.length; column++) {
      const length = right.charCodeAt(column) === letter ? (before[column] ?? 0) + 1 : 0;
      now[column + 1] = length;
      if (length > longest) longest = length;
    }
    [before, now] = [now, before];
  }
  return longest;
}
