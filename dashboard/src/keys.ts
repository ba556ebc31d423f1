/**
 * Keyboard: single keys and two-key sequences (`g o`). Letters are found by their place on the
 * keyboard when the layout has no Latin ones, so they work while a person types Russian.
 */
import { useEffect, useRef } from 'react';
import { createKeptStore } from './store.ts';

export const keysStore = createKeptStore('variorum.keys', ['on', 'off'], 'on');

type KeyPress = { key: string; code: string; shiftKey: boolean };

/** `g`, `1`, `/`, `?`, `space`; the empty string for a key that means nothing here. */
export function keyName({ key, code, shiftKey }: KeyPress): string {
  if (key === ' ') return 'space';
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  if (/^[0-9/?]$/.test(key)) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  // Only a layout without Latin letters falls back on the place: é on a French one is no 2.
  if (letter && /^\p{Script=Cyrillic}$/u.test(key)) return letter.toLowerCase();
  if (code === 'Slash' && (key === '.' || key === ',')) return shiftKey ? '?' : '/';
  return '';
}

const prefix = 'g';
const sequenceMs = 1200;

export type KeyMap = Readonly<Record<string, (() => void) | undefined>>;

/** Calls what `keys` holds for a key (`d`) or a sequence (`g o`), unless a person is typing or a dialog is open. */
export function useKeys(keys: KeyMap): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    let before = { name: '', at: 0 };
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
      if (keysStore.get() === 'off' || isTyping(event.target) || document.querySelector('[aria-modal="true"]')) return;
      const name = keyName(event);
      // A button that has the focus is pressed by the space bar.
      if (name === '' || (name === 'space' && isPressable(event.target))) return;
      const inSequence = before.name === prefix && event.timeStamp - before.at < sequenceMs;
      before = { name: inSequence ? '' : name, at: event.timeStamp };
      const action = current.current[inSequence ? `${prefix} ${name}` : name];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, input, summary, [role=button], [role=tab]') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select');
}

export const searchFieldId = 'search';
export function focusSearch(): boolean {
  const field = document.getElementById(searchFieldId);
  if (field instanceof HTMLInputElement) {
    field.focus();
    field.select();
    return true;
  }
  return false;
}
