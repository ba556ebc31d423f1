/** Runs as the log tells them; live counts stand in run_progress. */
import { put, set, type View } from '../domain/view.ts';
import { run } from './run.table.ts';

export const runView: View = {
  tables: [run],
  on(fact) {
    switch (fact.type) {
      case 'RunStarted': {
        const { runId, trigger, replay } = fact.payload;
        return [
          put(run, {
            runId,
            status: 'running',
            trigger,
            actor: fact.actor,
            replay,
            startedAt: fact.at,
            finishedAt: null,
            sources: {},
            failures: [],
          }),
        ];
      }
      case 'RunFinished': {
        const { runId, status, sources, failures } = fact.payload;
        return [set(run, { runId, status, finishedAt: fact.at, sources, failures })];
      }
      default:
        return [];
    }
  },
};
