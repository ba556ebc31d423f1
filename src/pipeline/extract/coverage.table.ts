/** How much of each field a source's pages give, day by day; the drifts that showed in it; and the readings held meanwhile. */
import type { Payloads } from '../../domain/events.ts';
import type { RecordId } from '../../domain/ids.ts';
import { as, table } from '../../domain/table.ts';

export const fieldCoverage = table('field_coverage', ['source', 'day', 'field'], {
  source: as<string>(),
  day: as<string>(),
  field: as<string>(),
  filled: as<number>(),
  lost: as<number>(),
});

export const sourceDrift = table('source_drift', ['source', 'field'], {
  source: as<string>(),
  field: as<string>(),
  recent: as<number>(),
  pages: as<number>(),
  detectedAt: as<string>(),
  position: as<number>(),
});

export const heldRecord = table('held_record', ['recordId'], {
  recordId: as<RecordId>(),
  source: as<string>(),
  payload: as<Payloads['RecordHeld']>(),
  heldAt: as<string>(),
  version: as<number>(),
});
