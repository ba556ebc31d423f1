/** A line of a file of pairs: `{left, right, label}`, each side an object of fields; the label may be absent where none is needed. */
import type { Fields } from './pair-record.ts';

export type PairLine = { left: Fields; right: Fields; label: boolean | null };

const labels = new Map<unknown, boolean>([
  [1, true],
  [true, true],
  ['1', true],
  ['true', true],
  [0, false],
  [false, false],
  ['0', false],
  ['false', false],
]);

/** The pair, or what is wrong with it. */
export function readPairLine(value: unknown): PairLine | { wrong: string } {
  if (!isFields(value)) return { wrong: 'it is no object with left and right' };
  const { left, right, label = null } = value;
  if (!isFields(left) || !isFields(right))
    return { wrong: `${isFields(left) ? 'right' : 'left'} is no object of fields` };
  if (label === null) return { left, right, label: null };
  const same = labels.get(typeof label === 'string' ? label.trim().toLowerCase() : label);
  if (same === undefined)
    return { wrong: `its label is ${JSON.stringify(label).slice(0, 40)}, but must be 0, 1, true or false` };
  return { left, right, label: same };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
