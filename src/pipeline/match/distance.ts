/** Edit distance with a bound: how many letters are inserted, left out, changed or swapped (optimal string alignment). */

/** Whether at most `most` edits make one text of the other. Time grows with length × most. */
export function distanceWithin(left: string, right: string, most: number): boolean {
  if (left === right) return true;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > most) return false;
  if (short === '') return true;
  let before: number[] = [];
  let last = Array.from({ length: short.length + 1 }, (_, index) => index);
  for (let row = 1; row <= long.length; row++) {
    const now: number[] = [row];
    const from = Math.max(1, row - most);
    const to = Math.min(short.length, row + most);
    for (let fill = 1; fill < from; fill++) now[fill] = most + 1;
    let least = row;
    for (let column = from; column <= to; column++) {
      const same = long[row - 1] === short[column - 1];
      let cost = Math.min(
        (last[column] ?? most + 1) + 1,
        (now[column - 1] ?? most + 1) + 1,
        (last[column - 1] ?? most + 1) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && long[row - 1] === short[column - 2] && long[row - 2] === short[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? most + 1) + 1);
      now[column] = cost;
      if (cost < least) least = cost;
    }
    for (let fill = to + 1; fill <= short.length; fill++) now[fill] = most + 1;
    if (least > most) return false;
    before = last;
    last = now;
  }
  return (last[short.length] ?? most + 1) <= most;
}
