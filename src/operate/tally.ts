/** What one commit adds to the progress of runs. */
import type { Fact } from '../domain/events.ts';
import type { RunId } from '../domain/ids.ts';
import { counterOf, type Delta, type Failed, newDelta } from './progress.ts';

type Origin = { source: string; runId: RunId | null };

export class Tally {
  readonly deltas = new Map<string, Delta>();
  readonly failed: Failed[] = [];
  #visited = 0;

  add({ runId, source }: Origin, counter: keyof Omit<Delta, 'runId' | 'source'>, by: number): void {
    if (runId === null) return;
    const key = `${runId}|${source}`;
    const delta = this.deltas.get(key) ?? newDelta(runId, source);
    delta[counter] += by;
    this.deltas.set(key, delta);
  }

  fact(fact: Fact, origin: Origin): void {
    const counter = counterOf(fact);
    if (counter) this.add(origin, counter, 1);
    if (fact.type === 'PageBroken') {
      this.failed.push({ ...origin, cause: 'broken', message: fact.payload.reason, url: fact.payload.url });
    }
  }

  failure(failed: Failed): void {
    this.add(failed, failed.cause === 'broken' ? 'broken' : 'failed', 1);
    this.failed.push(failed);
  }

  visit(origin: Origin, result: 'fetched' | 'unchanged' | 'missing'): void {
    this.#visited += 1;
    // A fetched page is counted by its fact.
    if (result !== 'fetched') this.add(origin, result, 1);
  }

  visited(): number {
    return this.#visited;
  }
}
