/**
 * From judged pairs to games: records that are joined, directly or through others, are one game, but a game has one record
 * of each source. The strongest pairs join first, so the result does not depend on the order in which records came.
 */

export type JudgedPair = {
  left: string;
  right: string;
  /** Log2 of the odds for one game. */
  score: number;
};

export type ClusterOptions = {
  /** Pairs below are not joined. */
  least: number;
  sourceOf: (id: string) => string;
  /** Records that may stand beside another of their source: parts of one package. */
  isPart?: (id: string) => boolean;
  /** A pair joins only when it is so many bits better than the next record of that source. */
  gap?: number;
};

/** For each record that occurs in a pair the first id of its game; ids of a game's records in alphabetical order. */
export function clusterPairs(pairs: readonly JudgedPair[], options: ClusterOptions): Map<string, string> {
  const { least, sourceOf, isPart = () => false, gap = 0 } = options;
  const ordered = pairs
    .map(({ left, right, score }) => (left < right ? { left, right, score } : { left: right, right: left, score }))
    .sort((a, b) => b.score - a.score || compare(a.left, b.left) || compare(a.right, b.right));
  const gameOf = new Map<string, Set<string>>();
  const game = (id: string): Set<string> => {
    let own = gameOf.get(id);
    if (!own) {
      own = new Set([id]);
      gameOf.set(id, own);
    }
    return own;
  };
  const clear = gap > 0 ? clearPairs(ordered, options, gap) : () => true;
  for (const pair of ordered) {
    const [mine, theirs] = [game(pair.left), game(pair.right)];
    if (pair.score < least || mine === theirs || !clear(pair) || meet(mine, theirs, sourceOf, isPart)) continue;
    for (const id of theirs) {
      mine.add(id);
      gameOf.set(id, mine);
    }
  }
  const first = new Map<Set<string>, string>();
  for (const members of new Set(gameOf.values())) first.set(members, [...members].sort(compare)[0] ?? '');
  return new Map([...gameOf].sort(([a], [b]) => compare(a, b)).map(([id, members]) => [id, first.get(members) ?? id]));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether two games have different records of one source. */
function meet(
  mine: ReadonlySet<string>,
  theirs: ReadonlySet<string>,
  sourceOf: (id: string) => string,
  isPart: (id: string) => boolean,
): boolean {
  const sources = new Set([...mine].filter((id) => !isPart(id)).map(sourceOf));
  for (const id of theirs) if (!isPart(id) && sources.has(sourceOf(id))) return true;
  return false;
}

/** Two records of one source that would join a third nearly as well: neither joins. */
function clearPairs(
  ordered: readonly JudgedPair[],
  { sourceOf, isPart = () => false }: ClusterOptions,
  gap: number,
): (pair: JudgedPair) => boolean {
  const best = new Map<string, [number, number]>();
  const sides = ({ left, right }: JudgedPair) => [
    { key: `${left} ${sourceOf(right)}`, part: isPart(right) },
    { key: `${right} ${sourceOf(left)}`, part: isPart(left) },
  ];
  for (const pair of ordered) {
    for (const { key, part } of sides(pair)) {
      if (part) continue;
      const known = best.get(key);
      if (!known) best.set(key, [pair.score, Number.NEGATIVE_INFINITY]);
      else if (known[1] === Number.NEGATIVE_INFINITY) best.set(key, [known[0], pair.score]);
    }
  }
  return (pair) =>
    sides(pair).every(({ key, part }) => {
      const [first, next] = best.get(key) ?? [pair.score, Number.NEGATIVE_INFINITY];
      return part || (pair.score >= first && first - next >= gap);
    });
}
