/** Blocking keys: records that share one are candidates for being the same game. */
import type { RecordId } from '../../domain/ids.ts';
import { as, table } from '../../domain/table.ts';

export const matchKey = table('match_key', ['key', 'recordId'], { key: as<string>(), recordId: as<RecordId>() });
