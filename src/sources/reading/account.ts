/**
 * Accounting for every input: an object of JSON or YAML that remembers which of its keys were read.
 * The day a site renames a field, the old one comes back empty and the new one stands in `unread`.
 */
import { clean, line } from './text.ts';

export type Account = {
  /** A string or number as trimmed text without control characters; undefined when absent, empty or of another type. */
  text(key: string): string | undefined;
  /** The items of a list; empty when absent or no list. */
  list(key: string): unknown[];
  /** The objects of a list, each with an account of its own (path `key[]`); items that are no objects stay unread. */
  objects(key: string): Account[];
  /** A nested object; an empty account when absent or no object. */
  object(key: string): Account;
  /** The value as it came; the caller answers for everything in it. */
  raw(key: string): unknown;
  /** These keys are known and not wanted. */
  ignore(...keys: string[]): void;
  /** Own keys that hold a value, for objects whose keys are data (languages). */
  keys(): string[];
  /** Paths of what was neither read nor ignored, each once: `Branding`, `Url.faq`. */
  unread(): string[];
};

/** Wraps any value; one that is no plain object is an account of nothing. Never throws. */
export function account(value: unknown, path = ''): Account {
  const object = isObject(value) ? value : {};
  const read = new Set<string>();
  const nested: Account[] = [];
  const at = (key: string) => (path ? `${path}.${key}` : key);

  /** Takes a value only when it has the form that was asked for: another form is something we do not understand. */
  function take<T>(key: string, form: (candidate: unknown) => candidate is T): T | undefined {
    const candidate = Object.hasOwn(object, key) ? object[key] : undefined;
    if (candidate === undefined || candidate === null) return undefined;
    if (!form(candidate)) return undefined;
    read.add(key);
    return candidate;
  }

  const self: Account = {
    text(key) {
      const taken = take(key, isScalar);
      return taken === undefined ? undefined : clean(String(taken)).trim() || undefined;
    },
    list: (key) => take(key, isList) ?? [],
    objects(key) {
      const items = take(key, isList) ?? [];
      const accounts = items.map((item) => account(item, `${at(key)}[]`));
      // One by one: a long list would not fit among the arguments of `push`.
      for (const each of accounts) nested.push(each);
      if (items.some((item) => !isObject(item))) nested.push(oddItem(`${at(key)}[]`));
      return accounts.filter((_, index) => isObject(items[index]));
    },
    object(key) {
      const inner = account(take(key, isObject), at(key));
      nested.push(inner);
      return inner;
    },
    raw: (key) => take(key, isPresent),
    ignore(...keys) {
      for (const key of keys) read.add(key);
    },
    keys: () => Object.keys(object).filter((key) => object[key] !== null && object[key] !== undefined),
    unread() {
      const own = self
        .keys()
        .filter((key) => !read.has(key))
        .map((key) => clip(at(key)));
      return [...new Set([...own, ...nested.flatMap((inner) => inner.unread())])];
    },
  };
  return self;
}

/** Stands for a list's item that is no object, so that it is not lost from the account. */
const oddItem = (path: string): Account => account({ [path]: true });

/** Keys come from outside: one of them must not fill a report. */
const clip = (path: string) => line(path, 80);

const isPresent = (value: unknown): value is unknown => value !== undefined;
const isScalar = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';
const isList = (value: unknown): value is unknown[] => Array.isArray(value);

function isObject(value: unknown): value is Record<string, unknown> {
  if (value === null || typeof value !== 'object') return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
