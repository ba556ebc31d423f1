/** Runs, as the log tells them. */
import type { FailureCount, Replay, RunStatus, Totals } from '../domain/events.ts';
import type { RunId } from '../domain/ids.ts';
import { as, table } from '../domain/table.ts';

export const run = table('run', ['runId'], {
  runId: as<RunId>(),
  status: as<'running' | RunStatus>(),
  trigger: as<string>(),
  actor: as<string>(),
  replay: as<Replay | null>(),
  startedAt: as<string>(),
  finishedAt: as<string | null>(),
  sources: as<Record<string, Totals>>(),
  failures: as<FailureCount[]>(),
});
