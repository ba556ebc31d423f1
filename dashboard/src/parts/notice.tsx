/** One short message at the edge of the screen after an action, read out too; it goes away by itself. */
import { Affix, Notification } from '@mantine/core';
import { useEffect } from 'react';
import { createStore, useStore } from '../store.ts';
import { useTexts } from '../texts.ts';

type Notice = { text: string; bad: boolean };

const noticeStore = createStore<Notice | null>(null);
const staysMs = 6000;

export function notify(text: string, bad = false): void {
  noticeStore.set({ text, bad });
}

export function NoticeArea() {
  const { t } = useTexts();
  const notice = useStore(noticeStore);
  useEffect(() => {
    // A failure stays until it is read.
    if (notice === null || notice.bad) return;
    const timer = setTimeout(() => noticeStore.set(null), staysMs);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <Affix position={{ bottom: 16, right: 16 }} maw="min(420px, calc(100vw - 32px))" role="status">
      {notice && (
        <Notification
          withBorder
          color={notice.bad ? 'red' : 'teal'}
          closeButtonProps={{ 'aria-label': t('close') }}
          onClose={() => noticeStore.set(null)}
        >
          {notice.text}
        </Notification>
      )}
    </Affix>
  );
}
