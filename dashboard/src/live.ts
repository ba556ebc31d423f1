/**
 * Keeps the page up to date: one stream of `changed` messages, which mark queries as out of date at
 * most once a second. It rests while the tab is hidden or a person has paused it, and reconnects by
 * itself; whatever was missed meanwhile is asked for again.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { Changed } from '../../src/api/contract.ts';
import { sessionQuery, type Topic } from './queries.ts';
import { createStore } from './store.ts';

export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'offline' | 'paused';

export const liveStore = createStore<LiveState>('connecting');
const refreshMs = 1000;
const patience = 3;
/** The server answers big counts from memory for some seconds: what was asked in the last moment is asked once more. */
const settleMs = 4000;

let client: QueryClient | null = null;
let stream: EventSource | null = null;
let failures = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
let pausedByPerson = false;
const outdated = new Set<Topic>();
const unsettled = new Set<Topic>();
let settling: ReturnType<typeof setTimeout> | undefined;
let refreshing = false;

export function startLive(queryClient: QueryClient): void {
  client = queryClient;
  document.addEventListener('visibilitychange', settle);
  // A tab that the browser froze keeps a dead stream.
  window.addEventListener('pageshow', (event) => event.persisted && reconnectNow());
  window.addEventListener('online', reconnectNow);
  window.addEventListener('pagehide', close);
  settle();
}

export function setPaused(paused: boolean): void {
  pausedByPerson = paused;
  settle();
}

export function reconnectNow(): void {
  close();
  failures = 0;
  settle();
}

function settle(): void {
  if (pausedByPerson || document.hidden) {
    close();
    if (pausedByPerson) liveStore.set('paused');
  } else if (stream === null && retry === undefined) {
    if (liveStore.get() === 'paused') liveStore.set('connecting');
    open();
  }
}

function close(): void {
  clearTimeout(retry);
  retry = undefined;
  stream?.close();
  stream = null;
}

let openedBefore = false;
function open(): void {
  const opened = new EventSource('/api/live');
  stream = opened;
  opened.addEventListener('open', () => {
    failures = 0;
    liveStore.set('live');
    if (openedBefore) void client?.invalidateQueries();
    openedBefore = true;
  });
  opened.addEventListener('changed', (event: MessageEvent<string>) => {
    for (const topic of (JSON.parse(event.data) as Changed).topics) outdated.add(topic);
    void refresh();
  });
  opened.addEventListener('error', () => {
    // The browser's own reconnecting gives up on an HTTP error and never says how it is doing: do it here.
    close();
    failures += 1;
    liveStore.set(failures >= patience ? 'offline' : 'reconnecting');
    if (failures === patience) void client?.invalidateQueries({ queryKey: sessionQuery.queryKey });
    const wait = Math.min(30_000, 1000 * 2 ** (failures - 1)) * (0.75 + Math.random() / 2);
    retry = setTimeout(() => {
      retry = undefined;
      settle();
    }, wait);
  });
}

/** One refresh at a time: a server slower than a second is not asked again before it has answered. */
async function refresh(): Promise<void> {
  if (refreshing) return;
  refreshing = true;
  while (outdated.size > 0) {
    const topics = new Set(outdated);
    outdated.clear();
    for (const topic of topics) unsettled.add(topic);
    const least = new Promise((resolve) => setTimeout(resolve, refreshMs));
    await askAgain(topics);
    await least;
  }
  refreshing = false;
  clearTimeout(settling);
  settling = setTimeout(() => {
    void askAgain(new Set(unsettled));
    unsettled.clear();
  }, settleMs);
}

async function askAgain(topics: ReadonlySet<Topic>): Promise<void> {
  await client
    ?.invalidateQueries({ predicate: (query) => query.meta?.topics.some((topic) => topics.has(topic)) ?? false })
    .catch(() => {});
}
