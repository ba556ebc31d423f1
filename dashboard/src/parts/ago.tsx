/** A moment as "4 min ago", exact on hover and for machines. All of them tick together. */
import { useSyncExternalStore } from 'react';
import { useTexts } from '../texts.ts';

const tickMs = 5000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const tell of listeners) tell();
  }, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time, at most some seconds old. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => {
    if (Date.now() - now > tickMs * 2) now = Date.now();
    return now;
  });
}

export function Ago({ at }: { at: string }) {
  const { format } = useTexts();
  return (
    <time dateTime={at} title={format.exact(at)} style={{ whiteSpace: 'nowrap' }}>
      {format.ago(at, useNow())}
    </time>
  );
}

/** The same where a moment may be missing. */
export function AgoOrNever({ at }: { at: string | null }) {
  const { t } = useTexts();
  return at === null ? t('never') : <Ago at={at} />;
}
