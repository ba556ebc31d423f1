/** A view says which rows mirror a fact: a pure function, so the tables can be thrown away and come out of the log the same. */
import type { Fact, Recorded } from './events.ts';
import type { RowOf, Table } from './table.ts';

/** One change to a table that mirrors facts. */
export type Change =
  /** The row stands exactly so; its key decides which row. */
  | { op: 'put'; table: Table; row: object }
  /** The row is gone; `row` holds its key. */
  | { op: 'remove'; table: Table; row: object }
  /** These columns of an existing row; `row` holds the whole key. */
  | { op: 'set'; table: Table; row: object }
  /** The row's numbers are added to those that stand; a row that is not there counts as zeros. */
  | { op: 'add'; table: Table; row: object }
  /** The rows of a group (all with `value` in `column`) are exactly these. */
  | { op: 'replace'; table: Table; column: string; value: string; rows: object[] };

export const put = <T extends Table>(table: T, row: RowOf<T>): Change => ({ op: 'put', table, row });

export const set = <T extends Table>(table: T, row: Partial<RowOf<T>>): Change => ({ op: 'set', table, row });

export const remove = <T extends Table>(table: T, row: Partial<RowOf<T>>): Change => ({ op: 'remove', table, row });

export const add = <T extends Table>(table: T, row: RowOf<T>): Change => ({ op: 'add', table, row });

export const replace = <T extends Table>(
  table: T,
  column: keyof RowOf<T> & string,
  value: string,
  rows: RowOf<T>[],
): Change => ({ op: 'replace', table, column, value, rows });

export type View = { tables: Table[]; on: (fact: Recorded<Fact>) => Change[] };
