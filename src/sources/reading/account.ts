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
export const account = (value: unknown, path = ''): Account => new ObjectAccount(isObject(value) ? value : {}, path);

/** A class, for a large document holds thousands of them. */
class ObjectAccount implements Account {
  private readonly value: Record<string, unknown>;
  private readonly path: string;
  private readonly known = new Set<string>();
  private readonly nested: Account[] = [];

  constructor(value: Record<string, unknown>, path: string) {
    this.value = value;
    this.path = path;
  }

  text(key: string): string | undefined {
    const taken = this.take(key, isScalar);
    return taken === undefined ? undefined : clean(String(taken)).trim() || undefined;
  }

  list(key: string): unknown[] {
    return this.take(key, isList) ?? [];
  }

  objects(key: string): Account[] {
    const items = this.list(key);
    const path = `${this.at(key)}[]`;
    const accounts = items.filter(isObject).map((item) => account(item, path));
    for (const each of accounts) this.nested.push(each);
    if (accounts.length < items.length) this.nested.push(oddItem(path));
    return accounts;
  }

  object(key: string): Account {
    const inner = account(this.take(key, isObject), this.at(key));
    this.nested.push(inner);
    return inner;
  }

  raw(key: string): unknown {
    return this.take(key, isPresent);
  }

  ignore(...keys: string[]): void {
    for (const key of keys) this.known.add(key);
  }

  keys(): string[] {
    return Object.keys(this.value).filter((key) => isPresent(this.value[key]) && this.value[key] !== null);
  }

  unread(): string[] {
    const own = this.keys()
      .filter((key) => !this.known.has(key))
      .map((key) => clip(this.at(key)));
    return [...new Set([...own, ...this.nested.flatMap((inner) => inner.unread())])];
  }

  private at(key: string): string {
    return this.path ? `${this.path}.${key}` : key;
  }

  /** Takes a value only when it has the form that was asked for: another form is something we do not understand. */
  private take<T>(key: string, form: (candidate: unknown) => candidate is T): T | undefined {
    const candidate = Object.hasOwn(this.value, key) ? this.value[key] : undefined;
    if (candidate === undefined || candidate === null || !form(candidate)) return undefined;
    this.known.add(key);
    return candidate;
  }
}

/** Stands for a list's items that are no objects, so that it is not lost from the account. */
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
