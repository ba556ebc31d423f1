/** Whether what one sees is fresh: live, paused, reconnecting or offline; pressing it pauses, goes on or tries again. */
import { Button } from '@mantine/core';
import { type LiveState, liveStore, reconnectNow, setPaused } from '../live.ts';
import { Icon } from '../parts/icon.tsx';
import { useStore } from '../store.ts';
import { type TextKey, useTexts } from '../texts.ts';

const looks = {
  connecting: { colour: 'gray', text: 'live.connecting', hint: 'live.pause' },
  live: { colour: 'var(--mantine-color-teal-6)', text: 'live.live', hint: 'live.pause' },
  paused: { colour: 'var(--mantine-color-yellow-6)', text: 'live.paused', hint: 'live.resume' },
  reconnecting: { colour: 'var(--mantine-color-orange-6)', text: 'live.reconnecting', hint: 'live.retry' },
  offline: { colour: 'var(--mantine-color-red-6)', text: 'live.offline', hint: 'live.retry' },
} as const satisfies Record<LiveState, { colour: string; text: TextKey; hint: TextKey }>;

export function LiveIndicator() {
  const { t } = useTexts();
  const state = useStore(liveStore);
  const { colour, text, hint } = looks[state];
  const act = () => {
    if (state === 'paused') setPaused(false);
    else if (state === 'reconnecting' || state === 'offline') reconnectNow();
    else setPaused(true);
  };
  return (
    <Button
      size="compact-sm"
      variant="default"
      onClick={act}
      title={t(hint)}
      aria-label={`${t(text)}. ${t(hint)}`}
      data-live={state}
      leftSection={
        state === 'paused' ? (
          <Icon name="pause" />
        ) : (
          <span style={{ width: 9, height: 9, borderRadius: '50%', background: colour }} />
        )
      }
    >
      {t(text)}
    </Button>
  );
}
