/** A value outside React that components may watch: for what no URL and no answer of the server holds. */
import { useSyncExternalStore } from 'react';

export type Store<Value> = {
  get(): Value;
  set(value: Value): void;
  subscribe(listener: () => void): () => void;
};

export function createStore<Value>(initial: Value): Store<Value> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useStore<Value>(store: Store<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get);
}

/** A store that the browser remembers. Storage may be forbidden; then the value lasts as long as the page. */
export function createKeptStore<Value extends string>(
  key: string,
  allowed: readonly Value[],
  initial: Value,
): Store<Value> {
  const store = createStore(allowed.find((value) => value === readKept(key)) ?? initial);
  store.subscribe(() => {
    try {
      localStorage.setItem(key, store.get());
    } catch {}
  });
  return store;
}

function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
