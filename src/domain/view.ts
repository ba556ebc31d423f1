/**
 * A view says which rows mirror a fact: a pure function, so the tables can be thrown away and come out
 * of the log the same. `Tables` are Drizzle definitions, typed loosely here because the domain imports nothing.
 */
import type { Fact, Recorded } from './events.ts';

type TableLike = { $inferInsert: object };

/** One change to a table that mirrors facts. */
export type Change =
  /** The row stands exactly so; its key decides which row. */
  | { op: 'put'; table: TableLike; row: object }
  /** These columns of an existing row; `row` holds the whole key. */
  | { op: 'set'; table: TableLike; row: object }
  /** The rows of a group (all with `value` in `column`) are exactly these. */
  | { op: 'replace'; table: TableLike; column: string; value: string; rows: object[] };

export const put = <T extends TableLike>(table: T, row: Required<T['$inferInsert']>): Change => ({
  op: 'put',
  table,
  row,
});

export const set = <T extends TableLike>(table: T, row: Partial<T['$inferInsert']>): Change => ({
  op: 'set',
  table,
  row,
});

export const replace = <T extends TableLike>(
  table: T,
  column: keyof T['$inferInsert'] & string,
  value: string,
  rows: Required<T['$inferInsert']>[],
): Change => ({ op: 'replace', table, column, value, rows });

export type View = { tables: TableLike[]; on: (fact: Recorded<Fact>) => Change[] };
