/** Which sources an operator has paused. */
import { put, type View } from '../domain/view.ts';
import { sourceState } from './source-state.table.ts';

export const sourceStateView: View = {
  tables: [sourceState],
  on(fact) {
    switch (fact.type) {
      case 'SourcePaused':
        return [put(sourceState, { source: fact.payload.source, pausedAt: fact.at, reason: fact.payload.reason })];
      case 'SourceResumed':
        return [put(sourceState, { source: fact.payload.source, pausedAt: null, reason: null })];
      default:
        return [];
    }
  },
};
