/** What an operator has said about a source. No row: it runs. */
import { as, table } from '../domain/table.ts';

export const sourceState = table('source_state', ['source'], {
  source: as<string>(),
  pausedAt: as<string | null>(),
  reason: as<string | null>(),
});
