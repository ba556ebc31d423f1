/**
 * Takes jobs from queues and runs them, each queue in a loop of its own, so that one that hangs holds up
 * no other. Finished jobs are committed together: while one commit is under way the next gathers.
 */
import type { Queue, Taken } from './queue.ts';

export type WorkerOptions<J extends object, W> = {
  queue: Pick<Queue, 'take' | 'beat'>;
  /** Jobs of one queue run at once. */
  concurrency: number;
  /** Runs one job; never throws, a failure is a result too. */
  run(taken: Taken<J>, signal: AbortSignal): Promise<W>;
  /** Commits results together and returns the queues that got new jobs. */
  commit(works: W[]): Promise<Set<string>>;
  /** A result could not be committed even alone. */
  lost(work: W, error: Error): Promise<void>;
  onError(error: Error): void;
  pollMs?: number;
};

export type Worker = { nudge(queues: Iterable<string>): void; stop(graceMs?: number): Promise<void> };

const beatMs = 3000;
const mostTogether = 50;

/** Starts a loop a queue. `stop` takes no more jobs, lets the running ones finish for a while, then aborts them. */
export function startWorker<J extends object, W>(queues: readonly string[], options: WorkerOptions<J, W>): Worker {
  const abort = new AbortController();
  const held = new Map<string, Taken<J>>();
  const loops = new Map(queues.map((name) => [name, startLoop(name)]));
  const beating = setInterval(() => void options.queue.beat([...held.values()]).catch(options.onError), beatMs);

  function startLoop(name: string) {
    let stopping = false;
    let wake: () => void = () => undefined;
    let nudged = false;
    let running = 0;
    let committing = false;
    const finished: { work: W; id: string }[] = [];

    const rest = () =>
      new Promise<void>((resolve) => {
        if (nudged || stopping) return resolve();
        const timer = setTimeout(resolve, options.pollMs ?? 1000);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }).then(() => {
        nudged = false;
      });
    const nudge = () => {
      nudged = true;
      wake();
    };

    async function runOne(taken: Taken<J>): Promise<void> {
      held.set(taken.id, taken);
      running += 1;
      const work = await options.run(taken, abort.signal);
      running -= 1;
      finished.push({ work, id: taken.id });
      void flush();
    }

    async function flush(): Promise<void> {
      if (committing) return;
      committing = true;
      while (finished.length > 0) {
        const batch = finished.splice(0, mostTogether);
        await commitAll(batch.map(({ work }) => work));
        for (const { id } of batch) held.delete(id);
        nudge();
      }
      committing = false;
    }

    async function commitAll(works: W[]): Promise<void> {
      try {
        for (const queue of await options.commit(works)) loops.get(queue)?.nudge();
      } catch (error) {
        // One bad result must not take the others along: each is tried alone.
        if (works.length > 1) for (const work of works) await commitAll([work]);
        else if (works[0] !== undefined) await options.lost(works[0], asError(error)).catch(options.onError);
      }
    }

    async function loop(): Promise<void> {
      while (!stopping) {
        // Results that wait for their commit hold places too, so that a slow database slows the taking.
        const free = Math.min(options.concurrency - running, 3 * options.concurrency - running - finished.length);
        const taken = free > 0 ? await options.queue.take<J>(name, free).catch(report) : [];
        for (const job of taken) void runOne(job);
        if (taken.length === 0 || taken.length === free) await rest();
      }
      while (running > 0 || finished.length > 0 || committing) await new Promise((resolve) => setTimeout(resolve, 20));
    }

    function report(error: unknown): Taken<J>[] {
      options.onError(asError(error));
      return [];
    }

    const ended = loop();
    const stop = () => {
      stopping = true;
      wake();
      return ended;
    };
    return { nudge, stop };
  }

  return {
    nudge: (names) => {
      for (const name of names) loops.get(name)?.nudge();
    },
    async stop(graceMs = 10_000) {
      const timer = setTimeout(() => abort.abort(new Error('the worker is stopping')), graceMs);
      await Promise.all([...loops.values()].map((loop) => loop.stop()));
      clearTimeout(timer);
      clearInterval(beating);
    },
  };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
