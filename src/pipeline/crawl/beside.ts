/** Addresses that must be asked too before a page can be read: links that only lead on. */
import type { Beside } from '../../domain/events.ts';
import type { Page, Source } from '../../domain/source.ts';
import { decodeText } from '../../platform/charset.ts';
import { hashOf } from '../../platform/snapshots.ts';
import type { Deps } from '../deps.ts';
import { type Outcome, type Snapshot, WorkFailed } from '../outcome.ts';
import { requestPage } from './request.ts';

/** A page that wants more is no page of a game. */
const most = 20;
/** After so many failed attempts the page is read without what could not be had. */
const patience = 2;

export type Asked = { beside: Beside[]; snapshots: Snapshot[]; pages: NonNullable<Page['beside']> };

/** Asks one address after another, each in its turn at the host. Returns their answers, or how the job ends before. */
export async function askBeside(
  deps: Deps,
  source: Source,
  page: Page,
  failures: number,
  signal: AbortSignal,
): Promise<Asked | Outcome> {
  const beside: Beside[] = [];
  const snapshots: Snapshot[] = [];
  const pages = new Map<string, Pick<Page, 'url' | 'text'>>();
  for (const url of [...new Set(source.beside?.(page) ?? [])].slice(0, most)) {
    const answer = await requestPage(deps, source, { url }, signal).catch((error: unknown) => {
      if (error instanceof WorkFailed && failures >= patience) return null;
      throw error;
    });
    if (answer === null) continue;
    // An address that cannot be asked is left out; one that wants a pause puts the page off.
    if ('end' in answer) {
      if (answer.end === 'snooze') return answer;
      continue;
    }
    if (answer.kind !== 'body') continue;
    const { body, contentType, url: from } = answer;
    const snapshot = hashOf(body);
    beside.push({ asked: url, from, snapshot, contentType });
    snapshots.push({ hash: snapshot, body });
    pages.set(url, { url: from, text: decodeText(body, contentType).text });
  }
  return { beside, snapshots, pages };
}
