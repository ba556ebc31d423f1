/**
 * A table that mirrors facts, as views write to it: its name, its key, and its columns with their types. The
 * SQL of `migrations/` makes it; a test holds the two together.
 */
export type Table<Row extends object = object> = {
  name: string;
  /** Properties of the row that make its key. */
  key: readonly string[];
  /** Column by property: `pageId` is `page_id`. */
  columns: ReadonlyMap<string, string>;
  /** Only for the compiler. */
  row?: Row;
};

export type RowOf<T extends Table> = T extends Table<infer Row> ? Row : never;

/** Gives a column its type: `pageId: as<string>()`. Times are ISO 8601. */
export const as = <T>(): T => undefined as T;

/** Defines a table: `table('match_key', ['key', 'recordId'], { key: as<string>(), recordId: as<string>() })`. */
export function table<Row extends object>(name: string, key: readonly (keyof Row & string)[], row: Row): Table<Row> {
  const columns = new Map(Object.keys(row).map((property) => [property, snakeCase(property)]));
  return { name, key, columns };
}

const snakeCase = (property: string): string => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
