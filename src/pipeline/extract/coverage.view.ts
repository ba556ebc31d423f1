/** Which rows mirror how well pages were read, and what is held because they were not. */
import { add, put, replace, type View } from '../../domain/view.ts';
import { fieldCoverage, heldRecord, sourceDrift } from './coverage.table.ts';

export const coverageView: View = {
  tables: [fieldCoverage, sourceDrift, heldRecord],
  on(fact) {
    switch (fact.type) {
      case 'PageRead': {
        const { source, filled, lost } = fact.payload;
        const day = fact.at.slice(0, 10);
        return [...new Set([...Object.keys(filled ?? {}), ...Object.keys(lost ?? {})])].map((field) =>
          add(fieldCoverage, { source, day, field, filled: filled?.[field] ?? 0, lost: lost?.[field] ?? 0 }),
        );
      }
      case 'DriftDetected': {
        const { at: detectedAt, position } = fact;
        return [put(sourceDrift, { ...fact.payload, detectedAt, position })];
      }
      case 'DriftEnded':
        return [replace(sourceDrift, 'source', fact.payload.source, [])];
      case 'RecordHeld': {
        const { recordId, source } = fact.payload;
        return [put(heldRecord, { recordId, source, payload: fact.payload, heldAt: fact.at, version: fact.version })];
      }
      case 'RecordExtracted':
        return [replace(heldRecord, 'recordId', fact.payload.recordId, [])];
      default:
        return [];
    }
  },
};
